import type { Window } from "./shared-window.ts";

/**
 * Works on each value of a source, up to `window` at a time, and yields the results in the source's order. What the source throws
 * is thrown once all that came before it has been handed on.
 */
export async function* mapAhead<Input, Result>(
  source: AsyncIterable<Input>,
  window: Window,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const started: Promise<Result>[] = [];
  const iterator = source[Symbol.asyncIterator]();
  let end: { readonly thrown?: unknown } | undefined;
  try {
    for (;;) {
      while (end === undefined && started.length < window()) {
        try {
          const next = await iterator.next();
          if (next.done) end = {};
          else started.push(quietly(work(next.value)));
        } catch (thrown) {
          end = { thrown };
        }
      }
      const first = started.shift();
      if (first === undefined) break;
      yield await first;
    }
  } finally {
    if (end === undefined) await iterator.return?.();
  }
  if (end !== undefined && "thrown" in end) throw end.thrown;
}

/** Awaited later, in order: until then a rejection must not count as unhandled. */
function quietly<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}
