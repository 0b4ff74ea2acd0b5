/**
 * Runs `work` on each input, up to `window` at a time, and yields the results in the order of the inputs. Work starts at
 * once and stays ahead of the consumer by the window at most, so a slow consumer bounds the memory.
 *
 * A rejection is thrown when its turn comes, after the results before it.
 */
export function ordered<Input, Result>(
  inputs: readonly Input[],
  window: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const start = (input: Input): Promise<Result> => {
    const promise = work(input);
    // Awaited later, in order: until then a rejection must not count as unhandled.
    promise.catch(() => {});
    return promise;
  };
  const started = inputs.slice(0, window).map(start);
  return inOrder(started, inputs.slice(window), start);
}

async function* inOrder<Input, Result>(
  started: Promise<Result>[],
  waiting: readonly Input[],
  start: (input: Input) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  for (const input of waiting) {
    yield await (started.shift() as Promise<Result>);
    started.push(start(input));
  }
  for (const promise of started) yield await promise;
}
