import type { Writable } from "node:stream";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { createBatchedWriter, standardOutput, unwritable, written } from "./batched-writer.ts";
import type { PlainFile } from "./plain-file.ts";
import type { RunEnd } from "./run-end.ts";
import type { Terminal } from "./terminal.ts";

/** Where a document goes, in batches. Writing waits for the medium, so a slow one slows the reading. */
export interface Output {
  /** Answers with nothing while there is room, which costs no turn, and else with what resolves when there is some. */
  write(text: string): Promise<void> | undefined;
  /** Shows what is written so far, for whoever goes on from there; absent where nothing can be shown. */
  show?(): Promise<void>;
  /** All of the document is written: it takes its place, unless the run ended in a way that leaves what was there. */
  finish(end: RunEnd): Promise<void>;
  /** The document is not whole: what was there before stays. */
  discard(end: RunEnd): Promise<void>;
}

/**
 * A document that nobody can receive is not worth a request.
 *
 * @throws InventoryError INTERNAL where there is no standard output.
 */
export function checkStandardOutput({ isStdoutClosed = false }: Terminal): void {
  if (!isStdoutClosed) return;
  const message = `${standardOutput} is closed, or ignored in a way that looks the same; > /dev/null throws it away on purpose`;
  throw new InventoryError("INTERNAL", message);
}

/** Text for a stream that somebody else owns. */
export function streamOutput(stream: Writable, place = standardOutput): PlainFile {
  const { write, flush } = createBatchedWriter(stream, place);
  // What was read before the run failed is worth as much as before.
  return { write, finish: flush, discard: () => flush().catch(() => {}) };
}

/**
 * Prints a verb's whole document and waits until it is written. A reader that has seen enough, such as `head`, lost nothing.
 *
 * @throws InventoryError INTERNAL where the document is lost, such as on a full disk.
 */
export async function print({ stdout }: Terminal, document: string): Promise<void> {
  const lost = await written(stdout, document);
  if (lost != null && systemCode(lost) !== "EPIPE") throw unwritable(standardOutput, lost);
}

/** Prints a verb's whole answer as JSON that people can read too; see {@link print}. */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  return print(terminal, `${JSON.stringify(value, null, 2)}\n`);
}
