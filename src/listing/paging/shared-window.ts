/** How many requests a list may have asked for ahead of its consumer, at this moment. */
export type Window = () => number;

/** Reads a list as one of those that are read at the same time. */
export type Share = <Value>(read: (window: Window) => AsyncIterable<Value>) => AsyncGenerator<Value, void, void>;

/**
 * A window that lists share: one alone has all of it, and many a part each, at least one request. What is read ahead then
 * stays the same whatever the number of lists, and so does the memory that it takes.
 *
 * @param requests the window of one list alone.
 */
export function createSharedWindow(requests: number): Share {
  let lists = 0;
  const window: Window = () => Math.ceil(requests / Math.max(1, lists));
  return async function* share(read) {
    lists += 1;
    try {
      yield* read(window);
    } finally {
      lists -= 1;
    }
  };
}
