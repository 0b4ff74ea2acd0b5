import { createServer, type Server } from "node:http";

const loopback = "127.0.0.1";

/** A server that listens on the loopback interface only: the credentials of an emulator protect nothing. */
export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly server: Server;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Listens on a port; 0 takes any free one. */
export async function listenOnLoopback(port: number): Promise<LoopbackServer> {
  const server = createServer();
  // Longer than any client keeps a connection: a server that hangs up first makes requests fail at random.
  server.keepAliveTimeout = 120_000;
  return { server, url: await listen(server, port), close: () => close(server) };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      resolve(`http://${loopback}:${typeof address === "object" && address !== null ? address.port : port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
