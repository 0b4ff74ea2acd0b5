import type { ConfigForm } from "./config-form.ts";
import { type ConfigProblem, problemOf } from "./config-problem.ts";
import { type CredentialFamily, familyProblems, isOfFamilies } from "./credential-families.ts";
import { nearest, shownWord } from "./nearest.ts";
import { ruleSentence } from "./rule-sentence.ts";
import { tidyConfig } from "./tidy-config.ts";

type Values = Readonly<Record<string, unknown>>;

/** What is read of an error of ajv. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Values;
}

/** What a config is checked against; needs no Node, and neither ajv nor zod. */
export interface SchemaRules {
  readonly form: Pick<ConfigForm, "keys">;
  readonly families: readonly CredentialFamily[];
  /** What is wrong with a config by its JSON Schema; none where it is valid. */
  readonly errorsOf: (values: Values) => readonly SchemaError[];
  /** What is wrong by what no JSON Schema can say. */
  readonly leftOver: (values: Values) => readonly ConfigProblem[];
}

/** What is wrong with a config by its JSON Schema, the way a wizard sees it, and then by what no JSON Schema can say. */
export function schemaProblems(rules: SchemaRules, raw: unknown): readonly ConfigProblem[] {
  const known = Object.keys(rules.form.keys);
  const tidy = tidyConfig(raw, known);
  if (tidy === undefined) return [problemOf("not-an-object")];
  // An `if` only repeats that its `then` failed.
  const errors = rules.errorsOf(tidy.values).filter(({ keyword }) => keyword !== "if");
  const ofKeys = errors.filter(({ schemaPath }) => !isOfFamilies(schemaPath));
  const ofFamilies = ofKeys.length === errors.length ? [] : familyProblems(tidy.values, rules.families);
  const problems = [...ofKeys.map((error) => problemOfError(error, tidy.values, rules.form)), ...ofFamilies];
  // Keys of no family can depend on each other too.
  return problems.length > 0 ? problems : rules.leftOver(tidy.values);
}

/** The one place that turns an error of ajv into sentences of ours; what ajv says of itself is not repeated. */
function problemOfError(
  { keyword, instancePath, params }: SchemaError,
  values: Values,
  { keys }: SchemaRules["form"],
): ConfigProblem {
  const key = instancePath.slice(1);
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params["additionalProperty"]), Object.keys(keys));
    case "required":
      return problemOf("missing", {}, String(params["missingProperty"]));
    case "type":
      return problemOf("not-a-string", {}, key);
    case "enum":
      return problemOf("not-a-choice", { choices: [params["allowedValues"]].flat().join(", ") }, key);
    default:
      return wrongForm(key, keyword, params, values[key], keys[key]);
  }
}

function wrongForm(
  key: string,
  keyword: string,
  params: Values,
  value: unknown,
  form: ConfigForm["keys"][string] | undefined,
): ConfigProblem {
  const rule = form?.errors[keyword];
  if (form === undefined || rule === undefined) return problemOf("wrong-otherwise", {}, key);
  const { lookalikes = [], suggestions = [] } = form;
  const said = ruleSentence({ rule, lookalikes, suggestions }, new RegExp(String(params["pattern"])), String(value));
  return problemOf("wrong-form", { rule: said }, key);
}

function unknownKey(word: string, known: readonly string[]): ConfigProblem {
  const near = nearest(word, known);
  const key = shownWord(word);
  return near === undefined
    ? problemOf("unknown-key", { known: known.join(", ") }, key)
    : problemOf("misspelt-key", { near }, key);
}
