import { lstat, readFile } from "node:fs/promises";
import { InventoryError, systemCode } from "../../../inventory/errors.ts";
import { unwritable } from "../batched-writer.ts";
import { openPart, type PartFile } from "../part-file.ts";
import { type Earlier, earlierIn } from "./earlier.ts";

// A run of every kind at every provider writes less than a hundredth of it.
const largestBytes = 16 * 1024 * 1024;
/**
 * node_exporter runs as a user of its own and must be able to read the file, whatever the umask of a job: it holds numbers, kinds and the
 * ids of accounts, and no secret.
 */
const mode = 0o644;

/** The file of `--metrics`. */
export interface MetricsFile {
  /**
   * Puts a text that is made of what the file holds now in its place, whole or not at all.
   *
   * @throws InventoryError INTERNAL where it cannot be written, INVALID_CONFIG where the file has become somebody else's; it then stays.
   */
  replace(make: (earlier: ReadonlyMap<string, Earlier>) => Promise<string>): Promise<void>;
}

/**
 * Finds out whether metrics can be written to a place.
 *
 * @throws InventoryError INVALID_CONFIG where they cannot, or where the file that is there is not one of ours.
 */
export async function openMetricsFile(path: string): Promise<MetricsFile> {
  if (!path.endsWith(".prom")) {
    throw refused(`${path} must end in .prom: node_exporter's textfile collector reads no other file`);
  }
  await readEarlier(path);
  try {
    await (await openPart(path)).remove();
  } catch (thrown) {
    throw refused(`${path} cannot be written (${systemCode(thrown)})`, thrown);
  }
  return {
    async replace(make) {
      // Another run may have ended meanwhile.
      const text = await make(await readEarlier(path));
      let part: PartFile | undefined;
      try {
        part = await openPart(path);
        await part.file.writeFile(text);
        await part.file.chmod(mode);
        await part.file.sync();
        await part.settle();
      } catch (thrown) {
        throw unwritable(path, thrown);
      } finally {
        await part?.remove();
      }
    },
  };
}

async function readEarlier(path: string): Promise<ReadonlyMap<string, Earlier>> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return new Map();
  if (!found.isFile()) throw refused(`${path} is there and is no plain file`);
  const text = found.size > largestBytes ? undefined : await readFile(path, "utf8").catch(cannotBeRead(path));
  const earlier = text === undefined ? undefined : earlierIn(text);
  if (earlier === undefined) {
    throw refused(`${path} holds something else than metrics of cloud-inventory; name another file, or remove it`);
  }
  return earlier;
}

function cannotBeRead(path: string): (thrown: unknown) => never {
  return (thrown) => {
    throw refused(`${path} cannot be read (${systemCode(thrown)})`, thrown);
  };
}

function refused(message: string, cause?: unknown): InventoryError {
  return new InventoryError("INVALID_CONFIG", `--metrics: ${message}`, { cause });
}
