/** What `--format` of the verbs takes that report on snapshots; help and completion load no more than this. */
export const reportFormatNames: readonly string[] = ["table", "json", "ndjson", "markdown"];

/** What `--format` of `report` takes. */
export const pageFormatNames = ["html", "markdown"] as const;
