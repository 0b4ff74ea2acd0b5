import type { RowField } from "../table-row.ts";
import { inWords, part, partsOf, tell } from "./elements.ts";
import type { ShownColumn } from "./rows.ts";
import type { Direction } from "./sort.ts";

const heads = partsOf(part("table-scroll"), "th");
/** The field of each column, in the order of the values of a row. */
export const fields = heads.map((head) => head.dataset["field"] as RowField);

/** Has each heading sort by its column; those of columns that are not shown are hidden. */
export function onSort(
  columns: readonly ShownColumn[],
  sort: (column: ShownColumn, direction: Direction) => void,
): void {
  for (const head of heads) {
    const column = columns.find(({ field }) => field === head.dataset["field"]);
    head.hidden = column === undefined;
    if (column === undefined) continue;
    if (column.form === "bytes") head.className = "number";
    head.firstElementChild?.addEventListener("click", () => {
      const direction: Direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      sort(column, direction);
    });
  }
}

/** Has the buttons below the table turn to another page. */
export function onTurn(
  turnTo: (page: number) => void,
  now: () => { readonly page: number; readonly last: number },
): void {
  const turns = {
    "page-first": () => 0,
    "page-previous": () => now().page - 1,
    "page-next": () => now().page + 1,
    "page-last": () => now().last,
  };
  for (const [id, target] of Object.entries(turns)) {
    part(id).addEventListener("click", () => {
      const page = Math.min(now().last, Math.max(0, target()));
      if (page !== now().page) turnTo(page);
    });
  }
}

/** Which page it is. A button that leads nowhere keeps the focus, which a disabled one would lose. */
export function tellPage(page: number, last: number): void {
  tell(part("page-number"), `Page ${inWords(page + 1)} of ${inWords(last + 1)}`);
  for (const id of ["page-first", "page-previous"]) part(id).setAttribute("aria-disabled", String(page === 0));
  for (const id of ["page-next", "page-last"]) part(id).setAttribute("aria-disabled", String(page === last));
  part("table-pages").hidden = last === 0;
}
