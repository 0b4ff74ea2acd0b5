import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import type { ParsedOptions } from "./arguments.ts";

// Opened by name, a socket refuses, and a file begins anew: the stream itself is what is meant.
const standardOutputNames = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
const standardErrorNames = ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"];

/** Whether a document that is written to this name goes to standard output. */
export function isStandardOutput(path: string): boolean {
  return standardOutputNames.includes(path);
}

/** Whether a document that is written to this name goes to standard error. */
export function isStandardError(path: string): boolean {
  return standardErrorNames.includes(path);
}

/** Whether `--output` keeps the document away from standard output. */
export function writesFile(options: ParsedOptions): boolean {
  const path = options.one("output");
  return path !== undefined && !isStandardOutput(path);
}

/** Where a document goes, what does not fit into memory may stay meanwhile; beside a device or a pipe there is no room. */
export function spoolFolderOf(options: ParsedOptions): string {
  const path = options.one("output");
  if (path === undefined || !writesFile(options)) return tmpdir();
  return isSpecial(path) ? tmpdir() : dirname(path);
}

function isSpecial(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}
