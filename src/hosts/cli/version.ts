import { readFileSync } from "node:fs";

// Beside the sources and beside the build alike, the package's own file is three folders up.
const manifest: unknown = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** The version of this package. */
export const version = String((manifest as { readonly version: unknown }).version);
