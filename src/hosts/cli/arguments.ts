import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest, shownWord, unknownWord } from "../../config/nearest.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { Values } from "./suggestions.ts";

export interface OptionRow {
  readonly type: "string" | "boolean";
  /** The one letter that stands for it behind a single dash. */
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for the value in the help text. */
  readonly placeholder?: string;
  readonly help: string;
  /** What its value can be, where that is known. */
  readonly values?: Values;
}
export type OptionTable = Readonly<Record<string, OptionRow>>;

export interface ParsedOptions {
  /** The first word that is no option, where a command takes one. */
  readonly argument: string | undefined;
  /** All such words, where a command takes several. */
  readonly words: readonly string[];
  has(name: string): boolean;
  one(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** Whether a word is meant for an option, known or not: `-` alone stands for a standard stream. */
function looksLikeOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/**
 * Reads a command's options, strictly: an option that nobody reads is a report that nobody asked for.
 *
 * @param mostArguments how many words the command takes that are no options.
 * @throws InventoryError INVALID_CONFIG naming the option and the nearest known one.
 */
export function parseOptions(args: readonly string[], table: OptionTable, mostArguments = 0): ParsedOptions {
  const flags = Object.keys(table).map((name) => `--${name}`);
  const { tokens, values } = readTokens(args, table);
  const given = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (words.length >= mostArguments) throw usage(unknownArgument("argument", token.value, flags));
      words.push(token.value);
    }
    if (token.kind !== "option") continue;
    const row = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (row === undefined) throw usage(unknownArgument("option", token.rawName, flags));
    if (row.type === "string" && (token.value === undefined || token.value === ""))
      throw usage(`--${token.name} needs a value`);
    if (token.inlineValue === false && looksLikeOption(token.value)) {
      const word = shownWord(token.value);
      throw usage(
        `--${token.name} needs a value, and ${word} is written like an option (--${token.name}=${word} takes it)`,
      );
    }
    if (given.has(token.name) && !row.multiple) throw usage(`--${token.name} is given twice`);
    given.add(token.name);
    if (row.type === "boolean" && token.value !== undefined) throw usage(`--${token.name} takes no value`);
  }
  const all = (name: string): readonly string[] =>
    [values[name] ?? []].flat().filter((value) => typeof value === "string");
  return { argument: words[0], words, all, one: (name) => all(name).at(-1), has: (name) => values[name] !== undefined };
}

function unknownArgument(what: string, word: string, flags: readonly string[]): string {
  const sentence = unknownWord(what, word, flags);
  return nearest(word, flags) === undefined ? `${sentence}; --help lists the options` : sentence;
}

/** The words of a command line by what they are, right or wrong; a line that is still being typed has tokens too. */
export function readTokens(args: readonly string[], table: OptionTable) {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    Object.entries(table).map(([name, { type, multiple = false, short }]) => [
      name,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, tokens: true });
}

/**
 * Comma lists, each option several times or once: `--kinds a,b --kinds c`.
 *
 * @throws InventoryError INVALID_CONFIG where the option is given and holds nothing.
 */
export function commaOption(options: ParsedOptions, name: string): string[] {
  const values = options
    .all(name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
  if (options.has(name) && values.length === 0) throw usage(`--${name} needs a value`);
  return values;
}

/**
 * A number given as an option.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function numberOption(options: ParsedOptions, name: string, minimum: number): number | undefined {
  const text = options.one(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value >= minimum) return value;
  throw usage(`--${name} must be a number of at least ${minimum}`);
}

export function usage(message: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", message);
}

/** The options of a command as aligned lines. */
export function helpOf(table: OptionTable): string {
  const indent = Object.values(table).some(({ short }) => short !== undefined) ? "    " : "";
  return alignedRows(
    Object.entries(table).map(([name, { short, placeholder, help }]) => [
      `${short === undefined ? indent : `-${short}, `}--${name}${placeholder ? ` ${placeholder}` : ""}`,
      help,
    ]),
  );
}

/** Two columns, indented. */
export function alignedRows(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
