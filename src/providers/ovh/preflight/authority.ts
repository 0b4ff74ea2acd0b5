import type { ListedKind } from "../../../listing/kind.ts";
import type { Coverage } from "../../../preflight/examiner.ts";
import type { CheckResult } from "../../../preflight/report.ts";
import { sentence } from "../../../preflight/sentence.ts";
import { callsOf, regionsPath, ruleOf } from "../kind.ts";
import { projectPath, projectsPath } from "../products/project/paths.ts";
import { isProjectKind } from "../scopes.ts";
import { type AccessRule, covers } from "./access-rules.ts";
import { excessOfRules } from "./rule-checks.ts";

/** How one thing stands that reading needs. */
export type Standing = Pick<Coverage, "status" | "missing" | "reason">;

/** A kind in one place; `locality` is absent for lists of a whole project, and the project for those of the account. */
export interface Place {
  readonly project?: string;
  readonly locality?: string;
}

/** Tells what the credential may do, from rules or from IAM; it asks nobody. */
export interface Authority {
  projectList(): Standing;
  projectDetail(project: string): Standing;
  regionList(project: string): Standing;
  kind(kind: ListedKind, place: Place): Standing;
  /** Whether it can do more than read what was chosen. */
  excess(): CheckResult;
}

export const granted: Standing = { status: "granted", missing: [] };

export function unknown(reason: string): Standing {
  return { status: "unknown", missing: [], reason };
}

function missing(rights: readonly string[]): Standing {
  return rights.length === 0 ? granted : { status: "missing", missing: [...new Set(rights)] };
}

// Stands for an id that nobody knows yet: only a rule with `*` in that place covers it.
export const anyId = "any-id";

/**
 * The rights of a consumer key: its rules, matched here.
 *
 * @param projects all that are known, to tell a right that is missing everywhere from one that is missing in some.
 * @param needed the narrowest rules that reading takes.
 */
export function ruleAuthority(
  rules: readonly AccessRule[],
  projects: readonly string[],
  needed: readonly AccessRule[] = [],
): Authority {
  const isCovered = (template: string, values: Readonly<Record<string, string>>): boolean => {
    const path = template.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? anyId));
    return rules.some((rule) => covers(rule, { method: "GET", path }));
  };
  // The same for every project that lacks the rule, and there may be thousands.
  const elsewhere = new Map<string, boolean>();
  const isElsewhere = (template: string, { locality }: Readonly<Record<string, string>>): boolean => {
    const values = locality === undefined ? {} : { locality };
    const name = `${template} ${locality ?? ""}`;
    const known =
      elsewhere.get(name) ?? projects.some((project) => isCovered(template, { ...values, project, id: project }));
    elsewhere.set(name, known);
    return known;
  };
  // A rule that is missing in some projects alone names them; regions are never named, since nobody grants forty of them.
  const nameOf = (template: string, values: Readonly<Record<string, string>>): string => {
    const { project, id } = values;
    const named = isElsewhere(template, values) ? { ...(project ? { project } : {}), ...(id ? { id } : {}) } : {};
    return ruleOf(template, named);
  };
  const lacking = (templates: readonly string[], values: Readonly<Record<string, string>>): readonly string[] =>
    templates.filter((template) => !isCovered(template, values)).map((template) => nameOf(template, values));
  return {
    projectList: () => missing(lacking([projectsPath], {})),
    projectDetail: (id) => missing(lacking([projectPath], { id })),
    regionList: (project) => missing(lacking([regionsPath], { project })),
    kind(kind, { project, locality }) {
      const values = { ...(project === undefined ? {} : { project }), ...(locality === undefined ? {} : { locality }) };
      const calls = callsOf(kind);
      const always = calls.flatMap(({ template, whereAbsent }) => (whereAbsent ? [] : [template]));
      const sometimes = calls.flatMap(({ template, whereAbsent }) => (whereAbsent ? [template] : []));
      const lacks = lacking(always, values);
      if (lacks.length > 0) return missing(lacks);
      const [rule] = lacking(sometimes, values);
      if (rule === undefined) return granted;
      const reason = `a region that does not have the product is asked to confirm it, which needs ${rule}`;
      return { status: "conditional", missing: [rule], reason };
    },
    excess: () => excessOfRules(rules, projects, needed),
  };
}

/** Rights that could not be read. */
export function noAuthority(because: string): Authority {
  const standing = unknown(because);
  return {
    projectList: () => standing,
    projectDetail: () => standing,
    regionList: () => standing,
    kind: () => standing,
    excess: () => ({
      id: "credential.excess",
      status: "unknown",
      message: sentence`what else it can do is not known: ${{ reason: because }}`,
    }),
  };
}

const unknownOfAccount = unknown(
  "IAM is asked about projects alone: what it hides of the account's services, it hides without a word",
);

/** The answer of an authorization check about one project. */
export interface CheckedActions {
  readonly authorized: ReadonlySet<string>;
  readonly unauthorized: ReadonlySet<string>;
}

/** Asked beside those that are needed: who may do this can do more than read. */
export const writingAction = "publicCloudProject:apiovh:instance/create";
const regionAction = "publicCloudProject:apiovh:region/get";
const projectAction = "publicCloudProject:apiovh:get";

/**
 * The rights of an identity: IAM actions, as `authorization/check` answered for each project.
 *
 * @param projects those that were asked about.
 * @param checked undefined where the check could not be made, for the reason given.
 */
export function iamAuthority(
  checked: (project: string) => CheckedActions | undefined,
  projects: readonly string[],
  because: string,
): Authority {
  const standing = (actions: readonly string[], project: string): Standing => {
    const answer = checked(project);
    if (answer === undefined) return unknown(because);
    const lacking = actions.filter((action) => answer.unauthorized.has(action));
    if (lacking.length > 0) return missing(lacking);
    const silent = actions.filter((action) => !answer.authorized.has(action));
    return silent.length === 0 ? granted : unknown(`the authorization check does not mention ${silent.join(", ")}`);
  };
  return {
    // The list itself shows what IAM lets the identity see; it is never refused as a whole.
    projectList: () => granted,
    projectDetail: (project) => standing([projectAction], project),
    regionList: (project) => standing([regionAction], project),
    kind: (kind, { project }) =>
      project === undefined
        ? unknownOfAccount
        : standing(isProjectKind(kind) ? [projectAction] : (kind.rights["actions"] ?? []), project),
    excess() {
      const id = "credential.excess";
      const answers = projects.map(checked);
      if (answers.some((answer) => answer?.authorized.has(writingAction))) {
        const message = sentence`the identity can do more than read: it may create instances (${{ action: writingAction }})`;
        return {
          id,
          status: "warn",
          message,
          remediation: sentence`give the identity a policy that reads alone (docs/rights.md)`,
        };
      }
      const isKnown = answers.length > 0 && answers.every((answer) => answer?.unauthorized.has(writingAction));
      return isKnown
        ? {
            id,
            status: "pass",
            message: sentence`the identity may not create instances; no other action that writes was asked about`,
          }
        : {
            id,
            status: "unknown",
            message: sentence`whether it can do more than read is not known: ${{ reason: because }}`,
          };
    },
  };
}
