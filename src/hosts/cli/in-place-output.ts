import { open, stat } from "node:fs/promises";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { createBatchedWriter, endWritten } from "./batched-writer.ts";
import { streamOutput } from "./output.ts";
import type { PlainFile } from "./plain-file.ts";
import { isStandardError, isStandardOutput } from "./standard-streams.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Standard streams, devices and pipes, as `--output` names them: what is written there is written in place, and nothing stands beside it.
 *
 * @returns undefined where the name is that of a file, or of nothing yet.
 * @throws InventoryError INVALID_CONFIG where it cannot be written, or is a folder.
 */
export async function inPlaceOutput(path: string, terminal: Terminal): Promise<PlainFile | undefined> {
  if (isStandardOutput(path)) return streamOutput(terminal.stdout);
  if (isStandardError(path)) return streamOutput(terminal.stderr, path);
  return (await isSpecial(path)) ? specialOutput(path) : undefined;
}

async function specialOutput(path: string): Promise<PlainFile> {
  const file = await open(path, "w").catch((thrown: unknown) => Promise.reject(unusableOutput(path, thrown)));
  const stream = file.createWriteStream();
  const writer = createBatchedWriter(stream, path);
  return {
    write: writer.write,
    finish: () => endWritten(writer, stream, path),
    async discard() {
      await writer.flush().catch(() => {});
      stream.destroy();
    },
  };
}

/** A directory is refused by name; whatever else is no plain file is special. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  const isFolder = found?.isDirectory() ?? path.endsWith("/");
  if (isFolder) throw new InventoryError("INVALID_CONFIG", `--output: ${path} is a directory`);
  return found !== undefined && !found.isFile();
}

/** What keeps `--output` from being opened. */
export function unusableOutput(path: string, thrown: unknown): InventoryError {
  return new InventoryError("INVALID_CONFIG", `--output: ${path} cannot be written (${systemCode(thrown)})`, {
    cause: thrown,
  });
}
