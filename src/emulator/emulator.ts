import type { RequestListener } from "node:http";
import { createAccount, type EmulatedAccount } from "./account.ts";
import { environmentOf } from "./credentials.ts";
import { listenOnLoopback } from "./loopback-server.ts";
import type { EmulatorOptions } from "./options.ts";

/** A running emulator of OVHcloud, its Data Platform, and Scaleway. */
export interface Emulator extends EmulatedAccount {
  /** `http://127.0.0.1:PORT`, for all of the clouds. */
  readonly url: string;
  /** Variables that point a program at the emulator, credentials included. */
  readonly environment: Readonly<Record<string, string>>;
  /** What its server does with each request, for a client in the same process that needs no connection. */
  readonly handle: RequestListener;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Starts an emulator. It listens on the loopback interface only: its credentials protect nothing. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { account, recordedProviders, listenerAt, connected } = createAccount(options);
  const { server, url, close } = await listenOnLoopback(options.port ?? 0);
  const handle = listenerAt(url);
  server.on("connection", connected);
  server.on("request", handle);
  return { ...account, url, environment: environmentOf(url, account.credentials, recordedProviders), handle, close };
}
