import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type * as z from "zod";
import { type ConfigProblem, problemOfIssue } from "./config-problem.ts";
import { type CredentialFamily, familyProblems, isOfFamilies } from "./credential-families.ts";
import { nearest, shownWord } from "./nearest.ts";
import type { Config } from "./read-config.ts";
import { notAnObject, tidyConfig } from "./tidy-config.ts";

/** What a config is checked against. */
export interface ConfigRules {
  readonly config: Config<unknown>;
  /** The JSON Schema of `config`. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly families: readonly CredentialFamily[];
}

type Values = Readonly<Record<string, unknown>>;

// Not `verbose`: errors would carry the values. Not `strictRequired`: a family requires keys that stand beside it, at the root.
const ajv = new Ajv2020({ allErrors: true, messages: false, strictRequired: false });

/**
 * What is wrong with a config by its JSON Schema, the way a wizard sees it, and then by what no JSON Schema can say. Loads ajv,
 * so import it when it is needed.
 */
export function findProblems(rules: ConfigRules, raw: unknown): readonly ConfigProblem[] {
  const known = Object.keys(rules.config.shape);
  const tidy = tidyConfig(raw, known);
  if (tidy === undefined) return [{ problem: notAnObject, remediation: 'write it as {"key": "value"}' }];
  const isValid = ajv.compile(rules.schema);
  if (isValid(tidy.values)) return leftOver(rules, tidy.values);
  // An `if` only repeats that its `then` failed.
  const errors = (isValid.errors ?? []).filter(({ keyword }) => keyword !== "if");
  const ofKeys = errors.filter(({ schemaPath }) => !isOfFamilies(schemaPath));
  const ofFamilies = ofKeys.length === errors.length ? [] : familyProblems(tidy.values, rules.families);
  const problems = [...ofKeys.map((error) => problemOf(error, tidy.values, rules.config)), ...ofFamilies];
  // Keys of no family can depend on each other too.
  return problems.length > 0 ? problems : leftOver(rules, tidy.values);
}

/** The one place that turns an error of ajv into sentences of ours; what ajv says of itself is not repeated. */
function problemOf(
  { keyword, instancePath, params }: ErrorObject,
  values: Values,
  config: Config<unknown>,
): ConfigProblem {
  const key = instancePath.slice(1);
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params["additionalProperty"]), Object.keys(config.shape));
    case "required":
      return { key: String(params["missingProperty"]), problem: "is missing", remediation: "add it" };
    case "type":
      return { key, problem: "is not a string", remediation: "write it in quotes; the config is flat" };
    case "enum":
      return {
        key,
        problem: "is none of the known values",
        remediation: `use one of ${[params["allowedValues"]].flat().join(", ")}`,
      };
    default:
      return { key, problem: "does not have the expected form", remediation: formOf(config.shape[key], values[key]) };
  }
}

function unknownKey(word: string, known: readonly string[]): ConfigProblem {
  const like = nearest(word, known);
  const remediation =
    like === undefined ? `remove it; the known keys are ${known.join(", ")}` : `did you mean ${like}?`;
  return { key: shownWord(word), problem: "is unknown here", remediation };
}

/** What our own schema says of a value that does not fit its pattern; the sentence stands beside the pattern. */
function formOf(field: z.ZodType | undefined, value: unknown): string {
  const [issue] = field?.safeParse(value).error?.issues ?? [];
  return issue?.code === "invalid_format" ? `it ${issue.message}` : "see its description in the schema";
}

/** What no JSON Schema can say, such as that two values are the same. */
function leftOver({ config }: ConfigRules, values: Values): readonly ConfigProblem[] {
  const issues = config.safeParse(values).error?.issues ?? [];
  return issues.map(
    (issue) =>
      (issue.code === "custom" ? problemOfIssue(issue) : undefined) ?? {
        key: String(issue.path[0]),
        problem: issue.code === "custom" ? issue.message : "does not have the expected form",
        remediation: "compare it with what the provider shows",
      },
  );
}
