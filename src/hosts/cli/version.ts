import { readFileSync } from "node:fs";
import type { PackageFacts } from "../../providers/manifest.ts";

// Beside the sources and beside the build alike, the package's own file is three folders up.
const manifest: unknown = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** The name and the version of this package. */
export const packageFacts = manifest as PackageFacts;

/** The version of this package. */
export const version = packageFacts.version;
