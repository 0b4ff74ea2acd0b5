import { type Column, columnsOf } from "../columns.ts";
import type { PackedRow, RowField, RowValue } from "../table-row.ts";

/** A column that at least one row fills, and where its values stand in each row. */
export interface ShownColumn extends Column {
  readonly place: number;
}

/** All rows of a page. */
export interface Rows {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly PackedRow[];
}

/** Unpacks what packed-rows.ts packed. */
export async function unpackRows(base64: string, fields: readonly RowField[]): Promise<Rows> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const rows: readonly PackedRow[] = await new Response(stream).json();
  const columns = columnsOf(fields).map((column, place) => ({ ...column, place }));
  return { rows, columns: columns.filter(({ place }) => rows.some((row) => isFilled(row[place]))) };
}

/** A loop, since `Uint8Array.from` with a function takes twenty times as long. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = characters.charCodeAt(place);
  return bytes;
}

function isFilled(value: RowValue | undefined): boolean {
  if (typeof value === "object") return value !== null && value.length > 0;
  return value !== undefined && value !== "";
}
