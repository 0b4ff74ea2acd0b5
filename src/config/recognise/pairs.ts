import { tidyText, visibleText } from "../tidy-text.ts";
import { jsonPairs } from "./json-pairs.ts";

/** A name with a value, as a text has them. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** What it stands below: a section of an ini file, a profile; empty at the top. */
  readonly section: string;
}

/** Whether words are a name whose value may stand behind a blank or on the next line. */
type IsName = (words: string) => boolean;

// Nobody pastes more by intention, and a page has to stay awake.
const mostCharacters = 200_000;
const mostLines = 2_000;
const longestLine = 8_000;

/**
 * The names and values of a text: lines of `KEY=value` with or without `export`, ini, YAML, JSON, and what a provider's page shows, a name
 * on one line and its value on the next. Whatever is nothing of that is left out.
 */
export function pairsOf(text: string, isName: IsName): readonly Pair[] {
  const cut = text.slice(0, mostCharacters).replace(/^\ufeff/, "");
  return jsonPairs(cut) ?? linePairs(cut, isName);
}

/** Where a line is read: below a section, behind a name whose value is still to come. */
interface Place {
  readonly section: string;
  /** How far the section's own name is indented: YAML ends one by less. Negative where it is ended by the next one alone. */
  readonly indent: number;
  readonly name?: string;
}

const atTop: Place = { section: "", indent: -1 };

function linePairs(text: string, isName: IsName): readonly Pair[] {
  const pairs: Pair[] = [];
  let place = atTop;
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).slice(0, mostLines);
  for (const written of lines.flatMap((line) => partsOf(line.slice(0, longestLine), isName))) {
    const line = withoutPrefix(unquotedLine(written).replace(/\s{2,}/g, "  "));
    // A page has a button beside each value that it shows.
    if (line === "" || /^([;#]|\/\/)/.test(line) || /^cop(y|ied|ier|ié)!?$/i.test(line)) continue;
    const indent = written.search(/\S/);
    const { name: _name, ...section } = place.indent >= indent ? atTop : place;
    const read = pairOf(line, place.name, isName);
    if (read?.value) pairs.push({ ...read, section: section.section });
    place = read === undefined ? placeAfter(line, indent, { ...place, ...section }, isName) : section;
  }
  return pairs;
}

// A name that stands behind something else: of one word behind a blank, of several behind a comma or a semicolon.
const furtherName =
  /(?:[,;]\s*(?:export\s+)?["']?([A-Za-z][\w .()/-]{0,60}?)|\s["']?([A-Za-z][\w.-]{0,60}))["']?\s*[:=]\s*(?=\S)/g;
/** What stands in front of a name that is the first of its line. */
const opening = /^\s*(?:[-*•$]|export|set|setx|declare -x|-e|--env)?$/i;

/**
 * A line that holds several names with their values, such as options of a command, as one for each: read as one, a secret would be a part
 * of a value that is none.
 */
function partsOf(line: string, isName: IsName): readonly string[] {
  const cuts = [...line.matchAll(furtherName)].flatMap(({ index, 1: several = "", 2: one = several }) =>
    isName(one) && !opening.test(line.slice(0, index)) ? [index] : [],
  );
  if (cuts.length === 0) return [line];
  const parts = [0, ...cuts].map((from, place) => line.slice(from, cuts[place]).replace(/^[,;]/, " "));
  // What follows the value belongs to the line.
  return parts.map((part) => part.replace(/([:=]\s*)["']?([^\s"',;]+).*$/, "$1$2"));
}

/** A line without quotes that are around all of it, and hold no others. */
function unquotedLine(line: string): string {
  const visible = visibleText(line);
  return /^(["'`])[^"'`]*\1,?$/.test(visible) ? tidyText(visible.replace(/,$/, "")) : visible;
}

/** The name and the value of a line; the name is that of an earlier line where the line is one word alone. */
function pairOf(line: string, earlier: string | undefined, isName: IsName): Omit<Pair, "section"> | undefined {
  const [, left, right] = /^["']?([A-Za-z][\w .()/-]{0,60}?)["']?\s*(?::=|=>|[:=\t])\s*(\S.*)$/.exec(line) ?? [];
  if (left !== undefined && right !== undefined) return { name: left, value: bareValue(right) };
  // It is a name of several words, and its value is still to come.
  if (isName(line)) return undefined;
  if (earlier !== undefined) return /\s/.test(line) ? undefined : { name: earlier, value: bareValue(line) };
  const [, words, word] = /^(.{2,60}?)\s+(\S+)$/.exec(line) ?? [];
  return words !== undefined && word !== undefined && isName(words)
    ? { name: words, value: bareValue(word) }
    : undefined;
}

/** What a line without a value says of those behind it: it is a section, or a name; a sentence of the page changes nothing. */
function placeAfter(line: string, indent: number, place: Place, isName: IsName): Place {
  const [, header] = /^\[([^[\]]{1,100})\]$/.exec(line) ?? [];
  if (header !== undefined) return { section: header.trim(), indent: -1 };
  const words = line.replace(/\s*[:=]$/, "");
  if (isName(words)) return { section: place.section, indent: place.indent, name: words };
  const [, mapping] = /^["']?([\w.-]{1,100})["']?:$/.exec(line) ?? [];
  return mapping === undefined ? place : { section: mapping, indent };
}

/** `export`, as shells have it, and what stands in front of a variable elsewhere; the braces of JSON that is on one line. */
function withoutPrefix(line: string): string {
  return line
    .replace(/^(?:\$ )?(?:export|set|setx|declare -x|-e|--env|-|\*|•)\s+/i, "")
    .replace(/^\$env:/i, "")
    .replace(/^\{\s*(?=\S)/, "")
    .replace(/(?<=\S),?\s*\}$/, "");
}

/** A value without its quotes, and without the comment or the separator behind it. */
function bareValue(text: string): string {
  const [, , quoted] = /^(["'`])(.*?)\1\s*[,;]?\s*(?:(?:[;#]|\/\/).*)?$/.exec(text) ?? [];
  return tidyText(quoted ?? text.replace(/(?:\s+(?:[;#]|\/\/)|;\s).*$/, "").replace(/[,;]$/, ""));
}
