import type { ScalewayRule } from "../options.ts";

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
}

const organizationSets = ["ProjectReadOnly", "IAMReadOnly"];

/** What a customer is asked to grant: reading everything everywhere, and seeing the projects. */
const defaultRules: readonly ScalewayRule[] = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["ProjectReadOnly"], scope: "organization" },
];

/** Reads the rules; projects may be named by their place in the list. */
export function permissionsOf(rules: readonly ScalewayRule[] | undefined, projectIds: readonly string[]): Permissions {
  const all = rules ?? defaultRules;
  const grants = (set: string, covers: (scope: ScalewayRule["scope"]) => boolean) =>
    all.some(({ permissionSets, scope }) => covers(scope) && permissionSets.some((granted) => implies(granted, set)));
  return {
    inOrganization: (set) => grants(set, (scope) => scope === "organization"),
    inAllProjects: (set) => grants(set, (scope) => scope === "all-projects"),
    inProject: (set, projectId) =>
      projectIds.includes(projectId) &&
      grants(set, (scope) => scope === "all-projects" || (scope !== "organization" && names(scope, projectId))),
  };

  function names(scope: readonly (string | number)[], projectId: string): boolean {
    return scope.some((project) => (typeof project === "number" ? projectIds[project] : project) === projectId);
  }
}

/** Whether a granted set covers a read set. Scaleway publishes no such table; this is what the names promise. */
function implies(granted: string, needed: string): boolean {
  if (granted === needed) return true;
  if (granted.replace(/(FullAccess|Manager)$/, "ReadOnly") === needed) return true;
  const isProduct = !organizationSets.includes(needed);
  if (isProduct && (granted === "AllProductsReadOnly" || granted === "AllProductsFullAccess")) return true;
  return granted === "ObjectStorageBucketsRead" && needed === "ObjectStorageReadOnly";
}
