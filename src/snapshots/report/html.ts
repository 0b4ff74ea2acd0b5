import { barsChart } from "./bars-chart.ts";
import { barsTable, plainText } from "./bars-words.ts";
import type { BarsBlock, Block, Section, TableBlock, TextBlock, Words } from "./blocks.ts";
import { htmlStyle } from "./html-style.ts";
import { escapeHtml, type ReportSection } from "./page/page.ts";

/** A section as markup in which nothing that somebody else wrote is any. */
export function htmlSection({ id, title, blocks }: Section): ReportSection {
  return { id, title, html: blocks.map(htmlBlock).join("\n"), style: htmlStyle };
}

function htmlBlock(block: Block): string {
  if (block.type === "text") return textMarkup(block);
  return block.type === "table" ? tableMarkup(block) : barsMarkup(block);
}

/** Isolated, so that no name reorders what stands beside it (https://html.spec.whatwg.org/#the-bdi-element). */
function wordsMarkup(words: Words): string {
  const text = escapeHtml(plainText(words));
  return typeof words === "string" || text === "" ? text : `<bdi>${text}</bdi>`;
}

function textMarkup({ words, isWarning }: TextBlock): string {
  return `<p${isWarning ? ' class="notice bad"' : ""}>${words.map(wordsMarkup).join("")}</p>`;
}

function tableMarkup(table: TableBlock): string {
  return `<h3>${escapeHtml(table.title)}</h3>\n${scrolledTable(table)}`;
}

/** What is longer than most names and dates may be broken; all else stays in one line. */
const longText = 40;

/** In a narrow window a table is scrolled by itself, with the keyboard too. */
function scrolledTable({ title, head, rows, numbers = [] }: TableBlock): string {
  const classOf = (column: number, text = ""): string => {
    if (numbers.includes(column)) return ' class="number"';
    return text.length > longText ? ' class="long"' : "";
  };
  const cellMarkup = (cell: Words, column: number): string =>
    `<td${classOf(column, plainText(cell))}>${wordsMarkup(cell)}</td>`;
  const headMarkup = (name: string, column: number): string =>
    name === "" ? "<td></td>" : `<th scope="col"${classOf(column)}>${escapeHtml(name)}</th>`;
  return `<div class="scroll" role="region" aria-label="${escapeHtml(title)}" tabindex="0"><table>
<thead><tr>${head.map(headMarkup).join("")}</tr></thead>
<tbody>${rows.map((cells) => `<tr>${cells.map(cellMarkup).join("")}</tr>`).join("\n")}</tbody>
</table></div>`;
}

function barsMarkup(block: BarsBlock): string {
  const { title, series } = block;
  const entries = series.map(({ id, title: part }) => `<li class="bar-${id}">${escapeHtml(part)}</li>`);
  const legend = series.length > 1 ? `<ul class="legend">${entries.join("")}</ul>\n` : "";
  const table = barsTable(block);
  return `<h3>${escapeHtml(title)}</h3>
<figure>
${legend}${barsChart(block)}
<details><summary>Figures</summary>
${scrolledTable({ ...table, title: `${title}, in figures` })}
</details>
</figure>`;
}
