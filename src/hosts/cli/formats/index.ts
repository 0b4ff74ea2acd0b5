import { createCsv } from "./csv.ts";
import type { Format } from "./format.ts";
import { createJson } from "./json.ts";
import { createNdjson, createSnapshotLines } from "./ndjson.ts";

/** What `--format` takes, beside `table`, which is the summary alone. */
export const documentFormats: Readonly<Record<string, (spoolFolder: string) => Format>> = {
  ndjson: createNdjson,
  json: createJson,
  csv: createCsv,
};

/** All that `--format` takes. */
export const formatNames: readonly string[] = ["table", ...Object.keys(documentFormats)];
export { createSnapshotLines, type Format };
