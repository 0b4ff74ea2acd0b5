/**
 * Rows as aligned lines; columns that hold numbers alone are aligned to the right.
 *
 * @param paintLast gives the last cell of a row its colour; what stands before it is measured as it is.
 */
export function table(
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<number> = new Set(),
  paintLast = (cell: string) => cell,
): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number, { length }: readonly string[]): string => {
    const width = widths[column] ?? 0;
    if (column === length - 1 && !numeric.has(column)) return paintLast(cell);
    return numeric.has(column) ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) =>
    row
      .map((cell, column) => aligned(cell, column, row))
      .join("  ")
      .trimEnd(),
  );
}
