import { fitsGlob } from "../../../inventory/glob.ts";
import type { ResourceKind } from "../../../inventory/resource-kind.ts";
import { projectsPath } from "../kinds/project.ts";
import { regionPath, regionsPath } from "../scopes.ts";

/** One rule of a consumer key. `*` in the path stands for anything, slashes included (README of ovh/go-ovh). */
export interface AccessRule {
  readonly method: string;
  readonly path: string;
}

/** A call that reading a kind makes; places in the path are in braces. */
export interface NeededCall {
  readonly template: string;
  /** Asked only where the region answers that it does not have the product. */
  readonly whereAbsent?: boolean;
}

/** `METHOD /path` as a rule; white space behind the path is kept, because the API keeps it too and then matches nothing. */
export function parseRule(text: string): AccessRule {
  const end = text.indexOf(" ");
  return { method: text.slice(0, end), path: text.slice(end + 1) };
}

/** Whether a rule covers a call: the method is exact, and the rule has to match the whole path. */
export function covers(rule: AccessRule, call: AccessRule): boolean {
  return rule.method === call.method && fitsGlob(call.path, rule.path);
}

/** Whether a rule also reads the S3 credentials of a project, as every rule for all that is below a project does. */
export function exposesCredentials(rule: AccessRule, project: string): boolean {
  return covers(rule, { method: "GET", path: `/cloud/project/${project}/user/any/s3Credentials` });
}

/** The calls that reading a kind makes below the account: the list of regions, the list itself, each item. */
export function callsOf(kind: ResourceKind): readonly NeededCall[] {
  const { path, dialect, locality } = kind;
  const items = dialect.type === "ids-then-detail" ? [{ template: dialect.detailPath }] : [];
  if (locality !== "region") return [{ template: path }, ...items];
  return [{ template: regionsPath }, { template: regionPath, whereAbsent: true }, { template: path }, ...items];
}

/** A call as the access rule that grants it in every place. */
export function ruleOf(template: string, values: Readonly<Record<string, string>> = {}): string {
  return `GET ${template.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? "*")}`;
}

/** The kind whose list is the list of projects itself. */
export function isProjectKind({ path }: ResourceKind): boolean {
  return path === projectsPath;
}
