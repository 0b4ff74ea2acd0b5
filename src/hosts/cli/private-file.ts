import { lstat, open } from "node:fs/promises";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { unwritable } from "./batched-writer.ts";
import { openPart } from "./part-file.ts";
import { isStandardOutput } from "./standard-streams.ts";

/** A file for secrets that is not there yet. */
export interface PrivateFile {
  /** Writes the text and gives the file its name; afterwards it is there, whole and for its owner alone. */
  fill(text: string): Promise<void>;
  /** Leaves nothing behind; does nothing after `fill`. */
  abandon(): Promise<void>;
}

/** What to call the place in messages, and what to do where something is there. */
export interface PlaceWords {
  readonly option: string;
  readonly whenThere: string;
}

const ofOption: PlaceWords = { option: "--output", whenThere: "--force replaces it, another --output spares it" };

/**
 * Makes room for a file of secrets beside its place, so that what would keep it from being written is found out early.
 *
 * @param replaces whether a file that is there may be replaced.
 * @throws InventoryError INVALID_CONFIG where the place cannot be written; INTERNAL from `fill`, such as for a full disk.
 */
export async function privateFile(path: string, replaces: boolean, words = ofOption): Promise<PrivateFile> {
  await checkPlace(path, replaces, words);
  const part = await openPart(path).catch((thrown: unknown) => {
    throw refused(words, `${path} cannot be written (${systemCode(thrown)})`, thrown);
  });
  return {
    async abandon() {
      await part.remove();
    },
    async fill(text) {
      try {
        await part.file.writeFile(text);
        await part.file.sync();
        await claim(path, replaces);
        await part.settle();
      } catch (thrown) {
        throw unwritable(path, thrown);
      }
    },
  };
}

async function checkPlace(path: string, replaces: boolean, words: PlaceWords): Promise<void> {
  if (isStandardOutput(path)) throw refused(words, "secrets go to a file of their own, and not to standard output");
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isFile()) throw refused(words, `${path} is there and is no plain file`);
  if (!replaces) throw refused(words, `${path} is there already; ${words.whenThere}`);
}

/** Takes the name where nobody has it: a file that came to be there meanwhile is somebody else's, and renaming would replace it. */
async function claim(path: string, replaces: boolean): Promise<void> {
  if (replaces) return;
  await (await open(path, "wx", 0o600)).close();
}

function refused({ option }: PlaceWords, message: string, cause?: unknown): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${option}: ${message}`, { cause });
}
