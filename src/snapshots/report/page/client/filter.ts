import type { PackedRow, RowValue } from "../table-row.ts";

/** Which rows are shown. */
export interface Filter {
  /** Each of its words is in some field; capital letters are small letters here. */
  readonly text: string;
  /** What stands in a place of the row. */
  readonly choices: readonly { readonly place: number; readonly value: RowValue }[];
}

export interface Search {
  /** The places of rows that match, in the order of those that are looked through. */
  find(filter: Filter, places: Uint32Array): Uint32Array;
  /** Makes each row ready to be searched, which the first search would otherwise wait for. */
  prepare(): readonly string[];
}

export function createSearch(rows: readonly PackedRow[]): Search {
  let texts: readonly string[] | undefined;
  const prepare = (): readonly string[] => {
    texts ??= rows.map((row) => row.join("\n").toLowerCase());
    return texts;
  };
  return {
    prepare,
    find({ text, choices }, places) {
      const words = text
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== "");
      const searched = words.length === 0 ? [] : prepare();
      return places.filter(
        (index) =>
          choices.every(({ place, value }) => rows[index]?.[place] === value) &&
          words.every((word) => searched[index]?.includes(word)),
      );
    },
  };
}
