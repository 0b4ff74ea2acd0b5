import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface TestProxy {
  readonly port: number;
  /** What it was asked to connect to, and with which `Proxy-Authorization`. */
  readonly asked: readonly { readonly host: string | undefined; readonly authorization: string | undefined }[];
  close(): void;
}

/** A real proxy on 127.0.0.1 that leads every name to one place there, refuses with a status, or says nothing at all. */
export async function startProxy(origin: string, refusal?: number | "silence"): Promise<TestProxy> {
  const asked: TestProxy["asked"][number][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => void response.writeHead(400).end());
  server.on("connect", ({ url, headers }, client: Socket) => {
    asked.push({ host: url, authorization: headers["proxy-authorization"] });
    sockets.add(client);
    client.on("error", () => client.destroy());
    if (refusal === "silence") return;
    if (refusal !== undefined) return void client.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`);
    const target = connect(Number(new URL(origin).port), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connected\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    sockets.add(target);
    target.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
