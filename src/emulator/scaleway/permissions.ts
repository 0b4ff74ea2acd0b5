import type { EmulatorOptions, ScalewayRule } from "../options.ts";
import { namedProjects, rulesOf } from "./rules.ts";

/** What the key may do. Rules only ever grant. */
export interface Permissions {
  /** Features of the organization itself, such as its list of projects. */
  inOrganization(set: string): boolean;
  inProject(set: string, projectId: string): boolean;
  /**
   * Lists without a project filter: since 2026 they need a rule on all current and future projects, naming each
   * project is not enough (https://github.com/scaleway/scaleway-cli/issues/5686).
   */
  inAllProjects(set: string): boolean;
  /** Whether lists without a project filter leave out what a project has, without a word. */
  isFiltered(projectId: string): boolean;
}

/** What the rules grant the bearer of the key. */
export function permissionsOf(options: EmulatorOptions, projectIds: readonly string[]): Permissions {
  const filtered = new Set((options.scalewayFilteredProjects ?? []).map((place) => projectIds[place] ?? ""));
  const isOwner = options.scalewayBearer === "owner";
  const inForce = rulesOf(options).filter(
    ({ condition = "", conditionHolds = true }) => condition === "" || conditionHolds,
  );
  const grants = (set: string, covers: (scope: ScalewayRule["scope"]) => boolean) =>
    isOwner ||
    inForce.some(
      ({ permissionSets, scope }) => covers(scope) && permissionSets.some((granted) => implies(granted, set)),
    );
  return {
    isFiltered: (projectId) => filtered.has(projectId),
    inOrganization: (set) => grants(set, (scope) => scope === "organization"),
    inAllProjects: (set) => grants(set, (scope) => scope === "all-projects"),
    inProject: (set, projectId) =>
      projectIds.includes(projectId) &&
      grants(
        set,
        (scope) =>
          scope === "all-projects" ||
          (scope !== "organization" && namedProjects(scope, projectIds).includes(projectId)),
      ),
  };
}

/** Whether a granted set covers a read set. Scaleway publishes no such table; this is what the names promise. */
function implies(granted: string, needed: string): boolean {
  if (granted === needed) return true;
  if (granted.replace(/(FullAccess|Manager)$/, "ReadOnly") === needed) return true;
  const isProject = needed === "ProjectReadOnly";
  const isIam = /^IAM\w*ReadOnly$/.test(needed);
  if (isIam) return granted === "IAMReadOnly" || granted === "IAMManager";
  if (isProject) return granted === "IAMManager";
  if (granted === "AllProductsReadOnly" || granted === "AllProductsFullAccess") return true;
  return granted === "ObjectStorageBucketsRead" && needed === "ObjectStorageReadOnly";
}
