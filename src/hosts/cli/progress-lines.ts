import { safeText } from "../../inventory/safe-text.ts";

/** How far the work on one inventory is. */
export interface Work {
  readonly inventory: string;
  /** Absent where it is not counted in scopes, as in a preflight. */
  readonly scopes?: { readonly done: number; readonly known: number };
  readonly resources?: number;
  readonly requests: number;
  /** How long the provider still asks to wait. */
  readonly waitingMs: number;
  /** The request whose answer asked for that. */
  readonly waitingFor?: string | undefined;
  readonly elapsedMs: number;
  readonly isFinished: boolean;
}

/** The room that a terminal has. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
}

type Part = "inventory" | "share" | "scopes" | "resources" | "requests" | "elapsed" | "waiting" | "source";

const inFull: readonly Part[] = [
  "inventory",
  "share",
  "scopes",
  "resources",
  "requests",
  "elapsed",
  "waiting",
  "source",
];
/** What a line shows, the least telling left out first. */
const forms: readonly (readonly Part[])[] = [
  inFull,
  ["inventory", "share", "scopes", "resources", "requests", "elapsed", "waiting"],
  ["inventory", "share", "scopes", "resources", "elapsed", "waiting"],
  ["inventory", "share", "scopes", "elapsed", "waiting"],
  ["inventory", "share", "elapsed", "waiting"],
];

/**
 * What a terminal shows: a line for each inventory where there is room for all of them, and else one line, in which those that have
 * ended give way first. Nothing is cut off: what does not fit is said in fewer words.
 */
export function progressLines(works: readonly Work[], elapsedMs: number, { columns, rows }: Room): readonly string[] {
  if (works.length === 0) return [];
  // The last column is left free: some terminals go to the next line with it.
  const fits = (line: string): boolean => line.length < columns;
  if (works.length < rows) {
    const pages = forms.map((form) => aligned(works.map((work) => form.map((part) => partOf(work, part)))));
    const page = pages.find((lines) => lines.every(fits));
    if (page !== undefined) return page;
  }
  const atWork = works.filter(({ isFinished }) => !isFinished);
  const shown = atWork.length > 0 ? atWork : works;
  const elapsed = duration(elapsedMs);
  const lines = [
    [...shown.map((work) => inWords(work, ["inventory", "share", "scopes", "waiting"])), elapsed].join(" | "),
    [...shown.map((work) => inWords(work, ["inventory", "share", "waiting"])), elapsed].join(" | "),
    [...shown.map((work) => inWords(work, ["inventory", "share"])), elapsed].join(" | "),
    `${totalOf(works)}, ${elapsed}`,
    elapsed,
  ];
  const line = lines.find(fits);
  return line === undefined ? [] : [line];
}

/** One sentence for a log. */
export function progressSentence(works: readonly Work[], elapsedMs: number): string {
  const all = works.map((work) => {
    const [inventory = "", ...rest] = inFull
      .filter((part) => part !== "elapsed")
      .map((part) => partOf(work, part))
      .filter((text) => text !== "");
    return `${inventory} ${rest.join(", ")}`;
  });
  return `progress after ${duration(elapsedMs)}: ${all.length === 0 ? "nothing is read yet" : all.join("; ")}`;
}

/** Minutes and seconds, with hours where there are any. */
function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const two = (value: number): string => String(value).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

function partOf(work: Work, part: Part): string {
  const { inventory, scopes, resources, requests, elapsedMs, waitingMs, waitingFor, isFinished } = work;
  switch (part) {
    case "inventory":
      return inventory;
    case "share":
      return isFinished ? "done" : shareOf(scopes);
    case "scopes":
      return scopes === undefined ? "" : `${scopes.done}/${scopes.known} scopes`;
    case "resources":
      return resources === undefined ? "" : `${resources} resources`;
    case "requests":
      return `${requests} requests`;
    case "elapsed":
      return duration(elapsedMs);
    case "waiting":
      return waitingMs > 0 && !isFinished ? `waiting ${Math.ceil(waitingMs / 1000)} s` : "";
    case "source":
      return waitingMs > 0 && !isFinished && waitingFor !== undefined ? `as ${safeText(waitingFor)} was told` : "";
  }
}

/** Of the scopes that are known so far: further ones may come, so nothing is all done before its end. */
function shareOf(scopes: Work["scopes"]): string {
  if (scopes === undefined) return "checking";
  return scopes.known === 0 ? "starting" : `${Math.min(99, Math.floor((100 * scopes.done) / scopes.known))} %`;
}

function inWords(work: Work, parts: readonly Part[]): string {
  const texts = parts.map((part) => partOf(work, part));
  return texts.filter((text) => text !== "").join(" ");
}

function totalOf(works: readonly Work[]): string {
  const ended = works.filter(({ isFinished }) => isFinished).length;
  if (ended === works.length) return "done";
  const counted = works.flatMap(({ scopes }) => scopes ?? []);
  if (counted.length === 0) return `${ended}/${works.length} done`;
  const sum = (pick: "done" | "known"): number => counted.reduce((total, scopes) => total + scopes[pick], 0);
  return shareOf({ done: sum("done"), known: sum("known") });
}

/** Columns of words to the left, those that begin with a number to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
  const shown = columns.filter((cells) => cells.some((cell) => cell !== ""));
  const padded = shown.map((cells) => {
    const width = Math.max(...cells.map(({ length }) => length));
    const isNumeric = cells.some((cell) => /^\d/.test(cell));
    return cells.map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
  });
  return rows.map((_, row) =>
    padded
      .map((cells) => cells[row])
      .join("  ")
      .trimEnd(),
  );
}
