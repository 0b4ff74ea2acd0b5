import { fstatSync, readSync, statSync } from "node:fs";
import { devNull } from "node:os";

/**
 * Whether a standard stream was closed when the process began, as `>&-` does. Node then opens /dev/null in its place, for reading
 * and writing (PlatformInit in nodejs/node, src/node.cc), so that no file that is opened later gets its number. What a person sends
 * to /dev/null on purpose, `> /dev/null`, is open for writing alone, and reading it fails. A parent that opens it for both, as
 * some do for an output that they ignore, cannot be told from a closed one.
 */
export function isClosedAtStart(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    if (!found.isCharacterDevice() || found.rdev !== statSync(devNull).rdev) return false;
    readSync(descriptor, Buffer.alloc(1));
    return true;
  } catch {
    return false;
  }
}
