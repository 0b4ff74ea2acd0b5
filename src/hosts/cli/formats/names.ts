/** All that `--format` takes, apart from what writes them, so that help and completion load none of it; `table` is the summary alone. */
export const formatNames = ["table", "ndjson", "json", "csv"] as const;

/** Those that make a document. */
export type DocumentFormatName = Exclude<(typeof formatNames)[number], "table">;
