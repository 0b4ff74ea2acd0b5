import type * as z from "zod";
import { type ConfigProblem, issueOf, problemOf } from "./config-problem.ts";

/** The keys that together make one kind of credential. A config holds exactly one family, whole. */
export interface CredentialFamily<Kind extends string = string> {
  readonly kind: Kind;
  /** What a chooser shows. */
  readonly title: string;
  /** Who should choose it. */
  readonly purpose?: string;
  readonly keys: readonly string[];
  /** Where it is made, at the provider's. */
  readonly pages?: readonly ProviderPage[];
  /** The only values of another key that this kind works with; `because` ends a sentence. */
  readonly onlyWith?: { readonly key: string; readonly values: readonly string[]; readonly because: string };
}

/** A page of the provider's. */
export interface ProviderPage {
  readonly title: string;
  /** May hold `{key}` of the config. */
  readonly url: string;
  /** The only value of the config's `endpoint` that it is for; absent for all. */
  readonly endpoint?: string;
}

type Families = readonly CredentialFamily[];
type Values = Readonly<Record<string, unknown>>;

/** What a config holds of one family. */
interface Part extends CredentialFamily {
  readonly given: readonly string[];
  readonly missing: readonly string[];
}

/** What is wrong with the choice of a credential: none, several, a part of one, or one that is unknown at this place. */
export function familyProblems(values: Values, families: Families): readonly ConfigProblem[] {
  const parts = families.map((family) => partOf(family, values)).filter(({ given }) => given.length > 0);
  const [part, ...others] = parts;
  if (part === undefined) return [noCredential(families)];
  if (others.length > 0) return [severalCredentials(parts)];
  return [...missingKeys(part), ...misplaced(part, values)];
}

/** The same as a refinement of the config's own schema; give it `when: () => true`, so that it sees other problems through. */
export function oneFamily(families: Families): (values: Values, context: z.RefinementCtx) => void {
  return (values, context) => {
    for (const problem of familyProblems(values, families)) context.addIssue(issueOf(problem));
  };
}

/**
 * The same in JSON Schema, at the root: a form's field stays a plain field, and the form shows a choice by title. Each branch
 * has the keys of its family, whole, and none of another: in words that every draft since 6 has, since forms are checked by
 * draft 7 as often as by 2020-12. So no two can hold, and `anyOf` says the same as `oneOf`; but where a choice of `oneOf` changes,
 * JSON Forms throws away all that was typed (eclipsesource/jsonforms, MaterialOneOfRenderer.tsx). A family that has no other beside it
 * needs nothing: its keys are required one by one.
 */
export function familySchema(families: Families): Readonly<Record<string, unknown>> {
  if (families.length < 2) return {};
  const keys = families.flatMap((family) => family.keys);
  return { anyOf: families.map((family) => branchOf(family, keys)) };
}

/**
 * A form takes what was typed through a switch of branches only where the new branch is an object that names it (rjsf-team/
 * react-jsonschema-form, utils/src/schema/sanitizeDataForNewSchema.ts). So each branch names the keys of all families, and
 * leaves what they are to the root: an empty schema makes no second field.
 */
function branchOf({ title, keys, onlyWith: only }: CredentialFamily, all: readonly string[]): unknown {
  const ofOthers = all.filter((key) => !keys.includes(key)).map((key) => ({ required: [key] }));
  const misplacedIf =
    only === undefined ? [] : [{ required: [only.key], properties: { [only.key]: { not: { enum: only.values } } } }];
  return {
    title,
    type: "object",
    properties: Object.fromEntries(all.map((key) => [key, {}])),
    required: keys,
    not: { anyOf: [...ofOthers, ...misplacedIf] },
  };
}

/** Whether a place in a schema is of {@link familySchema}'s making. */
export function isOfFamilies(schemaPath: string): boolean {
  return /^#\/anyOf\b/.test(schemaPath);
}

function partOf(family: CredentialFamily, values: Values): Part {
  const given = family.keys.filter((key) => values[key] !== undefined);
  return { ...family, given, missing: family.keys.filter((key) => !given.includes(key)) };
}

function noCredential(families: Families): ConfigProblem {
  const choices = families.map(({ keys }) => keys.join(" + "));
  return problemOf("no-credential", { credentials: choices.join(", or ") });
}

function severalCredentials(parts: readonly Part[]): ConfigProblem {
  const credentials = parts.map(({ kind, given }) => `${given.join(", ")} (${kind})`).join(" and ");
  const [whole, ...rest] = parts.filter(({ missing }) => missing.length === 0);
  const surplus = parts.filter((part) => part !== whole).flatMap(({ given }) => given);
  const isClear = whole !== undefined && rest.length === 0;
  if (!isClear) return problemOf("several-credentials", { credentials });
  return problemOf("surplus-keys", { credentials, surplus: surplus.join(", ") });
}

function missingKeys({ kind, given, missing }: Part): readonly ConfigProblem[] {
  const values = { credential: kind, given: given.join(", ") };
  return missing.map((key) => problemOf("missing-of-credential", values, key));
}

function misplaced({ given, onlyWith }: Part, values: Values): readonly ConfigProblem[] {
  if (onlyWith === undefined) return [];
  const { key, values: allowed, because } = onlyWith;
  const value = values[key];
  if (value === undefined || allowed.some((one) => one === value)) return [];
  return [problemOf("misplaced", { given: given.join(", "), because, choices: allowed.join(", ") }, key)];
}
