/** A bounded queue between many writers and one reader: a slow reader slows the writers, so memory stays bounded. */
export interface Channel<Value> extends AsyncIterable<Value> {
  /** Resolves at once while there is room, else when the reader has caught up. */
  push(value: Value): Promise<void>;
  /** No more values: the reader ends after those that are queued. */
  close(): void;
  /** The reader has left: writers are released and what they write is dropped. */
  abandon(): void;
}

export function createChannel<Value>(capacity: number): Channel<Value> {
  let queue: Value[] = [];
  let closed = false;
  let abandoned = false;
  let wakeReader = (): void => {};
  let releaseWriters: (() => void)[] = [];

  const release = (): void => {
    const waiting = releaseWriters;
    releaseWriters = [];
    for (const resume of waiting) resume();
  };

  return {
    async push(value) {
      if (abandoned) return;
      queue.push(value);
      wakeReader();
      while (queue.length >= capacity && !abandoned) {
        await new Promise<void>((resolve) => releaseWriters.push(resolve));
      }
    },
    close() {
      closed = true;
      wakeReader();
    },
    abandon() {
      abandoned = true;
      queue = [];
      release();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const batch = queue;
        queue = [];
        // Writers go on only once the batch is consumed: the reader's pace is theirs.
        yield* batch;
        release();
        if (queue.length > 0) continue;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      }
    },
  };
}
