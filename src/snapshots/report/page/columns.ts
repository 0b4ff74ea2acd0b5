import type { RowField } from "./table-row.ts";

/** How the values of a column are shown and sorted. */
export type ColumnForm = "text" | "code" | "bytes" | "moment" | "yes-or-no" | "list" | "state";

export interface Column {
  readonly field: RowField;
  readonly title: string;
  readonly form: ColumnForm;
  /** Present where rows can be chosen by the values of the column; what stands for all of them. */
  readonly all?: string;
  /** What is shown for an empty text. */
  readonly empty?: string;
}

const columns: readonly Column[] = [
  { field: "name", title: "Name", form: "text" },
  { field: "kind", title: "Kind", form: "code", all: "All kinds" },
  { field: "class", title: "Class", form: "text", all: "All classes", empty: "unclassified" },
  { field: "coverage", title: "Coverage", form: "state", all: "All coverage" },
  { field: "isProtected", title: "Protected", form: "yes-or-no", all: "Protected or not" },
  { field: "lastBackupAt", title: "Last backup", form: "moment" },
  { field: "sizeBytes", title: "Size", form: "bytes" },
  { field: "projectName", title: "Project", form: "text", all: "All projects" },
  { field: "project", title: "Project id", form: "code" },
  { field: "country", title: "Country", form: "text", all: "All countries" },
  { field: "region", title: "Region", form: "text" },
  { field: "status", title: "Status", form: "text" },
  { field: "createdAt", title: "Created", form: "moment" },
  { field: "tags", title: "Tags", form: "list" },
  { field: "urn", title: "URN", form: "code" },
];

/** Every field of a row, in the order in which a table shows them. */
export const rowFields: readonly RowField[] = columns.map(({ field }) => field);

/** The columns of these fields, in their order. */
export function columnsOf(fields: readonly RowField[]): readonly Column[] {
  return fields.flatMap((field) => columns.filter((column) => column.field === field));
}
