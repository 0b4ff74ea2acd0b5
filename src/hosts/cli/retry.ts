import { InventoryError } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { withExamples } from "../../inventory/examples.ts";
import { isGap } from "../../inventory/outcome.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { type EarlierSnapshot, openEarlierSnapshot } from "../../snapshots/earlier-snapshot.ts";
import { agesOf } from "./ages.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import type { Inventory } from "./open-inventories.ts";
import { writesFile } from "./standard-streams.ts";
import { say, type Terminal } from "./terminal.ts";

const droppedNamed = 5;

/**
 * Opens the snapshot whose gaps are to be read; undefined where nothing is retried.
 *
 * @throws InventoryError INVALID_CONFIG where it is no snapshot, or where the new one has no place.
 */
export async function openRetry(options: ParsedOptions, terminal: Terminal): Promise<EarlierSnapshot | undefined> {
  const path = options.one("retry");
  if (path === undefined) return undefined;
  if (options.has("kinds")) throw usage("--retry reads the kinds of its snapshot; leave out --kinds");
  const keepsNdjson = options.one("format") === "ndjson" && writesFile(options);
  if (!options.has("snapshot") && !keepsNdjson) {
    throw usage(`--retry writes a whole new snapshot: say where with --snapshot FILE, which may be ${path} itself`);
  }
  const snapshot = await openEarlierSnapshot(path);
  say(terminal, `note: ${safeText(describe(snapshot, Date.now()))}`);
  return snapshot;
}

function describe({ path, scopes, isWhole }: EarlierSnapshot, nowMs: number): string {
  const whole = scopes.filter(({ end }) => !isGap(end.outcome));
  const cut = isWhole ? "" : " was cut off and";
  if (whole.length === 0) return `${path}${cut} has no scope that was read whole`;
  const times = whole.map(({ end }) => end.readAt);
  return `${path}${cut} has ${whole.length} of ${scopes.length} scopes whole, read ${agesOf(times, nowMs)}`;
}

/**
 * The one inventory that a snapshot is of, with the snapshot's kinds.
 *
 * @throws InventoryError INVALID_CONFIG where there are several, or where this version does not know a kind.
 */
export function retried(inventories: readonly Inventory[], { path, started }: EarlierSnapshot): readonly Inventory[] {
  const [only, ...others] = inventories;
  if (only === undefined || others.length > 0) {
    throw usage(`--retry: there are ${inventories.length} configs, and ${path} is of one: name it with --config`);
  }
  const { provider } = only;
  const known = new Set(provider.kinds.map(({ id }) => id));
  const unknown = started.kinds.find((id) => !known.has(id));
  if (unknown !== undefined) throw usage(`--retry: ${path} has ${unknown}, which is no kind of this version`);
  const kinds = selectKinds(provider.kinds, started.kinds);
  // What was read without a name is what is read without one.
  const isDefault = kinds.length === provider.kinds.filter(({ byDefault }) => byDefault).length;
  const named = only.named || !(isDefault && kinds.every(({ byDefault }) => byDefault));
  return [{ ...only, kinds, named }];
}

/** Which provider the inventory is of; what else is chosen has to agree. */
export function providersToRetry({ header, path }: EarlierSnapshot, chosen: readonly string[]): readonly string[] {
  const other = chosen.find((id) => id !== header.inventory);
  if (other !== undefined) throw usage(`--retry: ${path} is an inventory of ${header.inventory}, not of ${other}`);
  return [header.inventory];
}

/** Says what the snapshot had and the new run did not look for: a project or a place that is gone, or is not chosen any more. */
export function tellDropped({ path, scopes }: EarlierSnapshot, ended: readonly ScopeEvent[], terminal: Terminal): void {
  const nameOf = ({ kind, scope }: ScopeEvent): string => `${kind}@${scope}`;
  const asked = new Set(ended.map(nameOf));
  const whole = scopes.filter(({ end }) => !isGap(end.outcome));
  const dropped = whole.map(({ end }) => nameOf(end)).filter((name) => !asked.has(name));
  if (dropped.length === 0) return;
  const sentence = `${dropped.length} of the scopes of ${path} are not looked at any more`;
  say(terminal, `note: ${safeText(withExamples(sentence, dropped.slice(0, droppedNamed)))}`);
}

/**
 * Nothing of another account's snapshot may be called this one's.
 *
 * @param account whose inventory is read, in the provider's own id; undefined where nothing names it.
 * @throws InventoryError INVALID_CONFIG where the two differ, or where one of them is not known.
 */
export function checkAccount({ path, header }: EarlierSnapshot, account: string | undefined): void {
  if (header.account === undefined) {
    throw refused(`${path} does not say whose inventory it is, so nothing of it can be taken over`);
  }
  if (account === undefined) {
    throw refused(`nothing names the account of the credential, so nothing of ${path} can be taken over`);
  }
  if (account !== header.account) {
    throw refused(`${path} is of the account ${header.account}, and the credential of ${account}`);
  }
}

function refused(message: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", safeText(`--retry: ${message}`));
}
