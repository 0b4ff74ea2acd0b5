import { tidyText } from "../../config/tidy-text.ts";

/** The values of a config's keys, tidied: no empty one. They hold secrets. */
export type Values = Readonly<Record<string, string>>;

/** The texts of a config that was found or recognised. */
export function textsOf(raw: unknown): Values {
  const entries = Object.entries(Object(raw)).map(([key, value]) => [key, tidyText(String(value ?? ""))] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** Values with changes; what is null or empty is forgotten. */
export function withChanges(values: Values, changes: Readonly<Record<string, string | null>>): Values {
  return textsOf({ ...values, ...changes });
}

/** The values of some keys. */
export function only(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
}

/** The values of all but some keys. */
export function without(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}

/** The entries of a key that takes several. */
export function entriesOf(value: string | undefined): readonly string[] {
  return (value ?? "").split(",").flatMap((entry) => (entry.trim() === "" ? [] : [entry.trim()]));
}
