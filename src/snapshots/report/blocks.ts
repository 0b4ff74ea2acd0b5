/** A text that somebody else wrote, such as a name or a reason: whoever writes a report makes it harmless. */
export interface Told {
  readonly told: string;
}

/** Words of ours, or of somebody else. */
export type Words = string | Told;

/** A sentence or two. */
export interface TextBlock {
  readonly type: "text";
  readonly words: readonly Words[];
  /** Whether nobody may miss it. */
  readonly isWarning?: true;
}

export interface TableBlock {
  readonly type: "table";
  /** What the table shows. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Words[])[];
  /** The columns that hold numbers. */
  readonly numbers?: readonly number[];
}

/** A part that each bar may have. */
export interface Series {
  /** By which it has its colour. */
  readonly id: string;
  readonly title: string;
}

export interface Bar {
  readonly name: Words;
  /** In the order of the series. */
  readonly values: readonly number[];
}

/** Bars whose parts lie one behind the other. */
export interface BarsBlock {
  readonly type: "bars";
  /** What the bars show. */
  readonly title: string;
  /** What each bar is: `class`. */
  readonly of: string;
  readonly unit: "resources" | "bytes";
  readonly series: readonly Series[];
  readonly bars: readonly Bar[];
}

export type Block = TextBlock | TableBlock | BarsBlock;

/** A part of a report with a heading, in whatever format. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const told = (text: string): Told => ({ told: text });

export const text = (...words: readonly Words[]): TextBlock => ({ type: "text", words });

export const warning = (...words: readonly Words[]): TextBlock => ({ type: "text", words, isWarning: true });

const mostBars = 12;

/** Bars, of which those behind the first few are put together. */
export function bars(block: Omit<BarsBlock, "type">): BarsBlock {
  const { bars: all } = block;
  // One alone is as short by its own name.
  const shown = all.length <= mostBars + 1 ? all : all.slice(0, mostBars);
  const rest = all.slice(shown.length);
  const others: Bar = {
    name: `${grouped(rest.length)} others`,
    values: block.series.map((_, index) => rest.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)),
  };
  return { type: "bars", ...block, bars: rest.length === 0 ? shown : [...shown, others] };
}

/** A table without the columns that no row fills. */
export function table(block: Omit<TableBlock, "type">): TableBlock {
  const { head, rows, numbers = [] } = block;
  const filled = [...head.keys()].filter((column) => rows.some((cells) => !isEmpty(cells[column])));
  return {
    type: "table",
    title: block.title,
    head: filled.map((column) => head[column] ?? ""),
    rows: rows.map((cells) => filled.map((column) => cells[column] ?? "")),
    numbers: filled.flatMap((column, place) => (numbers.includes(column) ? [place] : [])),
  };
}

function isEmpty(words: Words = ""): boolean {
  return (typeof words === "string" ? words : words.told) === "";
}

/** A table, of which no more than so many rows are shown; a sentence says how many there are. */
export function cutTable(block: Omit<TableBlock, "type">, most: number, all = block.rows.length): readonly Block[] {
  const rows = block.rows.slice(0, most);
  const left = all - rows.length;
  const shown = table({ ...block, rows });
  return left > 0 ? [shown, text(`And ${grouped(left)} more.`)] : [shown];
}

/** A whole number with commas between its thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 list`, `2 lists`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Classes of Plakar's; one has no name. */
export const classTitle = (name: string): string => (name === "" ? "unclassified" : name);

/** The day of a moment, as far as it is one. */
export const dayOf = (moment: string | undefined): Words => {
  const day = moment?.slice(0, 10) ?? "";
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : told(day);
};

/** A moment that was written by a run, to its minute. */
export const minuteOf = (moment: string): string => `${moment.slice(0, 16).replace("T", " ")} UTC`;
