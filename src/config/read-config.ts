import type * as z from "zod";
import { InventoryError } from "../inventory/errors.ts";
import { type NameOf, ownName, withNames } from "./key-names.ts";
import { unknownWord } from "./nearest.ts";
import { notAnObject, tidyConfig } from "./tidy-config.ts";

/** The flat schema of one inventory's config: what goes in are strings, what comes out is what the provider needs. */
export type Config<Settings> = z.ZodObject<Readonly<Record<string, z.ZodType>>> & z.ZodType<Settings>;

export interface ReadConfig<Settings> {
  readonly settings: Settings;
  /** What was changed in passing, to be told to the user; no value is repeated. */
  readonly notices: readonly string[];
}

/** What is wrong, as the end of a sentence that begins with the key; the key is empty where it is about several. */
interface Sentence {
  readonly key: string;
  readonly text: string;
}

/**
 * Turns what an operator wrote into settings. Values are trimmed, empty ones count as absent, unknown keys are refused.
 *
 * @param where what to call the config in messages.
 * @param nameOf what to call its keys there.
 * @throws InventoryError INVALID_CONFIG with one sentence for each problem, each naming its key and never its value.
 */
export function readConfig<Settings>(
  schema: Config<Settings>,
  raw: unknown,
  where: string,
  nameOf: NameOf = ownName,
): ReadConfig<Settings> {
  const known = Object.keys(schema.shape);
  const tidy = tidyConfig(raw, known);
  if (tidy === undefined) throw refuse(where, [notAnObject]);
  const problems: string[] = [];
  const values: Record<string, string> = {};
  const refused = new Set<string>();
  for (const [key, value] of Object.entries(tidy.values)) {
    if (!known.includes(key)) problems.push(unknownWord("key", key, known));
    else if (typeof value === "string") values[key] = value;
    else {
      refused.add(key);
      problems.push(`${nameOf(key)} must be a string in quotes; the config is flat`);
    }
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const issues = parsed.error.issues.filter(({ path }) => !refused.has(String(path[0])));
    const sentences = issues.map((issue) => sentenceOf(issue, values));
    problems.push(...sentences.map(({ key, text }) => `${nameOf(key)} ${withNames(text, known, nameOf)}`.trim()));
  }
  if (!parsed.success || problems.length > 0) throw refuse(where, [...new Set(problems)]);
  return {
    settings: parsed.data,
    notices: tidy.trimmed.map((key) => `${where}: white space around ${nameOf(key)} was removed`),
  };
}

/** Our own sentences, keyed by the key: the library's texts may quote the input. */
function sentenceOf(issue: z.core.$ZodIssue, values: Readonly<Record<string, string>>): Sentence {
  const key = String(issue.path[0] ?? "");
  if (key !== "" && values[key] === undefined) return { key, text: "is missing" };
  const ours = issue.code === "invalid_format" || issue.code === "custom" || issue.code === "too_small";
  if (ours) return { key, text: issue.message };
  // Even here the value stays unsaid: a secret may have been pasted into the wrong field.
  if (issue.code === "invalid_value") return { key, text: `must be one of ${issue.values.join(", ")}` };
  return { key, text: "does not have the expected form" };
}

function refuse(where: string, problems: readonly string[]): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${where}: ${problems.join("; ")}`);
}
