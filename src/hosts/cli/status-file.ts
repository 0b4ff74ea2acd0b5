import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type DocumentFacts, DocumentStatus, type LastRun } from "../../inventory/document-status.ts";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { unwritable } from "./batched-writer.ts";
import { openPart, type PartFile } from "./part-file.ts";

const largestBytes = 256 * 1024 * 1024;

/** `FILE.status.json` beside a document: what the document is, and how the last run ended. */
export interface StatusFile {
  /**
   * Puts a document in its place and tells so.
   *
   * @param place gives the document its name; answers false where another run took the place at the same moment.
   * @throws InventoryError INTERNAL where either cannot be written. The earlier document then stays, unless it is the very last
   *   step that fails.
   */
  replace(status: DocumentStatus, place: () => Promise<boolean>): Promise<void>;
  /**
   * Tells of a run that left the document as it was.
   *
   * @throws InventoryError INTERNAL
   */
  keep(lastRun: LastRun): Promise<void>;
}

/**
 * Finds out whether the status of a document can be written.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export async function openStatus(document: string): Promise<StatusFile> {
  const path = `${document}.status.json`;
  await checkPlace(path);
  const earlier = await readStatus(path);
  return {
    async replace(status, place) {
      const part = await written(path, status);
      try {
        // The earlier status goes first: a crash between the two names leaves a document of which nothing is claimed.
        await rm(path, { force: true });
        if (await place()) await part.settle();
      } catch (thrown) {
        throw unwritable(path, thrown);
      } finally {
        await part.remove();
      }
    },
    async keep(lastRun) {
      const known = (await readStatus(path)) ?? earlier;
      const facts = known?.document ?? undefined;
      const isIts = facts !== undefined && (await describes(facts, document));
      const part = await written(path, { document: isIts ? facts : null, lastRun });
      try {
        await part.settle();
      } catch (thrown) {
        throw unwritable(path, thrown);
      } finally {
        await part.remove();
      }
    },
  };
}

async function checkPlace(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) {
    throw new InventoryError("INVALID_CONFIG", `--output: ${path} is there and is no plain file`);
  }
  try {
    await (await openPart(path)).remove();
  } catch (thrown) {
    throw new InventoryError("INVALID_CONFIG", `--output: ${path} cannot be written (${systemCode(thrown)})`, {
      cause: thrown,
    });
  }
}

/** A status that is whole on the disk and has no name yet: what a full disk refuses, it refuses before anything is replaced. */
async function written(path: string, status: DocumentStatus): Promise<PartFile> {
  let part: PartFile | undefined;
  try {
    part = await openPart(path);
    await part.file.writeFile(`${JSON.stringify(status, null, 2)}\n`);
    await part.file.sync();
    return part;
  } catch (thrown) {
    await part?.remove();
    throw unwritable(path, thrown);
  }
}

/** What an earlier run told; undefined where it cannot be made out. */
async function readStatus(path: string): Promise<DocumentStatus | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile() || found.size > largestBytes) return undefined;
    return DocumentStatus.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Whether a document is still the one that was described: anybody may have written to it since. */
async function describes({ bytes, sha256 }: DocumentFacts, document: string): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    const stream = createReadStream(document);
    await pipeline(stream, hash);
    return stream.bytesRead === bytes && hash.digest("hex") === sha256;
  } catch {
    return false;
  }
}
