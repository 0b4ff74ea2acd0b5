import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { InventoryError } from "../../inventory/errors.ts";
import { createBatchedWriter, endWritten, unwritable } from "./batched-writer.ts";
import { exitCodes } from "./exit-codes.ts";
import { inPlaceOutput, unusableOutput } from "./in-place-output.ts";
import type { Output } from "./output.ts";
import { openPart, type PartFile, targetOf } from "./part-file.ts";
import { factsOf, isWritten, lastRunOf, type RunEnd } from "./run-end.ts";
import { openStatus, type StatusFile } from "./status-file.ts";
import { say, type Terminal } from "./terminal.ts";

/**
 * A file that appears whole or not at all, with its status beside it; a run that was cut off leaves what was there. Opened at once,
 * so that a place that cannot be written is found out before the first request.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be written; INTERNAL later, such as for a full disk.
 */
export async function fileOutput(path: string, terminal: Terminal): Promise<Output> {
  const inPlace = await inPlaceOutput(path, terminal);
  if (inPlace !== undefined) return inPlace;
  const part = await openPart(await targetOf(path)).catch((thrown: unknown) => {
    throw unusableOutput(path, thrown);
  });
  try {
    const { dev, ino } = await part.file.stat();
    return documentOutput({ path, part, dev, ino, status: await openStatus(path), terminal });
  } catch (thrown) {
    await part.remove();
    throw thrown;
  }
}

interface Document {
  readonly path: string;
  readonly part: PartFile;
  readonly dev: number;
  readonly ino: number;
  readonly status: StatusFile;
  readonly terminal: Terminal;
}

function documentOutput({ path, part, dev, ino, status, terminal }: Document): Output {
  const stream = part.file.createWriteStream({ flush: true });
  const hash = createHash("sha256");
  const writer = createBatchedWriter(stream, path, (batch) => hash.update(batch));
  const discard = async (end: RunEnd): Promise<void> => {
    const keepsShown = end.exitCode === exitCodes.cancelled;
    if (keepsShown) await endWritten(writer, stream, path).catch(() => {});
    stream.destroy();
    const partial = await part.remove({ keepsShown });
    const lost = await status.keep(lastRunOf(end)).catch((thrown: InventoryError) => thrown);
    if (lost !== undefined) say(terminal, `warning: ${lost.message}`);
    const where = lost === undefined ? `, and ${path}.status.json says why` : "";
    const rest = partial === undefined ? "" : `; --retry ${partial} goes on from what it had read`;
    say(terminal, `note: this run wrote no document; ${path} is as it was${where}${rest}`);
  };
  return {
    write: writer.write,
    show: part.show,
    async finish(end) {
      if (!isWritten(end)) return discard(end);
      try {
        await endWritten(writer, stream, path);
        const document = factsOf(end, { bytes: stream.bytesWritten, sha256: hash.digest("hex") });
        await status.replace({ document, lastRun: lastRunOf(end) }, async () => {
          await part.settle();
          const found = await stat(path).catch(() => undefined);
          return found?.ino === ino && found.dev === dev;
        });
      } catch (thrown) {
        throw thrown instanceof InventoryError ? thrown : unwritable(path, thrown);
      }
    },
    discard,
  };
}
