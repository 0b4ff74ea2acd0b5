import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type Socket } from "node:net";
import type { buildConnector, Dispatcher, RequestInit as ProxiedInit } from "undici";

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** A proxy that answers CONNECT with anything but 200. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super("the proxy did not connect");
    this.status = status;
  }
}

// What is left of a tunnel that is not made in this time is closed; the door has given up on it before.
const connectTimeoutMs = 30_000;
// A directory locks an account after a few wrong passwords, and a run has hundreds of requests.
const wrongPasswordPauseMs = 60_000;

/**
 * A `fetch` that goes through a proxy where one is named for the URL. Node 20's own ignores proxies, so those requests go
 * through undici, on which it is built; it is loaded for the first of them.
 *
 * @param proxyOf the proxy of a URL, undefined for none.
 */
export function createFetch(proxyOf: (url: URL) => URL | undefined = () => undefined): Fetch {
  const ways = new Map<string, Dispatcher>();
  return async (url, init) => {
    const proxy = proxyOf(url);
    if (proxy === undefined) return fetch(url, init);
    const undici = await import("undici");
    const dispatcher = ways.get(proxy.href) ?? wayThrough(proxy, undici);
    ways.set(proxy.href, dispatcher);
    // The two declare the same standard in types of their own.
    const response: unknown = await undici.fetch(url, { ...init, dispatcher } as ProxiedInit);
    return response as Response;
  };
}

/**
 * Connections through a proxy. Not undici's ProxyAgent: a proxy that never answers keeps it, and so the process, for five
 * minutes, whatever the request's signal says, and a user without a password is left out.
 */
function wayThrough(
  proxy: URL,
  { Agent, buildConnector }: Pick<typeof import("undici"), "Agent" | "buildConnector">,
): Dispatcher {
  const secure = buildConnector({});
  let refused: { readonly by: ProxyRefusal; readonly untilMs: number } | undefined;
  const connect: buildConnector.connector = async (target, callback) => {
    try {
      if (refused !== undefined && performance.now() < refused.untilMs) throw refused.by;
      const tunnel = await openTunnel(proxy, `${target.hostname}:${portOf(target)}`);
      if (target.protocol === "https:") secure({ ...target, httpSocket: tunnel }, callback);
      else callback(null, tunnel);
    } catch (thrown) {
      const isAnswer = thrown instanceof ProxyRefusal && thrown !== refused?.by;
      if (isAnswer && thrown.status === 407) {
        refused = { by: thrown, untilMs: performance.now() + wrongPasswordPauseMs };
      }
      callback(thrown as Error, null);
    }
  };
  return new Agent({ connect });
}

function portOf({ port, protocol }: { readonly port: string; readonly protocol: string }): string {
  return port || (protocol === "https:" ? "443" : "80");
}

/** A connection to `host:port` through a proxy (RFC 9110, section 9.3.6). */
function openTunnel(proxy: URL, authority: string): Promise<Socket> {
  const [user, password] = [proxy.username, proxy.password].map(decodeURIComponent);
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const request = proxy.protocol === "https:" ? httpsRequest : httpRequest;
  // An address of IPv6 stands in brackets in a URL alone.
  const host = proxy.hostname.replace(/^\[(.*)\]$/, "$1");
  return new Promise((resolve, reject) => {
    const asked = request({
      method: "CONNECT",
      host,
      // By itself Node would hold the proxy's certificate against the name in the Host header, which is the provider's.
      servername: isIP(host) === 0 ? host : "",
      port: portOf(proxy),
      path: authority,
      headers: { host: authority, ...(user === "" ? {} : { "proxy-authorization": basic }) },
      agent: false,
      timeout: connectTimeoutMs,
    });
    // Whoever waits for the tunnel keeps the process; a tunnel that nobody waits for any more does not.
    asked.once("socket", (socket) => socket.unref());
    asked.once("timeout", () => asked.destroy(Object.assign(new Error("no tunnel in time"), { code: "ETIMEDOUT" })));
    asked.once("error", reject);
    asked.once("response", ({ statusCode = 0 }) => reject(new ProxyRefusal(statusCode)));
    asked.once("connect", ({ statusCode = 0 }, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) return resolve(socket.ref());
      socket.destroy();
      reject(new ProxyRefusal(statusCode));
    });
    asked.end();
  });
}
