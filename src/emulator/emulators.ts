import type { RequestListener } from "node:http";
import { createAccount, type EmulatedAccount } from "./account.ts";
import { originsAt } from "./credentials.ts";
import { credentialsIn } from "./credentials-in-request.ts";
import { dropAfterMistake, type Listener } from "./front.ts";
import { listenOnLoopback } from "./loopback-server.ts";
import type { EmulatorOptions } from "./options.ts";
import { readBody } from "./wire.ts";

/** What one of many accounts holds and how it behaves. */
export type AccountOptions = Omit<EmulatorOptions, "port" | "replay">;

/** Many emulated accounts behind one origin. */
export interface Emulators {
  /** `http://127.0.0.1:PORT`, for all of the clouds. */
  readonly url: string;
  /** Variables that point a program at the emulators, without any credential. */
  readonly environment: Readonly<Record<string, string>>;
  /** In the order of their options. Their statistics count no connections: these are of all. */
  readonly accounts: readonly EmulatedAccount[];
  /** What the server does with each request, for a client in the same process that needs no connection. */
  readonly handle: RequestListener;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of many accounts, which are told apart by the credentials of requests. Each has a seed and names of its own
 * unless its options say others. A request that no account knows, or that needs no credential, is answered as by an account that
 * nobody has the credentials of.
 *
 * @param ofAll options of every account, where its own say nothing else, and of the server: its port and its clock.
 * @throws RangeError where two accounts have the same seed, and so the same credentials.
 */
export async function startEmulators(
  optionsOfEach: readonly AccountOptions[],
  ofAll: Omit<AccountOptions, "seed"> & Pick<EmulatorOptions, "port"> = {},
): Promise<Emulators> {
  const seeds = optionsOfEach.map(({ seed }, index) => seed ?? index + 1);
  const twice = seeds.find((seed, index) => seeds.indexOf(seed) < index);
  if (twice !== undefined) throw new RangeError(`two accounts have the seed ${twice}`);
  const hosted = optionsOfEach.map((own, index) => {
    const { ovhAccountName, subdomain, seed } = namesOf(seeds[index] ?? 0);
    const dataPlatform = { subdomain, ...ofAll.dataPlatform, ...own.dataPlatform };
    return createAccount({ ovhAccountName, ...ofAll, ...own, dataPlatform, seed });
  });
  const nobody = createAccount({ ...ofAll, seed: seeds.reduce((most, seed) => Math.max(most, seed), 0) + 1 });
  const { server, url, close } = await listenOnLoopback(ofAll.port ?? 0);
  const listeners = hosted.map(({ isOpenedBy, listenerAt }) => ({ isOpenedBy, listener: listenerAt(url) }));
  const stranger = nobody.listenerAt(url);
  const found = new Map<string, Listener>();
  const listenerOf = (credential: string): Listener | undefined => {
    const known = found.get(credential);
    if (known !== undefined) return known;
    const listener = listeners.find(({ isOpenedBy }) => isOpenedBy(credential))?.listener;
    // What opens nothing may be given out later: tokens are.
    if (listener !== undefined) found.set(credential, listener);
    return listener;
  };
  const handle: RequestListener = (incoming, outgoing) => {
    readBody(incoming)
      .then((body) => {
        const [own = stranger] = credentialsIn(incoming.headers, body).flatMap((one) => listenerOf(one) ?? []);
        own(incoming, outgoing, body);
      })
      .catch(dropAfterMistake(outgoing));
  };
  server.on("request", handle);
  return { url, environment: originsAt(url), accounts: hosted.map(({ account }) => account), handle, close };
}

/** Names that no other seed has. */
function namesOf(seed: number) {
  const number = String(seed).padStart(5, "0");
  return { seed, ovhAccountName: `ac${number}-ovh`, subdomain: `project-${number}` };
}
