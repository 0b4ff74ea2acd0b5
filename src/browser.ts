/**
 * What a control plane's form needs in a browser: the schemas and what goes beside them, validators that were compiled before, and the
 * sentences. Needs no Node, runs no code that it makes itself, sends nothing and keeps nothing. The manifest, whose list of kinds grows
 * with each version, is an entry of its own: `cloud-inventory-plugin/browser/manifest`.
 */
import type { ConfigForm } from "./config/config-form.ts";
import type { ConfigProblem } from "./config/config-problem.ts";
import { credentialSchemaOf } from "./config/credential-schema.ts";
import { kindProblems } from "./config/kind-problems.ts";
import { unknownChoice } from "./config/nearest.ts";
import { type KnownKeys, type Recognised, recogniseKeys } from "./config/recognise/recognise.ts";
import { schemaProblems } from "./config/schema-problems.ts";
import { tidyValues } from "./config/tidy-text.ts";
import { type ValueRules, valueProblems } from "./config/value-problems.ts";
import { isFamily, type NamedKind } from "./inventory/select-kinds.ts";
import { configForms, configSchemas, credentialFamilies, kindIds } from "./providers/config-forms.gen.ts";
import { configValidators } from "./providers/config-validators.gen.js";
import { providerChecks } from "./providers/key-checks.gen.ts";

export type { ConfigForm, KeyForm } from "./config/config-form.ts";
export { type ConfigProblem, sentenceOf } from "./config/config-problem.ts";
export type { Recognised } from "./config/recognise/recognise.ts";
export { type Sentence, type SentenceCode, sentences } from "./config/sentences.ts";
export { tidyText, tidyValues } from "./config/tidy-text.ts";
export { configForms, configSchemas };

type Json = Readonly<Record<string, unknown>>;

export interface Validation {
  readonly valid: boolean;
  /** Each with its code, its key, what is wrong and how to fix it, and never its value; empty where the config is valid. */
  readonly problems: readonly ConfigProblem[];
}

/**
 * The flat JSON Schema of a config with one kind of credential: what `schemas/<kind>-config.schema.json` holds.
 *
 * @throws RangeError for an unknown kind.
 */
export function credentialSchema(kind: string): Json {
  for (const [inventory, families] of Object.entries(credentialFamilies)) {
    const family = families.find((one) => one.kind === kind);
    if (family !== undefined) return credentialSchemaOf(configSchemas[inventory] ?? {}, families, family);
  }
  const kinds = Object.values(credentialFamilies).flatMap((families) => families.map((family) => family.kind));
  throw new RangeError(unknownChoice("credential", kind, kinds));
}

/**
 * Checks a whole config as it is written and says the same as `validateConfig` of the library; a form gives it `tidyValues(values)`.
 *
 * @throws RangeError for an unknown inventory.
 */
export function validateConfig(inventory: string, config: unknown): Validation {
  const rules = rulesOf(inventory);
  const ofSchema = schemaProblems(rules, config);
  const problems = ofSchema.length > 0 ? ofSchema : kindProblems(namedKinds(Object(config)), kindsOf(inventory));
  return { valid: problems.length === 0, problems };
}

/**
 * Checks what was typed so far, tidied first: each value by itself and beside the others, with what is only doubtful. Nothing is said of
 * keys that are still missing.
 *
 * @throws RangeError for an unknown inventory.
 */
export function checkValues(inventory: string, values: Json): readonly ConfigProblem[] {
  const texts = Object.fromEntries(Object.entries(tidyValues(values)).map(([key, value]) => [key, String(value)]));
  const ofKeys = valueProblems(rulesOf(inventory), texts);
  const ofKinds = kindProblems(namedKinds(texts), kindsOf(inventory));
  return [...ofKeys, ...ofKinds.filter(({ key }) => !ofKeys.some((problem) => problem.key === key))];
}

/**
 * Finds the keys of a config in a pasted text, all at once: lines of `KEY=value`, JSON, YAML, ini, or what the provider's page shows.
 *
 * @param inventory whose keys are asked for; absent where the text shall tell.
 */
export function recognise(text: string, inventory?: string): Recognised {
  const known = Object.keys(configForms).map(knownKeys);
  if (inventory !== undefined) rulesOf(inventory);
  return recogniseKeys(text, known, inventory);
}

function knownKeys(inventory: string): KnownKeys {
  const { form, families } = rulesOf(inventory);
  const { endpoint } = Object(configSchemas[inventory]?.["properties"]);
  const endpoints: readonly string[] = [Object(endpoint).enum ?? []].flat().map(String);
  return { form, families, endpoints, problemsOf: (values) => checkValues(inventory, values) };
}

interface InventoryRules extends ValueRules {
  readonly form: ConfigForm;
}

function rulesOf(inventory: string): InventoryRules {
  const form = Object.hasOwn(configForms, inventory) ? configForms[inventory] : undefined;
  const isValid = configValidators[inventory];
  if (form === undefined || isValid === undefined) {
    throw new RangeError(unknownChoice("inventory", inventory, Object.keys(configForms)));
  }
  const { keyChecks: leftOver = noProblems, keyDoubts: doubts = noProblems } = providerChecks[inventory] ?? {};
  return {
    form,
    families: credentialFamilies[inventory] ?? [],
    errorsOf: (values) => (isValid(values) ? [] : (isValid.errors ?? [])),
    leftOver,
    doubts,
  };
}

function noProblems(): readonly ConfigProblem[] {
  return [];
}

function kindsOf(inventory: string): readonly NamedKind[] {
  const { things = {}, people = {} } = kindIds[inventory] ?? {};
  const kinds = (byFamily: typeof things, personal: boolean): readonly NamedKind[] =>
    Object.entries(byFamily).flatMap(([family, ids]) =>
      isFamily(family) ? ids.map((id) => ({ id, family, personal })) : [],
    );
  return [...kinds(things, false), ...kinds(people, true)];
}

function namedKinds({ kinds, accepted_gaps }: Json) {
  const entries = (list: unknown): readonly string[] =>
    typeof list === "string" && list.trim() !== "" ? list.split(",").map((entry) => entry.trim()) : [];
  return { kinds: entries(kinds), accepted_gaps: entries(accepted_gaps) };
}
