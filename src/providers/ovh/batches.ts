import { isRecord } from "../../http/answer.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { textOf } from "../../listing/kind.ts";
import type { BatchedDetail, Query } from "../../listing/reader.ts";

/** The header that makes a batch of a request, with what stands between the ids (ovh/csharp-ovh, PR 15; ovh/python-ovh, PR 64). */
export const batchHeaders = { "X-Ovh-Batch": "," } as const;

/** Asks for several items at once. @returns the document that is answered. */
type Ask = (path: string, ids: readonly string[], query: Query, context: ReadContext) => Promise<unknown>;

type ReadBatch = (
  path: string,
  ids: readonly string[],
  query: Query,
  context: ReadContext,
) => Promise<readonly BatchedDetail[]>;

/** What a run has learned of batches at its host. */
interface Learned {
  /** The first batch of the run. Until it is answered no other is sent: a host that knows none costs one request. */
  trial?: Promise<void>;
  isOff: boolean;
  /** Where a right was missing: perhaps for some of the items alone. */
  readonly refused: Set<string>;
}

/**
 * Batches of version 1. OVHcloud documents none of this (a developer of OVHcloud in ovh/php-ovh issue 132: it works on the public API,
 * and is not guaranteed), so everything that is odd about an answer is a reason to read its items alone, and never an end: a host
 * that answers in another way than a batch is answered is asked for no other batch in the same run.
 */
export function createBatchReader(ask: Ask): ReadBatch {
  const learnedNothing = (): Learned => ({ isOff: false, refused: new Set() });
  return async (path, ids, query, context) => {
    const learned = context.run.stateOf(learnedNothing);
    if (learned.trial !== undefined) await settled(learned.trial, context.signal);
    if (learned.isOff || learned.refused.has(path)) return [];
    const reading = readOnce(() => ask(path, ids, query, context), path, learned);
    // Held to the end of the run: without what was answered.
    const ended = (): void => undefined;
    learned.trial ??= reading.then(ended, ended);
    return reading;
  };
}

/** @throws InventoryError where the run was cancelled. */
async function readOnce(
  ask: () => Promise<unknown>,
  path: string,
  learned: Learned,
): Promise<readonly BatchedDetail[]> {
  try {
    const entries = entriesOf(await ask());
    learned.isOff ||= entries === undefined;
    return entries ?? [];
  } catch (thrown) {
    const error = asInventoryError(thrown);
    if (error.code === "CANCELLED") throw error;
    // Even a refused credential is no end here: a host might check the signature of such a request in another way.
    if (error.code === "PERMISSION_DENIED") learned.refused.add(path);
    else if (error.code !== "RATE_LIMITED") learned.isOff = true;
    return [];
  }
}

/**
 * The entries of an answer, each with `value` where the item was read and `error` where it was not; undefined where it is no
 * answer to a batch. What an error looks like was never seen: the item is read alone, and says it in the form that is known.
 */
function entriesOf(document: unknown): readonly BatchedDetail[] | undefined {
  if (!Array.isArray(document)) return undefined;
  const entries = document.filter(isRecord).filter((entry) => "value" in entry || "error" in entry);
  if (entries.length === 0) return undefined;
  return entries.map(({ key, value, error }) => ({
    key: textOf(key),
    detail: (error ?? undefined) === undefined && isRecord(value) ? value : undefined,
  }));
}

/** Waits for a trial, and no longer than for the end of whoever waits. */
function settled(trial: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener("abort", done);
      resolve();
    };
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
    void trial.then(done);
  });
}
