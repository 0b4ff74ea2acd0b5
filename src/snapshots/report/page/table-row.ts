/** One resource in the table of a report; what is not known is left out. */
export interface TableRow {
  readonly kind: string;
  readonly class: string;
  readonly name: string;
  readonly urn: string;
  readonly project?: string;
  readonly projectName?: string;
  readonly region?: string;
  readonly country?: string;
  readonly status?: string;
  readonly sizeBytes?: number;
  readonly createdAt?: string;
  readonly coverage?: string;
  readonly lastBackupAt?: string;
  readonly isProtected?: boolean;
  readonly tags: readonly string[];
}

export type RowField = keyof TableRow;

/** A value as it stands in the page; null where it is not known. */
export type RowValue = Exclude<TableRow[RowField], undefined> | null;

/** A row as it stands in the page: a value for each column. */
export type PackedRow = readonly RowValue[];
