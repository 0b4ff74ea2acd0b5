/**
 * Runs `work` on each input, up to `window` at a time, and yields the results in the order of the inputs. Work starts ahead
 * of the consumer by the window at most, so a slow consumer bounds the memory.
 *
 * A rejection is thrown when its turn comes, after the results before it.
 */
export async function* ordered<Input, Result>(
  inputs: readonly Input[],
  window: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const started: Promise<Result>[] = [];
  const start = (input: Input): void => {
    const promise = work(input);
    // Awaited later, in order: until then a rejection must not count as unhandled.
    promise.catch(() => {});
    started.push(promise);
  };
  for (const [index, input] of inputs.entries()) {
    if (index >= window) yield await (started.shift() as Promise<Result>);
    start(input);
  }
  for (const promise of started) yield await promise;
}
