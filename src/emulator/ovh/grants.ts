import type { EmulatorOptions, OvhGrant } from "../options.ts";
import { seriesOf } from "../random.ts";
import { projectUrn } from "./account.ts";
import { matchesGlob } from "./glob.ts";

/** One IAM policy: some actions on some resources, both with `*`. */
export interface OvhPolicy {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly expiredAt: string | null;
}

const everything = ["urn:v1:eu:resource:*"];

// It is not documented whether `*/get` covers the root action as well: both are named.
const defaultGrants: readonly OvhGrant[] = [{ action: "*:apiovh:get" }, { action: "*:apiovh:*/get" }];

/** The policies that carry the grants: one for those on everything, and one for each that names projects. */
export function policiesOf(options: EmulatorOptions, seed: number, projectIds: readonly string[]): OvhPolicy[] {
  const { ovhGrants = defaultGrants, ovhPolicyExpiresAt: expiredAt = null } = options;
  const ids = seriesOf(seed, "ovh policy");
  const general = ovhGrants.filter(({ projects, resources }) => projects === undefined && resources === undefined);
  const carried = [
    { actions: general.map(({ action }) => action), resources: everything },
    ...ovhGrants.flatMap((grant) =>
      general.includes(grant)
        ? []
        : [{ actions: [grant.action], resources: [...(grant.projects ?? []).map(urnOf), ...(grant.resources ?? [])] }],
    ),
  ];
  return carried
    .filter(({ actions }) => actions.length > 0)
    .map((policy, index) => ({ id: ids.uuid(index), name: `inventory-${index + 1}`, expiredAt, ...policy }));

  function urnOf(project: string | number): string {
    return projectUrn(typeof project === "number" ? (projectIds[project] ?? "") : project);
  }
}

/** Whether a policy that is in force grants an action on a resource. */
export function isAuthorized(
  policies: readonly OvhPolicy[],
  action: string,
  resource: string,
  timeMs: number,
): boolean {
  return covering(policies, resource, timeMs).some(({ actions }) =>
    actions.some((pattern) => matchesGlob(pattern, action)),
  );
}

/** Whether a policy that is in force grants anything on a resource. */
export function isCovered(policies: readonly OvhPolicy[], resource: string, timeMs: number): boolean {
  return covering(policies, resource, timeMs).length > 0;
}

function covering(policies: readonly OvhPolicy[], resource: string, timeMs: number): readonly OvhPolicy[] {
  return policies.filter(
    ({ resources, expiredAt }) =>
      (expiredAt === null || Date.parse(expiredAt) > timeMs) &&
      resources.some((pattern) => matchesGlob(pattern, resource)),
  );
}
