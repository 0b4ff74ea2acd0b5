/** A bounded queue between many writers and one reader: a slow reader slows the writers, so memory stays bounded. */
export interface Channel<Value> {
  /** Answers with nothing while there is room, which costs no turn, and else with what resolves when the reader has caught up. */
  push(value: Value): Promise<void> | undefined;
  /**
   * What was pushed since the last batch, waiting for it where need be; undefined at the end. Asking for the next batch says
   * that the last one is dealt with: until then it counts as queued.
   */
  take(): Promise<readonly Value[] | undefined>;
  /** No more values: the reader ends after those that are queued. */
  close(): void;
  /** The reader has left: writers are released and what they write is dropped. */
  abandon(): void;
}

export function createChannel<Value>(capacity: number): Channel<Value> {
  let queue: Value[] = [];
  let taken = 0;
  let closed = false;
  let abandoned = false;
  let wakeReader = (): void => {};
  let releaseWriters: (() => void)[] = [];

  const hasRoom = (): boolean => queue.length + taken < capacity || abandoned;
  const untilRoom = async (): Promise<void> => {
    while (!hasRoom()) await new Promise<void>((resolve) => releaseWriters.push(resolve));
  };
  const release = (): void => {
    const waiting = releaseWriters;
    releaseWriters = [];
    for (const resume of waiting) resume();
  };

  return {
    push(value) {
      if (abandoned) return undefined;
      queue.push(value);
      // A reader that has something to take is awake.
      if (queue.length === 1) wakeReader();
      return hasRoom() ? undefined : untilRoom();
    },
    async take() {
      taken = 0;
      release();
      while (queue.length === 0 && !closed) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      }
      const batch = queue;
      queue = [];
      taken = batch.length;
      return batch.length > 0 ? batch : undefined;
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
  };
}
