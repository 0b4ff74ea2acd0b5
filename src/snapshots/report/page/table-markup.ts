import type { Column } from "./columns.ts";
import { escapeHtml } from "./escape-html.ts";

/** The ids that the table's script looks for. */
export const rowsId = "packed-rows";

/**
 * The table without its rows: the script fills it. Where no script runs, the reader is told so and the controls stay hidden.
 */
export function tableMarkup(columns: readonly Column[], title: string): string {
  return `<section id="resources" aria-labelledby="resources-title">
<h2 id="resources-title">${escapeHtml(title)}</h2>
<noscript><p class="notice">The table needs JavaScript, which is switched off here. Everything above it is complete without.</p></noscript>
<p id="table-message" class="notice" role="status" hidden></p>
<div id="table" hidden>
<div id="table-filter" role="search" aria-label="Filter the table">
<div class="wide"><label for="filter-text">Filter</label><input id="filter-text" type="search" autocomplete="off" spellcheck="false" placeholder="Words in any field"></div>
${columns.map(choiceMarkup).join("")}<button type="button" id="filter-clear">Clear filter</button>
</div>
<div id="table-state">
<p id="table-count" role="status"></p>
<div role="group" aria-label="Export the rows that match">
<button type="button" id="export-csv">Export CSV</button>
<button type="button" id="export-ndjson">Export NDJSON</button>
</div>
</div>
<p id="table-paper"></p>
<div id="table-scroll" role="region" aria-label="Table" tabindex="0">
<table>
<thead><tr>${columns.map(headMarkup).join("")}</tr></thead>
<tbody></tbody>
</table>
</div>
<nav id="table-pages" aria-label="Pages of the table">
<button type="button" id="page-first">First</button>
<button type="button" id="page-previous">Previous</button>
<span id="page-number" role="status"></span>
<button type="button" id="page-next">Next</button>
<button type="button" id="page-last">Last</button>
</nav>
</div>
</section>
`;
}

function headMarkup({ field, title }: Column): string {
  return `<th scope="col" data-field="${field}"><button type="button">${escapeHtml(title)}</button></th>`;
}

function choiceMarkup({ field, title, all }: Column): string {
  if (all === undefined) return "";
  const id = `choice-${field}`;
  const option = `<option value="">${escapeHtml(all)}</option>`;
  return `<div hidden><label for="${id}">${escapeHtml(title)}</label><select id="${id}" data-choice="${field}">${option}</select></div>\n`;
}
