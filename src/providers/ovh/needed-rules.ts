import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { projectsPath } from "./kinds/project.ts";
import { callsOf, covers, isProjectKind, parseRule, ruleOf } from "./preflight/access-rules.ts";

export interface RuleChoice {
  readonly kinds: readonly ResourceKind[];
  /** Projects that the config names in `project_ids`; empty where discovery has to list them. */
  readonly projects: readonly string[];
  readonly narrow: boolean;
}

/**
 * The access rules that reading the kinds needs, none of them covered by another. `*` crosses slashes (README of
 * ovh/go-ovh), so the detail of a project that is not named needs a rule that covers everything below every project.
 */
export function neededRules({ kinds, projects, narrow }: RuleChoice): readonly string[] {
  const rules = kinds.flatMap((kind) => (narrow ? narrowRules(kind, projects) : broadRules(kind, projects)));
  return withoutCovered(rules.flatMap(bothForms));
}

/** The root of the product, and everything below it: the two rules of the SDKs' "recursive" access (ovh/python-ovh, ovh/consumer_key.py). */
function broadRules({ path }: ResourceKind, projects: readonly string[]): readonly string[] {
  const root = path.split("/{")[0] ?? path;
  const isNamed = root === projectsPath && projects.length > 0;
  const roots = isNamed ? projects.map((project) => `${root}/${project}`) : [root];
  return roots.flatMap((one) => [ruleOf(one), ruleOf(`${one}/*`)]);
}

function narrowRules(kind: ResourceKind, projects: readonly string[]): readonly string[] {
  const templates = callsOf(kind).map(({ template }) => template);
  if (!kind.path.startsWith(projectsPath)) return templates.map((template) => ruleOf(template));
  if (projects.length === 0) return [projectsPath, ...templates].map((template) => ruleOf(template));
  const place = isProjectKind(kind) ? "id" : "project";
  // Projects that the config names are not listed.
  const below = templates.filter((template) => template !== projectsPath);
  return projects.flatMap((project) => below.map((template) => ruleOf(template, { [place]: project })));
}

/** Whether rules name calls of version 2 with `/v2` or without it is documented nowhere, so both are asked for. */
function bothForms(rule: string): readonly string[] {
  return rule.startsWith("GET /v2/") ? [rule, rule.replace("/v2/", "/")] : [rule];
}

/** A rule that covers another one's text, `*` taken for a letter like others, covers whatever that one stands for. */
function withoutCovered(rules: readonly string[]): readonly string[] {
  const distinct = [...new Set(rules)];
  const isCovered = (rule: string): boolean =>
    distinct.some((other) => other !== rule && covers(parseRule(other), parseRule(rule)));
  return distinct.filter((rule) => !isCovered(rule));
}
