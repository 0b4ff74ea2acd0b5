/** A config as it is checked: values trimmed, empty ones left out, whatever else was written kept as it is. */
export interface TidyConfig {
  readonly values: Readonly<Record<string, unknown>>;
  /** The keys whose values had white space around them. */
  readonly trimmed: readonly string[];
}

export const notAnObject = "must be one JSON object of keys and string values";

/** @returns undefined where it is no object of keys and values at all. */
export function tidyConfig(raw: unknown, known: readonly string[]): TidyConfig | undefined {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return undefined;
  const values = new Map<string, unknown>();
  const trimmed: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value !== "string" || !known.includes(key)) values.set(key, value);
    else if (value.trim() !== "") {
      values.set(key, value.trim());
      if (value.trim() !== value) trimmed.push(key);
    }
  }
  // Defines each key, where an assignment to one called `__proto__` would do something else.
  return { values: Object.fromEntries(values), trimmed };
}
