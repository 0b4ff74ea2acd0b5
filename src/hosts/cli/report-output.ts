import { abortError, InventoryError } from "../../inventory/errors.ts";
import type { ParsedOptions } from "./arguments.ts";
import { inPlaceOutput } from "./in-place-output.ts";
import { streamOutput } from "./output.ts";
import { type PlainFile, plainFile } from "./plain-file.ts";
import type { Terminal } from "./terminal.ts";

type Texts = Iterable<string> | AsyncIterable<string>;

/**
 * Writes a report to where `--output` says, whole or not at all.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be written, CANCELLED where somebody stopped it, INTERNAL later.
 */
export async function writeReport(texts: Texts, options: ParsedOptions, terminal: Terminal): Promise<void> {
  await writeTo(await openReport(options, terminal), texts, terminal.signal);
}

/**
 * Opens the place where `--output` says that a report goes, for work that takes long before there is one.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be written.
 */
export async function openReport(options: ParsedOptions, terminal: Terminal): Promise<PlainFile> {
  const path = options.one("output");
  return path === undefined ? streamOutput(terminal.stdout) : outputAt(path, terminal);
}

/**
 * Writes a report whole or not at all.
 *
 * @throws InventoryError CANCELLED where somebody stopped it, INTERNAL where it cannot be written.
 */
export async function writeTo(output: PlainFile, texts: Texts, signal?: AbortSignal): Promise<void> {
  try {
    await writeAll(texts, output, signal);
    await output.finish();
  } catch (thrown) {
    await output.discard();
    throw thrown;
  }
}

async function outputAt(path: string, terminal: Terminal): Promise<PlainFile> {
  const inPlace = await inPlaceOutput(path, terminal);
  if (inPlace !== undefined) return inPlace;
  return plainFile(path).catch((thrown: InventoryError) => {
    throw new InventoryError(thrown.code, `--output: ${thrown.message}`, { cause: thrown });
  });
}

/** Writes texts in their order, no faster than they are taken up. */
export async function writeAll(
  texts: Texts,
  output: { write(text: string): Promise<void> | undefined },
  signal?: AbortSignal,
): Promise<void> {
  for await (const text of texts) {
    if (signal?.aborted) throw abortError(signal);
    const room = output.write(text);
    if (room !== undefined) await room;
  }
}
