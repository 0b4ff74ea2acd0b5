import { InventoryError } from "./errors.ts";

/**
 * What a list yields until its time is over. Who waits for its next page then waits no longer; what is under way is left to end by
 * itself, since others may wait for the same answer.
 *
 * @param deadlineMs for the whole list, in milliseconds; none when undefined.
 * @throws InventoryError UNAVAILABLE after that time.
 */
export async function* inTime<Value>(
  values: AsyncIterable<Value>,
  deadlineMs: number | undefined,
): AsyncGenerator<Value, void, void> {
  if (deadlineMs === undefined) return yield* values;
  const iterator = values[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const sentence = `the deadline of ${deadlineMs / 1000} s for one list passed before its end`;
    timer = setTimeout(() => reject(new InventoryError("UNAVAILABLE", sentence)), deadlineMs);
  });
  // It may pass while nobody waits for the next page.
  tooLate.catch(() => {});
  try {
    for (;;) {
      const next = iterator.next();
      next.catch(() => {});
      const { done, value } = await Promise.race([next, tooLate]);
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
