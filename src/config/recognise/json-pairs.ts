import { tidyText } from "../tidy-text.ts";
import type { Pair } from "./pairs.ts";

// Deeper than any document of keys.
const deepest = 20;

/** The names and values of a JSON document at whatever depth; undefined where the text is none. */
export function jsonPairs(text: string): readonly Pair[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return pairsIn(JSON.parse(text), "", 0);
  } catch {
    // Cut off, or with a comma too many: its lines are read one by one.
    return undefined;
  }
}

function pairsIn(value: unknown, section: string, depth: number): readonly Pair[] {
  if (value === null || typeof value !== "object" || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => pairsIn(entry, section, depth + 1));
  // A list of variables, as containers have them.
  const { name, key = name, value: text } = { ...value } as Readonly<Record<string, unknown>>;
  if (typeof key === "string" && typeof text === "string") return [{ name: key, value: tidyText(text), section }];
  return Object.entries(value).flatMap(([word, entry]): readonly Pair[] =>
    typeof entry === "object" && !isList(entry)
      ? pairsIn(entry, word, depth + 1)
      : [{ name: word, value: tidyText([entry].flat().join(",")), section }],
  );
}

/** A config writes several values with commas. */
function isList(entry: unknown): entry is readonly string[] {
  return Array.isArray(entry) && entry.length > 0 && entry.every((one) => typeof one === "string");
}
