import { fitsGlob } from "../../../inventory/glob.ts";

/** One rule of a consumer key. `*` in the path stands for anything, slashes included (README of ovh/go-ovh). */
export interface AccessRule {
  readonly method: string;
  readonly path: string;
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
