/** A place that is listed on its own: the account, an organization, a project, or a region or zone of a project. */
export interface Scope {
  /** `account`, `organization`, `<project>`, or `<project>/<region or zone>`; the text that reports and `kind@scope` settings use. */
  readonly id: string;
  /** The provider's separate world that the account lives in, where URNs name it (OVHcloud: `eu`, `ca`, `us`). */
  readonly realm?: string;
  /** The organization whose list it is, where the provider has organizations above projects. */
  readonly organization?: string;
  readonly project?: string;
  /** The region, or the zone where the product is zonal. */
  readonly locality?: string;
}

/** The scope of things that belong to no project. */
export const accountScope: Scope = { id: "account" };

/** The scope of things that belong to an organization, whatever its projects. A run reads one organization at most. */
export function organizationScope(organization: string): Scope {
  return { id: organizationScopeId, organization };
}

export const organizationScopeId = "organization";

export function projectScope(project: string): Scope {
  return { id: project, project };
}

export function localScope(project: string, locality: string): Scope {
  return { id: `${project}/${locality}`, project, locality };
}

/** The localities, by what has a list of its own. `none`: one list for everybody who asks. */
export const localities = ["account", "organization", "project", "region", "zone", "none"] as const;

/** Where a list is read: decides which scopes a kind has. */
export type Locality = (typeof localities)[number];

/** Whether a scope is another one, or lies below it: where the places of a project may not be listed, none can be read. */
export function isWithin(scope: string, parent: string): boolean {
  return parent === accountScope.id || scope === parent || scope.startsWith(`${parent}/`);
}

/** A scope of which nothing but its id is known. */
export function scopeNamed(id: string): Scope {
  const project = id.split("/")[0];
  return project === undefined || project === accountScope.id || project === organizationScopeId
    ? { id }
    : { id, project };
}
