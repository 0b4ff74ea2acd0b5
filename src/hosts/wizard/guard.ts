import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request is not answered. */
export interface Turned {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The authorities that a browser on this machine, or behind `ssh -L` with the same port, names. */
export function authoritiesOf(port: number): readonly string[] {
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => `${host}:${port}`);
}

/**
 * A name of somebody else's that was made to point at this machine (DNS rebinding) comes with its own Host, so it is turned away before
 * anything else is looked at.
 */
export function turnForeignHost({ headers }: IncomingMessage, authorities: readonly string[]): Turned | undefined {
  if (authorities.includes(headers.host ?? "")) return undefined;
  return { status: 421, message: `this server is reached as http://${authorities[0]}/ alone` };
}

/**
 * What a call has to be: a POST of JSON, which no page of another origin can send without being asked for leave, and nobody is given leave;
 * from our own page, or from a program, which names no origin; with the token.
 */
export function turnCall(request: IncomingMessage, token: string): Turned | undefined {
  const { method, headers } = request;
  if (method !== "POST") return { status: 405, message: "calls are made with POST", headers: { Allow: "POST" } };
  const isOwn = headers.origin === undefined || headers.origin === `http://${headers.host}`;
  const site = headers["sec-fetch-site"];
  if (!isOwn || (site !== undefined && site !== "same-origin")) {
    return { status: 403, message: "calls are made by the wizard's own page" };
  }
  if (!isToken(headers.authorization, token)) {
    const message =
      "the token is missing or wrong: open the link that the wizard opened or printed where it was started";
    return { status: 401, message, headers: { "WWW-Authenticate": "Bearer" } };
  }
  const [type] = (headers["content-type"] ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") {
    return { status: 415, message: "calls are made with Content-Type: application/json" };
  }
  return undefined;
}

/** Compared in a time that tells nothing of how much of it is right. */
function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}
