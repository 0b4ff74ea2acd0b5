import { markdownCell, markdownCode, markdownTable } from "../markdown-text.ts";
import { barsTable, plainText } from "./bars-words.ts";
import type { Block, Section, TableBlock, Words } from "./blocks.ts";
import type { Report } from "./report.ts";
import { reportTitle, sectionsOf } from "./sections/index.ts";

/** A report for a pull request or a mail, a section at a time: what the page says, without its table of all resources. */
export function* markdownReport(report: Report): Generator<string, void, void> {
  yield `# ${reportTitle}\n`;
  for (const section of sectionsOf(report)) yield markdownSection(section);
}

function markdownSection({ title, blocks }: Section): string {
  return `\n## ${title}\n${blocks.map(markdownBlock).join("")}`;
}

function markdownBlock(block: Block): string {
  if (block.type === "bars") return tableText(barsTable(block));
  if (block.type === "table") return tableText(block);
  const sentence = block.words
    .map((words) => (typeof words === "string" ? words : markdownCode(shown(words))))
    .join("");
  return block.isWarning ? `\n**${sentence}**\n` : `\n${sentence}\n`;
}

function tableText({ title, head, rows, numbers = [] }: TableBlock): string {
  const cells = rows.map((row) => row.map((words) => (typeof words === "string" ? words : markdownCell(shown(words)))));
  return `\n### ${title}\n\n${markdownTable(head, cells, numbers)}`;
}

const longest = 200;

function shown(words: Words): string {
  const text = plainText(words);
  // A URN is copied: a part of it is none.
  return text.length > longest && !text.startsWith("urn:") ? `${text.slice(0, longest)}…` : text;
}
