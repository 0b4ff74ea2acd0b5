import pLimit from "p-limit";
import { createAccountTurns } from "./account-turns.ts";
import type { FleetEntry } from "./entry.ts";

/** How many inventories are read at the same time. */
export interface FleetLimits {
  readonly atOnce: number;
  /** Of one provider; as many as of all when absent. */
  readonly perProvider?: number | undefined;
}

type Attempt<Result> = { readonly result: Result } | { readonly busy: string };

/** What is done with each entry of a fleet. */
export interface FleetJob<Opened, Result> {
  /** Opens an entry, and finds out whose account it is of, as a text that two inventories of one account share. */
  open(entry: FleetEntry): Promise<{ readonly opened: Opened; readonly account: string }>;
  /** Does it, while nobody else is at the account. */
  run(entry: FleetEntry, opened: Opened): Promise<Result>;
  /** What came of an entry that `open` or `run` failed on. */
  failed(entry: FleetEntry, thrown: unknown): Result;
}

/**
 * Does a job with every entry of a fleet: so many at once on this machine and of each provider, and one at a time of each account.
 *
 * Whoever has to wait for its account holds neither a place nor anything that was opened: it is opened again when its turn comes.
 *
 * @param settled told each result as it comes.
 */
export async function runFleet<Opened, Result>(
  entries: readonly FleetEntry[],
  { atOnce, perProvider = atOnce }: FleetLimits,
  job: FleetJob<Opened, Result>,
  settled: (result: Result) => void,
): Promise<readonly Result[]> {
  const turns = createAccountTurns();
  const onMachine = pLimit(atOnce);
  const ofProvider = new Map<string, ReturnType<typeof pLimit>>();
  const placeOf = (entry: FleetEntry) => {
    const limit = ofProvider.get(entry.inventory) ?? pLimit(perProvider);
    ofProvider.set(entry.inventory, limit);
    return <Done>(call: () => Promise<Done>): Promise<Done> => limit(() => onMachine(call));
  };

  /** Does it, unless somebody else is at the account that it is of: then the account is to be waited for. */
  const attempt = async (entry: FleetEntry, turn: string | undefined): Promise<Attempt<Result>> => {
    const { opened, account } = await job.open(entry);
    if (account === turn) return { result: await job.run(entry, opened) };
    const release = turns.tryTake(account);
    if (release === undefined) return { busy: account };
    try {
      return { result: await job.run(entry, opened) };
    } finally {
      release();
    }
  };
  const runInTurn = async (entry: FleetEntry): Promise<Result> => {
    const inPlace = placeOf(entry);
    let tried = await inPlace(() => attempt(entry, undefined));
    while ("busy" in tried) {
      const { busy } = tried;
      const release = await turns.take(busy);
      // Opened again, it may be of another account: a secret may have been replaced meanwhile.
      tried = await inPlace(() => attempt(entry, busy)).finally(release);
    }
    return tried.result;
  };

  return Promise.all(
    entries.map(async (entry) => {
      const result = await runInTurn(entry).catch((thrown: unknown) => job.failed(entry, thrown));
      settled(result);
      return result;
    }),
  );
}
