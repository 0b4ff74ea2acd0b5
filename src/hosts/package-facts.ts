import { readFileSync } from "node:fs";
import type { PackageFacts } from "../providers/manifest.ts";

/** The name and the version of this package. Beside the sources and beside the build alike, its file is two folders up. */
export function readPackageFacts(): PackageFacts {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
}
