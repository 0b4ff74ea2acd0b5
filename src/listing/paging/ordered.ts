import type { Window } from "./shared-window.ts";

/**
 * Runs `work` on each input, up to `window` at a time, and yields the results in the order of the inputs. Work starts at
 * once and stays ahead of the consumer by the window at most, so a slow consumer bounds the memory.
 *
 * A rejection is thrown when its turn comes, after the results before it.
 *
 * @param inputs may grow while a result is dealt with: what is added is worked on as well.
 */
export function ordered<Input, Result>(
  inputs: readonly Input[],
  window: Window,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const started: Promise<Result>[] = [];
  let next = 0;
  const startAhead = (): void => {
    for (; next < inputs.length && started.length < window(); next += 1) {
      const promise = work(inputs[next] as Input);
      // Awaited later, in order: until then a rejection must not count as unhandled.
      promise.catch(() => {});
      started.push(promise);
    }
  };
  startAhead();
  return inOrder(started, startAhead);
}

async function* inOrder<Result>(
  started: Promise<Result>[],
  startAhead: () => void,
): AsyncGenerator<Result, void, void> {
  for (let first = started.shift(); first !== undefined; first = started.shift()) {
    yield await first;
    startAhead();
  }
}
