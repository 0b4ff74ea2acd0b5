import { type ConfigProblem, checkValues, validateConfig } from "../../browser.ts";
import { isNamedBy } from "../../inventory/select-kinds.ts";
import type { Session } from "./session.ts";
import { entriesOf } from "./values.ts";

/** Shorter than any secret that a provider has shown: OVHcloud's shortest keys. */
const shortestSecret = 16;

/**
 * The keys whose values nobody is told: secrets, and whatever may be a secret that stands in the wrong field. That is a value that is in
 * doubt, and one that has the form of a secret, unless the provider has named it, or it is one of a list that we have.
 */
export function untoldKeys(session: Session): ReadonlySet<string> {
  const { values, named } = session;
  const { secretKeys, kinds, configSchema } = session.definition();
  const properties: Readonly<Record<string, unknown>> = Object(configSchema["properties"]);
  const forms = secretKeys.map((key) => new RegExp(String(Object(properties[key]).pattern)));
  const isKnown = (entry: string): boolean => named.has(entry) || kinds.some((kind) => isNamedBy(kind, entry));
  const mayBeSecret = (entry: string): boolean =>
    entry.length >= shortestSecret && forms.some((form) => form.test(entry)) && !isKnown(entry);
  const isListed = (key: string): boolean => Array.isArray(Object(properties[key]).enum);
  const likeSecrets = Object.keys(values).filter((key) => !isListed(key) && entriesOf(values[key]).some(mayBeSecret));
  const doubtful = problemsSoFar(session).flatMap(({ key }) => key ?? []);
  return new Set([...secretKeys, ...doubtful, ...likeSecrets]);
}

/** What is wrong with values that are there. */
export function problemsSoFar({ chosen, values }: Session): readonly ConfigProblem[] {
  if (chosen === undefined) return [];
  const problems = checkValues(chosen.inventory, values);
  if (problems.length > 0) return problems;
  const ofWhole = validateConfig(chosen.inventory, values).problems;
  return ofWhole.filter(({ key }) => key !== undefined && values[key] !== undefined);
}
