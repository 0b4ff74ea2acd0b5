import { Ajv2020 } from "ajv/dist/2020.js";
import type { ConfigForm } from "./config-form.ts";
import { type ConfigProblem, problemOf, problemOfIssue } from "./config-problem.ts";
import type { CredentialFamily } from "./credential-families.ts";
import type { Config } from "./read-config.ts";
import { schemaProblems } from "./schema-problems.ts";

/** What a config is checked against. */
export interface ConfigRules {
  readonly config: Config<unknown>;
  /** The JSON Schema of `config`. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly form: ConfigForm;
  readonly families: readonly CredentialFamily[];
}

// Not `verbose`: errors would carry the values. Not `strictRequired`: a family requires keys that stand beside it, at the root.
const ajv = new Ajv2020({ allErrors: true, messages: false, strictRequired: false });

/**
 * What is wrong with a config by its JSON Schema, the way a wizard sees it, and then by what no JSON Schema can say. Loads ajv,
 * so import it when it is needed.
 */
export function findProblems({ config, schema, form, families }: ConfigRules, raw: unknown): readonly ConfigProblem[] {
  const isValid = ajv.compile(schema);
  const errorsOf = (values: unknown) => (isValid(values) ? [] : (isValid.errors ?? []));
  return schemaProblems({ form, families, errorsOf, leftOver: (values) => leftOver(config, values) }, raw);
}

/** What no JSON Schema can say, such as that two values are the same. */
function leftOver(config: Config<unknown>, values: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  const issues = config.safeParse(values).error?.issues ?? [];
  return issues.map((issue) => {
    const key = String(issue.path[0]);
    if (issue.code !== "custom") return problemOf("wrong-otherwise", {}, key);
    return problemOfIssue(issue) ?? problemOf("refused", { because: issue.message }, key);
  });
}
