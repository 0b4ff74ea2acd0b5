/**
 * A text that somebody else wrote, in a page of Markdown: as code no text is markup, a link or somebody's name
 * ([GitHub Flavored Markdown](https://github.github.com/gfm/#code-spans)).
 */
export function markdownCode(text: string): string {
  return text === "" ? "" : `\`${text.replaceAll("`", "'")}\``;
}

/** The same in a cell of a table, where a bar would end the cell even in code; numbers need no code. */
export function markdownCell(text: string): string {
  if (/^[\d.,]+$/.test(text)) return text;
  // Some readers count the backslashes before a bar, so that none of the text's own may stand there.
  return markdownCode(text).replaceAll("\\|", "\\ |").replaceAll("|", "\\|");
}

/**
 * A table.
 *
 * @param head words of ours.
 * @param rows cells that were made harmless already.
 * @param numbers the columns that are aligned to the right.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const rule = head.map((_, column) => (numbers.includes(column) ? "---:" : "---"));
  return [head, rule, ...rows].map(markdownRow).join("");
}

export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
