import { columnsOf, rowFields } from "./columns.ts";
import { escapeHtml } from "./escape-html.ts";
import { packedRows } from "./packed-rows.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { pageStyle } from "./style.ts";
import { rowsId, tableMarkup } from "./table-markup.ts";
import type { RowField, TableRow } from "./table-row.ts";
import { tableScript } from "./table-script.gen.ts";
import { tableStyle } from "./table-style.ts";

export { escapeHtml } from "./escape-html.ts";
export type { TableRow } from "./table-row.ts";

/** A part of a report that can be read without a script. */
export interface ReportSection {
  /** Names the part in the address (`report.html#id`); nothing else in the page has it. */
  readonly id: string;
  readonly title: string;
  /** Inert markup, made by the report's own code. Its headings begin at `h3`. */
  readonly html: string;
  /** Style rules that this section's markup needs. */
  readonly style?: string;
}

export interface PageContent {
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** Read once. */
  readonly rows: AsyncIterable<TableRow> | Iterable<TableRow>;
  /** What the page holds of the rows, in the order of its columns; everything where it is left out. A column that no row fills is not shown. */
  readonly columns?: readonly RowField[];
}

const tableTitle = "All resources";

/**
 * One HTML file that needs nothing else, as chunks of text in their order: sections that read without a script, then a table of all rows,
 * which stand in it compressed. It runs and looks like what stands in it by digest alone; see {@link contentSecurityPolicy}.
 */
export async function* reportPage(content: PageContent): AsyncGenerator<string, void, void> {
  const { title, sections, rows, columns = rowFields } = content;
  const styles = [...new Set([pageStyle, tableStyle, ...sections.flatMap(({ style }) => style ?? [])])].map(asParsed);
  const scripts = [asParsed(tableScript)];
  const table = tableMarkup(columnsOf(columns), tableTitle);
  for (const { id } of sections) if (isTaken(id, table)) throw new Error(`the table has an element called ${id}`);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy({ styles, scripts }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
${styles.map((style) => element("style", style)).join("\n")}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><h1>${escapeHtml(title)}</h1></header>
<nav class="contents" aria-label="Contents"><ul>
${[...sections, { id: "resources", title: tableTitle }].map(contentsEntry).join("\n")}
</ul></nav>
<main id="content" tabindex="-1">
`;
  for (const section of sections) yield sectionMarkup(section);
  yield `${table}</main>
<script type="text/plain" id="${rowsId}">
`;
  yield* packedRows(rows, columns);
  yield `</script>
${scripts.map((script) => element("script", script)).join("\n")}
</body>
</html>
`;
}

/** A browser reads every line break as a line feed before it compares digests (https://infra.spec.whatwg.org/#normalize-newlines). */
function asParsed(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** An element whose content ends at its own closing tag and nowhere earlier. */
function element(name: "style" | "script", text: string): string {
  if (new RegExp(`</${name}|<!--`, "i").test(text)) throw new Error(`a ${name} holds what would end it`);
  return `<${name}>${text}</${name}>`;
}

/** The table's script finds its elements by their ids: a section of the same name stands before them and would be taken for one. */
function isTaken(id: string, table: string): boolean {
  return id === rowsId || table.includes(` id="${id}"`);
}

function contentsEntry({ id, title }: Pick<ReportSection, "id" | "title">): string {
  return `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`;
}

function sectionMarkup({ id, title, html }: ReportSection): string {
  const name = escapeHtml(id);
  return `<section id="${name}" aria-labelledby="${name}-title">
<h2 id="${name}-title">${escapeHtml(title)}</h2>
${html}
</section>
`;
}
