// The table of a report, as its page runs it: bundled into ../table-script.gen.ts by `npm run generate`.
import { noRowElement, rowElement } from "./cells.ts";
import { createChoices } from "./choices.ts";
import { fields, onSort, onTurn, tellPage } from "./controls.ts";
import { inWords, part, partsOf, tell } from "./elements.ts";
import { csvOf, download, ndjsonOf } from "./export.ts";
import { createSearch } from "./filter.ts";
import { mostOnPaper, onPrint, tellPaper } from "./paper.ts";
import { type Rows, unpackRows } from "./rows.ts";
import { sortedPlaces } from "./sort.ts";

const rowsOfPage = 100;
const sectionsStand = "Everything above it is complete without.";

function show(all: Rows): void {
  const { rows, columns } = all;
  const search = part("filter-text") as HTMLInputElement;
  const lists = partsOf(part("table-filter"), "select");
  const body = partsOf(part("table"), "tbody")[0];
  const { find, prepare } = createSearch(rows);
  const choices = createChoices(lists, all);
  let sorted: Uint32Array = Uint32Array.from(rows.keys());
  let found = sorted;
  let page = 0;
  const last = (): number => Math.max(0, Math.ceil(found.length / rowsOfPage) - 1);
  const rowsAt = (places: Uint32Array) => Array.from(places, (place) => rows[place] ?? []);

  const draw = (places: Uint32Array): void => {
    const drawn = rowsAt(places).map((row) => rowElement(row, columns));
    body?.replaceChildren(...(drawn.length === 0 ? [noRowElement(columns.length)] : drawn));
  };
  const turnTo = (next: number): void => {
    page = next;
    draw(found.subarray(page * rowsOfPage, (page + 1) * rowsOfPage));
    part("table-scroll").scrollTop = 0;
    tellPage(page, last());
  };
  const filter = (): void => {
    found = find({ text: search.value, choices: choices() }, sorted);
    const rest = rows.length === 1 ? "1 row" : `${inWords(rows.length)} rows`;
    tell(part("table-count"), found.length === rows.length ? rest : `${inWords(found.length)} of ${rest} match`);
    turnTo(0);
  };

  onSort(columns, (column, direction) => {
    sorted = sortedPlaces(rows, column, direction);
    filter();
  });
  onTurn(turnTo, () => ({ page, last: last() }));
  search.addEventListener("input", filter);
  for (const list of lists) list.addEventListener("change", filter);
  part("filter-clear").addEventListener("click", () => {
    search.value = "";
    for (const list of lists) list.selectedIndex = 0;
    filter();
    search.focus();
  });
  part("export-csv").addEventListener("click", () => {
    download(csvOf(rowsAt(found), columns), "resources.csv", "text/csv");
  });
  part("export-ndjson").addEventListener("click", () => {
    download(ndjsonOf(rowsAt(found), columns), "resources.ndjson", "application/x-ndjson");
  });
  onPrint(
    () => {
      tellPaper(found.length, search.value, choices());
      draw(found.subarray(0, mostOnPaper));
    },
    () => turnTo(page),
  );
  filter();
  part("table").hidden = false;
  // The reader sees the rows before they can be searched, which takes as long again as to show them.
  setTimeout(prepare);
}

async function start(): Promise<void> {
  const message = part("table-message");
  const say = (words: string): void => {
    message.textContent = words;
    message.hidden = false;
  };
  if (typeof DecompressionStream === "undefined") {
    return say(`This browser is too old to unpack the table: take one of 2023 or later. ${sectionsStand}`);
  }
  say("Unpacking the table.");
  // The message is drawn before the work begins.
  await new Promise((resolve) => setTimeout(resolve));
  const block = part("packed-rows");
  const unpacked = await unpackRows(block.textContent ?? "", fields).catch(() => undefined);
  if (unpacked === undefined)
    return say(`The table cannot be unpacked: the file was cut off or changed. ${sectionsStand}`);
  block.remove();
  if (unpacked.rows.length === 0) return say("There are no rows.");
  show(unpacked);
  message.hidden = true;
}

void start();
