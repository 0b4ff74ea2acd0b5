import { lstat, readFile } from "node:fs/promises";
import { InventoryError, systemCode } from "../../../inventory/errors.ts";
import { unwritable } from "../batched-writer.ts";
import { openPart, type PartFile } from "../part-file.ts";

/**
 * node_exporter runs as a user of its own and must be able to read the file, whatever the umask of a job: it holds numbers, kinds, names of
 * inventories and the ids of accounts, and no secret.
 */
const mode = 0o644;

/** Which metrics a file holds, so that nobody else's are overwritten. */
export interface MetricsKind<Earlier> {
  /** The option that names the file, for messages. */
  readonly option: string;
  /** Nothing larger is read. */
  readonly largestBytes: number;
  /** What is known of a text that was written before, or of none; undefined where it is somebody else's. */
  readonly read: (text: string) => Earlier | undefined;
}

/** A file of metrics that is written again and again. */
export interface MetricsFile<Earlier> {
  /**
   * Puts a text that is made of what the file holds now in its place, whole or not at all.
   *
   * @throws InventoryError INTERNAL where it cannot be written, INVALID_CONFIG where the file has become somebody else's; it then stays.
   */
  replace(make: (earlier: Earlier) => Promise<string>): Promise<void>;
}

/**
 * Finds out whether metrics can be written to a place.
 *
 * @throws InventoryError INVALID_CONFIG where they cannot, or where the file that is there is not one of ours.
 */
export async function openMetricsFile<Earlier>(
  path: string,
  kind: MetricsKind<Earlier>,
): Promise<MetricsFile<Earlier>> {
  if (!path.endsWith(".prom")) {
    throw refused(kind, `${path} must end in .prom: node_exporter's textfile collector reads no other file`);
  }
  await readEarlier(path, kind);
  try {
    await (await openPart(path)).remove();
  } catch (thrown) {
    throw refused(kind, `${path} cannot be written (${systemCode(thrown)})`, thrown);
  }
  return {
    async replace(make) {
      // Another run may have ended meanwhile.
      const text = await make(await readEarlier(path, kind));
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

async function readEarlier<Earlier>(path: string, kind: MetricsKind<Earlier>): Promise<Earlier> {
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw refused(kind, `${path} is there and is no plain file`);
  const text = found === undefined ? "" : found.size > kind.largestBytes ? undefined : await readText(path, kind);
  const earlier = text === undefined ? undefined : kind.read(text);
  if (earlier === undefined) {
    throw refused(
      kind,
      `${path} holds something else than metrics of cloud-inventory; name another file, or remove it`,
    );
  }
  return earlier;
}

async function readText<Earlier>(path: string, kind: MetricsKind<Earlier>): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    throw refused(kind, `${path} cannot be read (${systemCode(thrown)})`, thrown);
  }
}

function refused({ option }: Pick<MetricsKind<unknown>, "option">, message: string, cause?: unknown): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${option}: ${message}`, { cause });
}
