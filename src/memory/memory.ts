import { createHash } from "node:crypto";
import { join } from "node:path";
import { InventoryError } from "../inventory/errors.ts";
import { newContext } from "../inventory/new-context.ts";
import type { Provider, Traffic } from "../inventory/provider.ts";
import type { Remembered } from "../inventory/remembered.ts";
import type { Examiner } from "../preflight/examiner.ts";
import { memoryFolder, whyUnusable } from "./folder.ts";
import { type Reader, type Recollection, readMemory, removeMemory, Unusable, writeMemory } from "./memory-file.ts";
import { type Recorder, rememberedOf } from "./reads.ts";

/** What earlier runs of one account read, kept from run to run. One that is unusable is told, and never ends a run. */
export interface Memory {
  /** Where it is; undefined where it is nowhere. */
  readonly path: string | undefined;
  /** Whose it is, in the provider's own id; undefined where nobody was asked, or nothing names it. */
  readonly account: string | undefined;
  /** Undefined where the memory cannot be used: what was read before is then not known, which is not the same as nothing. */
  readonly before: Recollection | undefined;
  /** Keeps what a run read. A memory that could not be used is replaced only by a run in which nothing was denied. */
  keep(recorder: Recorder): Promise<void>;
}

/**
 * What a run may know of earlier ones. A memory that cannot be used tells nothing, which is not to say that there was nothing.
 */
export function rememberedBy({ before }: Pick<Memory, "before">): Remembered {
  return rememberedOf(before?.reads ?? {}, before?.notGranted);
}

/** What there is to tell of a memory. */
export type MemoryNote =
  | { readonly type: "used" | "made"; readonly folder: string }
  | { readonly type: "none" | "unusable"; readonly reason: string };

export interface MemoryOptions {
  /** Two hosts of one account keep two memories: they may read with different credentials, and different kinds. */
  readonly host: "cli" | "plakar";
  readonly provider: Pick<Provider & Examiner, "id" | "accountOf" | "describe" | "rates">;
  /** Tells the credential from others; see `OpenedProvider`. */
  readonly fingerprint: string;
  /** As `OperatorSettings` has it. */
  readonly stateFolder: string | false | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** How long the account may be asked for, in milliseconds: a run must not wait for it. */
  readonly timeoutMs: number;
  /** Counts the requests for it. */
  readonly traffic?: Traffic | undefined;
  /** Asks whose credential it is, where that was asked before; the provider is asked when absent. */
  readonly askAccount?: (() => Promise<string | undefined>) | undefined;
  readonly tell: (note: MemoryNote) => void;
}

/** Where the memory of one account is kept. */
export interface MemoryPlace {
  /** What it is called in sentences. */
  readonly called: string;
  /** The file, where it is one. */
  readonly path?: string;
  /**
   * @returns nothing read where there is no memory yet; undefined where there may be one that is not to be had, which was told.
   * @throws Unusable where what is there cannot be used.
   */
  recall(): Promise<Recollection | undefined>;
  /** @throws Unusable where it cannot be written. */
  write(content: Recollection): Promise<void>;
}

const nothing: Recollection = { reads: {} };
const unprotected =
  "a right that is lost, a product that seems to have gone and a list that is shortened in silence cannot be told from a deletion";

/**
 * Opens the memory of the account that a credential belongs to: a file of its own, named by a digest, since who the customers
 * are is not to be read off a folder.
 */
export async function openMemory(options: MemoryOptions): Promise<Memory> {
  const { stateFolder, environment, tell } = options;
  const keep = async (): Promise<void> => {};
  const folder = await memoryFolder(stateFolder, environment);
  if ("reason" in folder) {
    const { reason, isChosen } = folder;
    tell({ type: isChosen ? "none" : "unusable", reason: `nothing is remembered: ${reason}; ${unprotected}` });
    return { path: undefined, account: undefined, before: isChosen ? nothing : undefined, keep };
  }
  const account = await (options.askAccount?.() ?? accountOf(options));
  if (account !== undefined) {
    const { path, isNew } = folder;
    const memory = await openMemoryAt(inFolder(path, account, options), account, options);
    if (memory.before !== undefined) tell({ type: isNew ? "made" : "used", folder: path });
    return memory;
  }
  const reason =
    "nothing names the account of the credential: what was granted before is not known; CLOUD_INVENTORY_STATE_DIR=off does without";
  if (!options.signal.aborted) tell({ type: "unusable", reason });
  return { path: undefined, account: undefined, before: undefined, keep };
}

/** Whose credential it is, in the provider's own id; undefined where nothing names it in time. */
export async function accountOf({
  provider,
  signal,
  timeoutMs,
  traffic,
}: Pick<MemoryOptions, "provider" | "signal" | "timeoutMs" | "traffic">): Promise<string | undefined> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return provider.accountOf(newContext(inTime, traffic)).catch(() => undefined);
}

/** Opens the memory of an account wherever it is kept. */
export async function openMemoryAt(
  place: MemoryPlace,
  account: string,
  { provider, fingerprint, tell }: Pick<MemoryOptions, "provider" | "fingerprint" | "tell">,
): Promise<Memory> {
  const unusable = (thrown: unknown): undefined => {
    const why = thrown instanceof Unusable ? thrown.message : "cannot be used";
    tell({ type: "unusable", reason: `the memory in ${place.called}: ${why}: what was granted before is not known` });
  };
  const before = await place.recall().catch(unusable);
  provider.rates?.recall(before?.rates ?? {});
  return {
    path: place.path,
    account,
    before,
    async keep({ scopes, readsAfter, notGrantedAfter }) {
      if (before === undefined && scopes.some(({ outcome }) => outcome === "denied")) return;
      const reads = readsAfter(before?.reads ?? {});
      const readBy: Reader = { credential: provider.describe(), fingerprint, at: new Date().toISOString() };
      const notGranted = notGrantedAfter(before?.notGranted ?? []);
      const rates = provider.rates?.learned() ?? {};
      const content = { readBy, reads, ...(notGranted.length === 0 ? {} : { notGranted }), rates };
      await place.write(content).catch(unusable);
    },
  };
}

function inFolder(folder: string, account: string, { host, provider: { id }, tell }: MemoryOptions): MemoryPlace {
  const path = join(folder, `${digestOf(host, id, account)}.json`);
  return {
    called: "the state folder",
    path,
    async recall() {
      const found = await readMemory(path, id);
      if (found !== undefined) return found;
      // A folder that takes nothing up, or that is not mounted, must not pass for a first run.
      const why = await whyUnusable(folder);
      if (why === undefined) return nothing;
      tell({ type: "unusable", reason: `the state folder ${why}: what was granted before is not known` });
      return undefined;
    },
    write: (content) => writeMemory(path, id, content),
  };
}

/**
 * Removes the memory of an account, where there is one.
 *
 * @returns whether there was one.
 * @throws InventoryError INVALID_CONFIG where it cannot be removed, or the state folder is not there.
 */
export async function forgetMemory(
  { host, stateFolder, environment }: Pick<MemoryOptions, "host" | "stateFolder" | "environment">,
  { inventory, account }: { readonly inventory: string; readonly account: string },
): Promise<boolean> {
  const path = await folderToForgetIn({ stateFolder, environment });
  return path !== undefined && removeMemory(join(path, `${digestOf(host, inventory, account)}.json`));
}

/**
 * The folder that {@link forgetMemory} looks in: who removes other things as well asks before.
 *
 * @returns undefined where nothing is remembered.
 * @throws InventoryError INVALID_CONFIG where there is one, and it is not to be used now.
 */
export async function folderToForgetIn({
  stateFolder,
  environment,
}: Pick<MemoryOptions, "stateFolder" | "environment">): Promise<string | undefined> {
  const folder = await memoryFolder(stateFolder, environment);
  if ("reason" in folder) {
    if (folder.isChosen) return undefined;
    throw new InventoryError("INVALID_CONFIG", `what is remembered cannot be removed: ${folder.reason}`);
  }
  // One that is not mounted today still holds what is remembered.
  const why = await whyUnusable(folder.path);
  if (why === undefined) return folder.path;
  throw new InventoryError(
    "INVALID_CONFIG",
    `the state folder ${folder.path} ${why}; CLOUD_INVENTORY_STATE_DIR=off says that nothing is remembered in one`,
  );
}

/** A control plane's memory has the name that it had before there were others. */
function digestOf(host: MemoryOptions["host"], inventory: string, account: string): string {
  const parts = host === "plakar" ? [inventory, account] : [host, inventory, account];
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/** Who read last, for a sentence about what may not be read now. */
export function lastReaderOf({ before }: Memory, fingerprint: string): string | undefined {
  const { readBy } = before ?? {};
  if (readBy === undefined) return undefined;
  const who = readBy.fingerprint === fingerprint ? "this credential" : `another credential (${readBy.credential})`;
  return `last read by ${who} on ${readBy.at.slice(0, 16)}Z`;
}
