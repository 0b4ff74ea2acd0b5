import type { ColumnForm } from "../columns.ts";
import type { PackedRow, RowValue } from "../table-row.ts";
import { inWords, made } from "./elements.ts";
import type { ShownColumn } from "./rows.ts";

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const longText = 60;

/** A row of the table; its first cell names it. */
export function rowElement(row: PackedRow, columns: readonly ShownColumn[]): HTMLElement {
  const element = document.createElement("tr");
  element.append(...columns.map((column, index) => cellElement(row[column.place] ?? null, column, index === 0)));
  return element;
}

/** What stands in place of the rows where none matches. */
export function noRowElement(columns: number): HTMLElement {
  const row = document.createElement("tr");
  const cell = document.createElement("td");
  cell.colSpan = columns;
  cell.textContent = "No row matches the filter.";
  row.append(cell);
  return row;
}

/** A value in words. */
export function wordsOf(
  value: RowValue,
  { form, empty = "" }: { readonly form: ColumnForm; readonly empty?: string },
): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return form === "bytes" ? bytesInWords(value) : String(value);
  if (typeof value === "object") return value.join(", ");
  if (form === "state") return value.replaceAll("-", " ");
  return form === "moment" ? dayOf(value) : value || empty;
}

function cellElement(value: RowValue, column: ShownColumn, isHead: boolean): HTMLElement {
  const words = wordsOf(value, column);
  // A long text is cut by its looks, which takes an element of its own.
  const cell = made(isHead ? "th" : "td", classesOf(column).join(" "), words.length > longText ? "" : words);
  if (isHead) cell.setAttribute("scope", "row");
  if (typeof value === "object" && value !== null)
    cell.replaceChildren(made("div", "long", "", ...value.map((tag) => made("span", "tag", tag))));
  else if (words.length > longText) cell.append(made("div", "long", words));
  else if (column.form === "state" && words !== "") cell.replaceChildren(stateElement(String(value), words));
  // What is shown short has its exact value for whoever points at it.
  if (column.form === "moment" && value !== null) cell.title = String(value);
  if (column.form === "bytes" && value !== null) cell.title = `${inWords(Number(value))} bytes`;
  return cell;
}

function classesOf({ form }: ShownColumn): readonly string[] {
  return [...(form === "bytes" ? ["number"] : []), ...(form === "code" ? ["code"] : [])];
}

function stateElement(state: string, words: string): HTMLElement {
  const element = made("span", "state", words);
  element.dataset["state"] = state;
  return element;
}

/** The day in UTC. */
function dayOf(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : new Date(time).toISOString().slice(0, 10);
}

function bytesInWords(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[step]}`;
}
