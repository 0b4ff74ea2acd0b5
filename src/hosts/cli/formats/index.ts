import { createCsv } from "./csv.ts";
import type { Format } from "./format.ts";
import { createJson } from "./json.ts";
import type { DocumentFormatName } from "./names.ts";
import { createNdjson, createSnapshotLines } from "./ndjson.ts";

/** What `--format` takes, beside `table`, which is the summary alone. */
export const documentFormats: Readonly<Record<string, (spoolFolder: string) => Format>> = {
  ndjson: createNdjson,
  json: createJson,
  csv: createCsv,
} satisfies Record<DocumentFormatName, unknown>;

export { createSnapshotLines, type Format };
