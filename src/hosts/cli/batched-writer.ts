import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { InventoryError, systemCode } from "../../inventory/errors.ts";

// What a pipe holds on Linux. A write for each line would cost a quarter of the time of a run.
const batchLength = 64 * 1024;

/** Writes text in batches: one is under way, and one is collected meanwhile, so that a slow medium bounds what is held. */
export interface BatchedWriter {
  /**
   * Takes text. What is less than a batch is written when the process has nothing else to do, so that a reader sees it at once.
   *
   * @returns nothing while there is room, and else what resolves when there is some.
   * @throws InventoryError INTERNAL where something could not be written; also what is returned rejects with it.
   */
  write(text: string): Promise<void> | undefined;
  /**
   * Resolves once all is written.
   *
   * @throws InventoryError INTERNAL where something could not be written.
   */
  flush(): Promise<void>;
}

/**
 * Text for a stream, in batches.
 *
 * @param place what the stream is called in errors.
 * @param onBatch is told each batch when it is written.
 */
export function createBatchedWriter(stream: Writable, place: string, onBatch = (_batch: string) => {}): BatchedWriter {
  let collected = "";
  let underWay: Promise<void> | undefined;
  let isDue = false;
  let failure: InventoryError | undefined;
  const fail = (error: unknown): void => {
    failure ??= unwritable(place, error);
  };
  // Without a listener a reader that left (EPIPE) would end the process with a stack trace.
  stream.on("error", fail);

  const send = async (): Promise<void> => {
    const batch = collected;
    collected = "";
    onBatch(batch);
    const lost = await written(stream, batch);
    if (lost != null) fail(lost);
    underWay = undefined;
    if (collected !== "") sendWhenIdle();
  };
  const sendNow = (): void => {
    if (collected !== "") underWay ??= send();
  };
  const sendWhenIdle = (): void => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      sendNow();
    });
  };
  const untilRoom = async (): Promise<void> => {
    while (underWay !== undefined && collected.length >= batchLength) await underWay;
    if (collected.length >= batchLength) sendNow();
    if (failure !== undefined) throw failure;
  };
  return {
    write(text) {
      if (failure !== undefined) throw failure;
      if (text === "") return undefined;
      collected += text;
      if (collected.length < batchLength) {
        sendWhenIdle();
        return undefined;
      }
      if (underWay !== undefined) return untilRoom();
      sendNow();
      return undefined;
    },
    async flush() {
      for (sendNow(); underWay !== undefined; sendNow()) await underWay;
      if (failure !== undefined) throw failure;
    },
  };
}

/**
 * Ends a stream once all is written, and waits until the medium has it.
 *
 * @param medium the last of several streams, such as the file behind a compressor.
 * @throws InventoryError INTERNAL where something could not be written.
 */
export async function endWritten(
  { flush }: BatchedWriter,
  stream: Writable,
  place: string,
  medium: Writable = stream,
): Promise<void> {
  try {
    await flush();
    stream.end();
    await finished(medium);
  } catch (thrown) {
    throw thrown instanceof InventoryError ? thrown : unwritable(place, thrown);
  }
}

/** Resolves once a text and all before it are written, or lost; then with why. */
export function written(stream: Writable, text: string): Promise<Error | null | undefined> {
  return new Promise((resolve) => stream.write(text, resolve));
}

/** What messages call the stream that a shell hands on. */
export const standardOutput = "standard output";

/** The reader of standard output has left (EPIPE), such as `head` that has seen enough: it knows that itself. */
export class ReaderLeft extends InventoryError {}

/** What keeps a document from being written, once writing has begun. */
export function unwritable(place: string, thrown: unknown): InventoryError {
  const code = systemCode(thrown);
  // Whoever reads a named pipe is somebody else than who started the program.
  const Kind = code === "EPIPE" && place === standardOutput ? ReaderLeft : InventoryError;
  return new Kind("INTERNAL", `${place} could not be written to the end (${code})`, { cause: thrown });
}
