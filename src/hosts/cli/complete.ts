import { type OptionTable, readTokens } from "./arguments.ts";
import type { Suggestion, Typed, Values } from "./suggestions.ts";
import type { Verb, Verbs } from "./verb.ts";

/**
 * What could come next on a command line.
 *
 * @param line its words behind the program's name; the last one is being typed and may be empty.
 */
export function complete(line: readonly string[], verbs: Verbs): readonly Suggestion[] {
  const current = line.at(-1) ?? "";
  const [name, ...given] = line.slice(0, -1);
  return suggestionsFor(name, given, current, verbs).filter((one) => "path" in one || one.text.startsWith(current));
}

function suggestionsFor(
  name: string | undefined,
  given: readonly string[],
  current: string,
  verbs: Verbs,
): readonly Suggestion[] {
  const names = Object.entries(verbs).map(([text, { summary }]) => ({ text, help: summary }));
  if (name === undefined) return current.startsWith("-") ? generalOptions : [...names, helpVerb];
  if (name === helpVerb.text) return given.length === 0 ? names : [];
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  return verb === undefined ? [] : insideVerb(verb, given, current);
}

const helpVerb = { text: "help", help: "the help of a verb" };
const helpOption = { text: "--help", help: "show the help" };
const generalOptions = [helpOption, { text: "--version", help: "show the version" }];

function insideVerb({ options, argument }: Verb, given: readonly string[], current: string): readonly Suggestion[] {
  const { tokens } = readTokens(given, options);
  const all = (name: string): readonly string[] =>
    tokens.flatMap((token) => (token.kind === "option" && token.name === name ? (token.value ?? []) : []));
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const last = tokens.at(-1);
  const row = (name: string) => (Object.hasOwn(options, name) ? options[name] : undefined);
  if (last?.kind === "option" && last.value === undefined && row(last.name)?.type === "string")
    return valuesOf(row(last.name)?.values, { current, all, words });
  const [, name = "", value] = /^--([^=]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined) return valuesOf(row(name)?.values, { current: value, all, words }, `--${name}=`);
  if (current.startsWith("-")) return [...optionsLeft(options, tokens), helpOption];
  return words.length >= (argument?.most ?? 1) ? [] : valuesOf(argument?.values, { current, all, words });
}

function valuesOf(values: Values | undefined, typed: Typed, before = ""): readonly Suggestion[] {
  const suggestions = values?.(typed) ?? [];
  return suggestions.map((one) =>
    "path" in one ? { ...one, prefix: before + one.prefix } : { ...one, text: before + one.text },
  );
}

/** Those that can be given, or given again. */
function optionsLeft(options: OptionTable, tokens: ReturnType<typeof readTokens>["tokens"]): readonly Suggestion[] {
  const isGiven = (name: string): boolean => tokens.some((token) => token.kind === "option" && token.name === name);
  return Object.entries(options)
    .filter(([name, { multiple = false }]) => multiple || !isGiven(name))
    .map(([name, { help }]) => ({ text: `--${name}`, help }));
}
