import { InventoryError } from "../inventory/errors.ts";

/** A row, and the line that it begins in, from 1. */
export interface CsvRow<Content> {
  readonly number: number;
  readonly content: Content;
}

/**
 * Rows of RFC 4180 with any separator; blank lines are none.
 *
 * @param path names the file in the message.
 * @throws InventoryError INVALID_CONFIG with the line where it is none: what follows would be lost.
 */
export function cellsOf(text: string, separator: string, path: string): CsvRow<readonly string[]>[] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r\\n|\\r|\\n|$)`,
    "y",
  );
  const rows: CsvRow<readonly string[]>[] = [];
  let cells: string[] = [];
  let number = 1;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [whole, quoted, plain = "", end] = match;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== separator) {
      if (cells.some((one) => one !== "")) rows.push({ number, content: cells });
      cells = [];
      number += whole.split(/\r\n|\r|\n/).length - 1;
    }
    if (end === "") return rows;
  }
  throw new InventoryError(
    "INVALID_CONFIG",
    `${path} is no CSV at line ${number}: a quote is not closed, or stands in a cell`,
  );
}
