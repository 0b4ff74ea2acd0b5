import { type ConfigProblem, problemOf } from "./config-problem.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Keys of other clouds, told by their form: those that secret scanners know them by (gitleaks/gitleaks, config/gitleaks.toml; access
 * keys of Scaleway by its own SDK, scaleway/scaleway-sdk-js, packages/client).
 */
const foreignForms = [
  { form: /^SCW[A-Z0-9]{17}$/, means: "an access key of Scaleway", home: "scw_access_key" },
  { form: /^(?:AKIA|ASIA)[A-Z2-7]{16}$/, means: "an access key of AWS", home: "" },
  { form: /^dop_v1_[a-f0-9]{64}$/, means: "a token of DigitalOcean", home: "" },
  { form: /^GOOG[A-Za-z0-9]{10,60}$/, means: "an access key of Google Cloud", home: "" },
] as const;

/** Keys of a credential that are certain to be another cloud's, although they have a form that would do. */
export function foreignKeys(values: Values, keys: readonly string[], title: string): readonly ConfigProblem[] {
  return keys.flatMap((key) => {
    const text = String(values[key] ?? "");
    const foreign = foreignForms.find(({ form, home }) => home !== key && form.test(text));
    return foreign === undefined ? [] : [problemOf("foreign", { means: foreign.means, title }, key)];
  });
}
