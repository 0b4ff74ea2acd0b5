import { InventoryError } from "../../inventory/errors.ts";
import { type Difference, type DifferenceType, type DiffOptions, type DiffSummary, diffSnapshots } from "../diff.ts";
import type { SnapshotHeader } from "../format.ts";
import { readSnapshot } from "../read-snapshot.ts";

/** What changed in one inventory since an earlier snapshot. */
export interface Changes {
  readonly summary: DiffSummary;
  /** Some of each type, most important types first. */
  readonly differences: readonly Difference[];
}

/** An earlier and a later snapshot of one inventory. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
}

/** The types that are told one by one, most important first; what changes by mere use is counted alone. */
const toldTypes: readonly DifferenceType[] = [
  "removed",
  "added",
  "changed",
  "no-longer-looked-at",
  "unknown",
  "newly-covered",
];
const mostOfType = 25;

/**
 * Pairs each earlier snapshot with the one of the same provider and account.
 *
 * @throws InventoryError INVALID_CONFIG where one matches none, or two match the same, or one is no snapshot.
 */
export async function pairSnapshots(
  paths: readonly string[],
  previous: readonly string[],
): Promise<readonly Comparison[]> {
  if (previous.length === 0) return [];
  const headers = await Promise.all(paths.map(headerOf));
  const pairs = new Map<string, Comparison>();
  for (const before of previous) {
    const { inventory, account } = await headerOf(before);
    const after = paths[headers.findIndex((one) => one.inventory === inventory && one.account === account)];
    if (after === undefined) throw unmatched(before, inventory, account);
    const other = pairs.get(after);
    if (other !== undefined) {
      throw new InventoryError(
        "INVALID_CONFIG",
        `${other.before} and ${before} are both earlier snapshots for ${after}: name one of them`,
      );
    }
    pairs.set(after, { before, after });
  }
  return [...pairs.values()];
}

/** @throws InventoryError as `diffSnapshots` does. */
export async function readChanges({ before, after }: Comparison, options: DiffOptions): Promise<Changes> {
  const byType = new Map<DifferenceType, Difference[]>(toldTypes.map((type) => [type, []]));
  for await (const told of diffSnapshots(before, after, options)) {
    if (told.type === "summary") return { summary: told, differences: [...byType.values()].flat() };
    const ofType = byType.get(told.type);
    if (ofType !== undefined && ofType.length < mostOfType) ofType.push(told);
  }
  throw new InventoryError("INTERNAL", "a comparison ended without its summary; this is a defect of the plugin");
}

/** As little of a snapshot as says whose it is. */
async function headerOf(path: string): Promise<SnapshotHeader> {
  for await (const line of readSnapshot(path)) {
    if (line.type === "snapshot") return line;
  }
  throw new InventoryError(
    "INTERNAL",
    `${path} has no header and passed for a snapshot; this is a defect of the plugin`,
  );
}

function unmatched(path: string, inventory: string, account: string | undefined): InventoryError {
  const whose = account === undefined ? "an account that it does not name" : `the account ${account}`;
  return new InventoryError(
    "INVALID_CONFIG",
    `${path} is of ${inventory}, ${whose}, and no snapshot of the report is: --previous needs an earlier snapshot of one of them`,
  );
}
