import { csvCell, csvList } from "../../../csv-cell.ts";
import type { PackedRow, RowValue } from "../table-row.ts";
import type { ShownColumn } from "./rows.ts";

/** The rows as a table for a spreadsheet; its columns are named as those of `discover --format csv`. */
export function csvOf(rows: readonly PackedRow[], columns: readonly ShownColumn[]): string {
  const head = columns.map(({ field }) => snakeCase(field));
  const lines = rows.map((row) => columns.map(({ place }) => csvCell(wordsOf(row[place] ?? null))));
  return [head, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** The rows as JSON objects, one a line; what is not known is left out. */
export function ndjsonOf(rows: readonly PackedRow[], columns: readonly ShownColumn[]): string {
  return rows.map((row) => `${JSON.stringify(objectOf(row, columns))}\n`).join("");
}

/** Has the browser keep a text as a file. */
export function download(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser may begin to read after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function objectOf(row: PackedRow, columns: readonly ShownColumn[]): Readonly<Record<string, RowValue>> {
  return Object.fromEntries(
    columns.flatMap(({ field, place }) => {
      const value = row[place] ?? null;
      return value === null ? [] : [[field, value]];
    }),
  );
}

function wordsOf(value: RowValue): string {
  return typeof value === "object" ? csvList(value ?? []) : String(value);
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
