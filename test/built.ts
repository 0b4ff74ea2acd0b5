import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

/**
 * A file of the build, by its path below `dist/`: of the bundle that behaves the same where the tests made one. The README's
 * commands and the examples run the build as users get it.
 */
export function builtFile(path: string): string {
  return join(inject("programs") ?? fileURLToPath(new URL("../", import.meta.url)), "dist", path);
}
