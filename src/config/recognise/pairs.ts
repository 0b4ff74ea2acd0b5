import { tidyText } from "../tidy-text.ts";
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
  for (const written of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const line = withoutPrefix(tidyText(written.slice(0, longestLine)).replace(/\s{2,}/g, "  "));
    if (line === "" || /^([;#]|\/\/)/.test(line)) continue;
    const indent = written.search(/\S/);
    const { name: _name, ...section } = place.indent >= indent ? atTop : place;
    const read = pairOf(line, place.name, isName);
    if (read?.value) pairs.push({ ...read, section: section.section });
    place = read === undefined ? placeAfter(line, indent, { ...place, ...section }, isName) : section;
  }
  return pairs;
}

/** The name and the value of a line; the name is that of an earlier line where the line is one word alone. */
function pairOf(line: string, earlier: string | undefined, isName: IsName): Omit<Pair, "section"> | undefined {
  const [, left, right] = /^["']?([A-Za-z][\w .()/-]{0,60}?)["']?\s*(?::=|=>|[:=\t])\s*(\S.*)$/.exec(line) ?? [];
  if (left !== undefined && right !== undefined) return { name: left, value: bareValue(right) };
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

/** `export`, as shells have it, and what stands in front of a variable elsewhere. */
function withoutPrefix(line: string): string {
  return line.replace(/^(?:\$ )?(?:export|set|setx|declare -x|-e|--env|-|\*|•)\s+/i, "").replace(/^\$env:/i, "");
}

/** A value without its quotes, and without the comment or the separator behind it. */
function bareValue(text: string): string {
  const [, , quoted] = /^(["'`])(.*?)\1\s*[,;]?\s*(?:(?:[;#]|\/\/).*)?$/.exec(text) ?? [];
  return tidyText(quoted ?? text.replace(/\s+(?:[;#]|\/\/).*$/, "").replace(/[,;]$/, ""));
}
