import { type ConfigProblem, problemOf } from "./config-problem.ts";
import type { KeyChecks } from "./refuse.ts";
import { type SchemaRules, schemaProblems } from "./schema-problems.ts";

type Values = Readonly<Record<string, string>>;

export interface ValueRules extends SchemaRules {
  /** What is doubtful about values, and no reason to refuse them. */
  readonly doubts: KeyChecks;
}

/** What says nothing of the value of a key. */
const ofWhole = ["missing", "missing-of-credential", "no-credential", "several-credentials", "surplus-keys"];

/**
 * What is wrong or doubtful with the values of some keys, while they are typed or pasted. Nothing is said of what is still missing, nor of
 * keys of two credentials beside each other.
 */
export function valueProblems(rules: ValueRules, values: Values): readonly ConfigProblem[] {
  const unreal = Object.entries(values).flatMap(([key, value]) => unrealProblem(key, value));
  const known = without(values, unreal);
  const bySchema = schemaProblems({ ...rules, leftOver: () => [] }, known).filter(
    ({ code }) => !ofWhole.includes(code),
  );
  const formed = without(known, bySchema);
  const checked = rules.leftOver(formed);
  const real = without(formed, checked);
  const doubtful = checked.length > 0 ? [] : rules.doubts(real);
  const doubts = [...doubtful, ...cutOff(rules, without(real, doubtful))];
  return [...unreal, ...bySchema, ...checked, ...doubts.map((problem) => ({ ...problem, isDoubt: true as const }))];
}

function without(values: Values, problems: readonly ConfigProblem[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => problems.every((problem) => problem.key !== key)));
}

/** What is no value at all: dots in place of a secret, a place to be filled in, a reference. */
function unrealProblem(key: string, value: string): readonly ConfigProblem[] {
  const isHidden = /[•●…]|\*{3}|\.{3}$/.test(value) || /^(.)\1{5,}$/.test(value);
  if (isHidden) return [problemOf("hidden", {}, key)];
  const isPlace = /^(?:<.*>|\$\{?\w+\}?|%\w+%|\{\{.*\}\}|(?:env|file|vault):.*|your[ _-].*|change[ _-]?me)$/i.test(
    value,
  );
  return isPlace ? [problemOf("placeholder", {}, key)] : [];
}

/** A value that is shorter than all that are known, of a form that leaves its length open. */
function cutOff({ form }: ValueRules, values: Values): readonly ConfigProblem[] {
  return Object.entries(values).flatMap(([key, { length }]) => {
    const usual = form.keys[key]?.usualLength;
    if (usual === undefined || length >= usual) return [];
    return [problemOf("cut-off", { length: `${length}`, usual: `${usual}` }, key)];
  });
}
