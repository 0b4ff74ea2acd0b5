import type { KindSummary } from "../../inventory/resource-kind.ts";
import { covers, parseRule } from "./preflight/access-rules.ts";
import { projectsPath } from "./products/project/paths.ts";

const projectList = `GET ${projectsPath}`;
/** Version 2 has lists below a project, and no list of projects that we read. */
const projectOfVersion2 = "GET /v2/publicCloud/project";

function isInProject(rule: string): boolean {
  return rule.startsWith(projectList) || rule.startsWith(`${projectOfVersion2}/`);
}

export interface RuleChoice {
  readonly kinds: readonly KindSummary[];
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

/** Whether a kind's list is the list of projects itself. */
export function readsProjects(kind: KindSummary): boolean {
  return rulesOf(kind).includes(projectList);
}

function rulesOf({ rights }: KindSummary): readonly string[] {
  return rights["rules"] ?? [];
}

/** The root of the product, and everything below it: the two rules of the SDKs' "recursive" access (ovh/python-ovh, ovh/consumer_key.py). */
function broadRules(kind: KindSummary, projects: readonly string[]): readonly string[] {
  const roots = new Set(rulesOf(kind).map((rule) => rule.split("/*")[0] ?? rule));
  return [...roots].flatMap((root) => {
    if (root === projectOfVersion2) {
      if (projects.length === 0) return [projectList, `${root}/*`];
      return projects.map((project) => `${root}/${project}/*`);
    }
    const isNamed = root === projectList && projects.length > 0;
    const named = isNamed ? projects.map((project) => `${root}/${project}`) : [root];
    return named.flatMap((one) => [one, `${one}/*`]);
  });
}

function narrowRules(kind: KindSummary, projects: readonly string[]): readonly string[] {
  const rules = rulesOf(kind);
  if (!rules.some(isInProject)) return rules;
  if (projects.length === 0) return [projectList, ...rules];
  // Projects that the config names are not listed.
  const below = rules.filter((rule) => rule !== projectList);
  return projects.flatMap((project) => below.map((rule) => rule.replace(/\/project\/\*/, `/project/${project}`)));
}

/** Whether rules name calls of version 2 with `/v2` or without it is documented nowhere, so both are asked for. */
export function bothForms(rule: string): readonly string[] {
  return rule.startsWith("GET /v2/") ? [rule, rule.replace("/v2/", "/")] : [rule];
}

/** A rule that covers another one's text, `*` taken for a letter like others, covers whatever that one stands for. */
function withoutCovered(rules: readonly string[]): readonly string[] {
  const distinct = [...new Set(rules)];
  const isCovered = (rule: string): boolean =>
    distinct.some((other) => other !== rule && covers(parseRule(other), parseRule(rule)));
  return distinct.filter((rule) => !isCovered(rule));
}
