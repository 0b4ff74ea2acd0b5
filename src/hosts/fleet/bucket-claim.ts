import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { type Clock, systemClock } from "../../http/clock.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { type Bucket, type PutCondition, type ReadObject, textBody } from "../../object-storage/bucket.ts";
import { usage } from "../cli/arguments.ts";
import type { StoreClaim } from "./snapshot-store.ts";

/** Where the claim of a bucket stands, and how it is asked. */
export interface ClaimParts {
  /** For messages. */
  readonly place: string;
  readonly key: string;
  readonly bucketOf: (signal: AbortSignal) => Bucket;
  /** Ends the attempt to get the claim. */
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

/** What the object says: who has the claim, and until when it is not to be taken away. */
interface Lock {
  readonly host: string;
  readonly process: number;
  readonly id: string;
  /** RFC 3339, by the clock of S3, which all machines share. */
  readonly until: string;
}

const leaseMs = 5 * 60_000;
const renewEveryMs = 60_000;
/** One renewal may take its time, and the next one too, before the lease is over. */
const givenUpAfterMs = leaseMs - 2 * renewEveryMs;
const releaseWithinMs = 10_000;

/**
 * Claims a bucket by an object in it. A process that is killed leaves the object, and its claim ends five minutes after the last
 * renewal.
 *
 * @throws InventoryError INVALID_CONFIG where another process has it.
 */
export async function claimBucket({
  place,
  key,
  bucketOf,
  signal,
  clock = systemClock,
}: ClaimParts): Promise<StoreClaim> {
  const mine = { host: hostname(), process: process.pid, id: randomUUID() };
  const lost = new AbortController();
  const ended = new AbortController();

  const lockUntil = (atMs: number) =>
    textBody(JSON.stringify({ ...mine, until: new Date(atMs + leaseMs).toISOString() } satisfies Lock));
  const isMine = (found: ReadObject | undefined): found is ReadObject =>
    found !== undefined && readLock(found)?.id === mine.id;

  const renew = async (bucket: Bucket): Promise<boolean> => {
    const found = await bucket.read(key);
    return isMine(found) && bucket.put(key, lockUntil(found.atMs), { "if-match": found.etag });
  };
  const take = async (bucket: Bucket): Promise<void> => {
    const found = await bucket.read(key);
    if (found !== undefined) refuseHeld(place, key, found);
    const condition: PutCondition = found === undefined ? { "if-none-match": "*" } : { "if-match": found.etag };
    try {
      await bucket.put(key, lockUntil(found?.atMs ?? clock.now()), condition);
      // Read again: an S3 that does not look at conditions lets two of them write, and the last one has it. And from now on the clock
      // of S3 is known.
      if (!(await renew(bucket))) throw usage(`another fleet run has just begun with ${place}; wait for its end`);
    } catch (thrown) {
      await letGo();
      throw thrown;
    }
  };
  /** What cannot be removed ends by itself. */
  const letGo = async (): Promise<void> => {
    const bucket = bucketOf(AbortSignal.timeout(releaseWithinMs));
    const found = await bucket.read(key).catch(() => undefined);
    if (isMine(found)) await bucket.remove(key).catch(() => {});
  };
  const lose = (why: string): void =>
    lost.abort(new InventoryError("UNAVAILABLE", `the claim of ${place} was lost: ${why}`));

  await take(bucketOf(signal));
  const renewing = (async () => {
    // What is under way is never cut off: a write that comes after the end would bring the object back.
    const bucket = bucketOf(new AbortController().signal);
    let renewedMs = clock.monotonic();
    while (!ended.signal.aborted && !lost.signal.aborted) {
      await clock.sleep(renewEveryMs, ended.signal).catch(() => {});
      if (ended.signal.aborted) return;
      try {
        if (await renew(bucket)) renewedMs = clock.monotonic();
        else lose("another fleet run has taken it");
      } catch (thrown) {
        if (clock.monotonic() - renewedMs > givenUpAfterMs) {
          lose(thrown instanceof InventoryError ? thrown.message : "it could not be renewed");
        }
      }
    }
  })();
  return {
    lost: lost.signal,
    async release() {
      ended.abort();
      await renewing;
      await letGo();
    },
  };
}

/** @throws InventoryError INVALID_CONFIG where somebody has the claim now. */
function refuseHeld(place: string, key: string, found: ReadObject): void {
  const lock = readLock(found);
  if (lock === undefined) throw usage(`${place}: ${key} is no lock of a fleet run; remove it, or name another place`);
  if (Date.parse(lock.until) <= found.atMs) return;
  const who = `process ${lock.process} on ${lock.host}`;
  throw usage(
    `another fleet run has ${place}: ${who}; wait for its end, or until ${lock.until} if it was killed, or name another place`,
  );
}

function readLock({ text }: ReadObject): Lock | undefined {
  try {
    const { host, process, id, until } = JSON.parse(text) as Partial<Record<keyof Lock, unknown>>;
    const isLock = typeof host === "string" && typeof process === "number" && typeof id === "string";
    if (!isLock || typeof until !== "string" || Number.isNaN(Date.parse(until))) return undefined;
    return { host, process, id, until };
  } catch {
    return undefined;
  }
}
