import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { InventoryError, systemCode } from "../inventory/errors.ts";

const bytesPerMebibyte = 1024 * 1024;

/** What {@link readCapped} refuses, in words. */
export const tooLarge = "larger than 1 MiB";

export interface CappedFile {
  /** Undefined where there is more of it than was wanted. */
  readonly text: string | undefined;
  /** Permissions, as `stat` tells them. */
  readonly mode: number;
}

/** What is read of a file. */
export interface CappedOptions {
  /** How much at most; 1 when absent. */
  readonly mostMebibytes?: number;
  /** Whether it has to be a plain file, which nobody has to wait for. */
  readonly isPlain?: boolean;
}

/**
 * Reads a text file, a small one unless more is said. What is counted is what comes out: a pipe, such as a shell's process
 * substitution, has no size, and a device such as /dev/zero has no end.
 *
 * @throws the system's error where it cannot be opened or read.
 */
export function readCapped(path: string, { mostMebibytes = 1, isPlain = false }: CappedOptions = {}): CappedFile {
  const largestBytes = mostMebibytes * bytesPerMebibyte;
  // To open a pipe would wait for somebody who writes to it.
  const file = openSync(path, constants.O_RDONLY | (isPlain ? constants.O_NONBLOCK : 0));
  try {
    const status = fstatSync(file);
    const { mode } = status;
    if (isPlain && !status.isFile()) throw Object.assign(new Error("no plain file"), { code: "EFTYPE" });
    const bytes = Buffer.alloc(largestBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return { text: length > largestBytes ? undefined : decode(bytes.subarray(0, length)), mode };
  } finally {
    closeSync(file);
  }
}

/**
 * The text of a file. Editors on Windows begin one with a byte order mark, and a shell there writes UTF-16; neither is a part of
 * what was written.
 */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The text of a small file; undefined where there is none.
 *
 * @throws InventoryError INVALID_CONFIG where it is there and cannot be read.
 */
export function readIfThere(path: string): string | undefined {
  let file: CappedFile;
  try {
    file = readCapped(path);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new InventoryError("INVALID_CONFIG", `${path} cannot be read (${code})`, { cause: thrown });
  }
  if (file.text === undefined) throw new InventoryError("INVALID_CONFIG", `${path} is ${tooLarge}`);
  return file.text;
}
