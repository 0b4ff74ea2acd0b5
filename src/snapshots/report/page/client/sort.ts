import type { PackedRow, RowValue } from "../table-row.ts";
import type { ShownColumn } from "./rows.ts";

export type Direction = "ascending" | "descending";

const { compare } = new Intl.Collator("en", { numeric: true });

/**
 * The places of all rows, sorted by one column: numbers in names count as numbers, rows without a value come last in either direction, and
 * equal ones stay as they were.
 */
export function sortedPlaces(rows: readonly PackedRow[], column: ShownColumn, direction: Direction): Uint32Array {
  const keys = rows.map((row) => keyOf(row[column.place] ?? null, column));
  // Few values are different, and comparing texts is what takes time.
  const known = [...new Set(keys)].filter((key) => key !== null).sort(column.form === "text" ? byName : byUnits);
  const ranks = new Map(known.map((key, rank) => [key, direction === "ascending" ? rank : known.length - rank]));
  const last = known.length + 1;
  const rankOf = Uint32Array.from(keys, (key) => (key === null ? last : (ranks.get(key) ?? last)));
  return Uint32Array.from(rows.keys()).sort((one, other) => (rankOf[one] ?? 0) - (rankOf[other] ?? 0) || one - other);
}

function keyOf(value: RowValue, { form }: ShownColumn): string | number | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return form === "moment" ? momentOf(value) : value;
  return value.length === 0 ? null : value.join("\n");
}

function momentOf(text: string): number | null {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

function byName(one: string | number, other: string | number): number {
  return compare(String(one), String(other));
}

/** What nobody reads as words, such as a URN: a collator takes seconds for a hundred thousand of them. */
function byUnits(one: string | number, other: string | number): number {
  return one < other ? -1 : 1;
}
