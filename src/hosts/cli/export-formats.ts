/** What `--format` of `export` takes, the default first; help and completion load no more than this. */
export const exportFormatNames = ["plakar-csv"] as const;
