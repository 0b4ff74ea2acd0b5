/** A place that is listed on its own: the account, a project, or a region or zone of a project. */
export interface Scope {
  /** `account`, `<project>`, or `<project>/<region or zone>`; the text that reports and `kind@scope` settings use. */
  readonly id: string;
  /** The provider's separate world that the account lives in, where URNs name it (OVHcloud: `eu`, `ca`, `us`). */
  readonly realm?: string;
  readonly project?: string;
  /** The region, or the zone where the product is zonal. */
  readonly locality?: string;
}

/** The scope of things that belong to no project. */
export const accountScope: Scope = { id: "account" };

export function projectScope(project: string): Scope {
  return { id: project, project };
}

export function localScope(project: string, locality: string): Scope {
  return { id: `${project}/${locality}`, project, locality };
}

/** Where a list is read: decides which scopes a kind has. */
export type Locality = "account" | "project" | "region" | "zone";
