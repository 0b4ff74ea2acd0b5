import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { EmulatedAccount } from "../../../src/emulator/index.ts";

/** A request as an emulator in this process saw it; times are milliseconds since 1970. */
export interface SeenRequest {
  readonly account: string;
  /** The process that sent it; undefined where it was gone too soon to be told. */
  readonly pid: number | undefined;
  readonly target: string;
  readonly cameAt: number;
  /** When its answer was given, or its connection was gone; undefined as long as neither is. */
  leftAt?: number;
}

interface Arrival {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

const channel = "http.server.request.start";

/**
 * Watches what comes to emulators in this process, until the test is finished: whose account each request is at, and which process sent it.
 *
 * @param pids processes that may send some.
 */
export function watchRequests(
  accounts: readonly EmulatedAccount[],
  port: number,
  pids: () => readonly number[],
): readonly SeenRequest[] {
  const seen: SeenRequest[] = [];
  const accountOf = new Map(
    accounts.flatMap(({ credentials: { ovhApplication, ovhAccessToken, scaleway } }, index) => [
      [ovhApplication.application_key, `ovh ${index}`],
      [`Bearer ${ovhAccessToken.access_token}`, `ovh ${index}`],
      [scaleway.scw_secret_key, `scaleway ${index}`],
    ]),
  );
  const pidOf = new WeakMap<Socket, number>();
  const arrived = (message: unknown): void => {
    const { request, response, server } = message as Arrival;
    const { headers, socket } = request;
    if ((server.address() as AddressInfo | null)?.port !== port) return;
    const named = [headers["x-ovh-application"], headers["x-auth-token"], headers.authorization].map(String);
    const account = named.flatMap((name) => accountOf.get(name) ?? [])[0];
    if (account === undefined) return;
    const pid = pidOf.get(socket) ?? pidOfPort(socket.remotePort ?? 0, port, pids());
    if (pid !== undefined) pidOf.set(socket, pid);
    const one: SeenRequest = { account, pid, target: request.url ?? "", cameAt: Date.now() };
    seen.push(one);
    response.once("close", () => {
      one.leftAt = Date.now();
    });
  };
  subscribe(channel, arrived);
  onTestFinished(() => void unsubscribe(channel, arrived));
  return seen;
}

/** Which process has a connection from one port of the loopback interface to another, as Linux tells it. */
function pidOfPort(from: number, to: number, pids: readonly number[]): number | undefined {
  const [one, other] = [from, to].map((port) => `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`);
  const line = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .find((text) => text.includes(` ${one} ${other} `));
  const inode = line?.trim().split(/\s+/)[9];
  return inode === undefined ? undefined : pids.find((pid) => hasSocket(pid, inode));
}

function hasSocket(pid: number, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
  } catch {
    // It has ended, or has closed one of these meanwhile.
    return false;
  }
}
