import type { PackedRow, RowValue } from "../table-row.ts";
import { wordsOf } from "./cells.ts";
import { inWords } from "./elements.ts";
import type { Rows, ShownColumn } from "./rows.ts";

// More are no choice: the text filter finds them.
const mostValues = 500;
const { compare } = new Intl.Collator("en", { numeric: true });

/** A value that the reader chose from the list of a column. */
export interface Choice {
  readonly title: string;
  readonly label: string;
  readonly place: number;
  readonly value: RowValue;
}

/**
 * Fills the lists of values by which rows can be chosen; a list stays hidden where it would leave no choice.
 *
 * @returns what is chosen now.
 */
export function createChoices(lists: readonly HTMLSelectElement[], { rows, columns }: Rows): () => readonly Choice[] {
  const filled = lists.flatMap((list) => {
    const column = columns.find(({ field }) => field === list.dataset["choice"]);
    return column === undefined ? [] : [{ list, choices: fill(list, rows, column) }];
  });
  return () => filled.flatMap(({ list, choices }) => choices[list.selectedIndex - 1] ?? []);
}

function fill(list: HTMLSelectElement, rows: readonly PackedRow[], column: ShownColumn): readonly Choice[] {
  const { title, place } = column;
  const counts = countsOf(rows, place);
  if (counts.size < 2 || counts.size > mostValues) return [];
  const choices = [...counts.keys()]
    .map((value) => ({ title, place, value, label: wordsOf(value, column) || "not known" }))
    .sort((one, other) => compare(one.label, other.label));
  list.append(...choices.map(({ label, value }) => new Option(`${label} (${inWords(counts.get(value) ?? 0)})`)));
  list.parentElement?.removeAttribute("hidden");
  return choices;
}

function countsOf(rows: readonly PackedRow[], place: number): ReadonlyMap<RowValue, number> {
  const counts = new Map<RowValue, number>();
  for (const row of rows) {
    const value = row[place] ?? null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
