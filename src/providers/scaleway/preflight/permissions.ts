import type { PolicyRule } from "../schemas.ts";

/** What one rule of a policy gives. Rules only ever grant, and add up. */
export interface Grant {
  readonly sets: readonly string[];
  /** The organization's own features, all current and future projects, or these projects. */
  readonly reach: "organization" | "all-projects" | readonly string[];
  /** Whether it holds only under a condition, which cannot be judged from here. */
  readonly isConditional: boolean;
}

/** Everything, as an organization's owner has it without any policy (scaleway/scaleway-cli, custom_iam.go). */
export const everything: readonly Grant[] = [
  { sets: ["AllProductsFullAccess"], reach: "all-projects", isConditional: false },
  { sets: ["IAMManager"], reach: "organization", isConditional: false },
];

// The read sets of the organization itself: what is granted on projects does not reach them (Scaleway's documentation of
// permission sets).
const organizationReadSets = [
  "OrganizationReadOnly",
  "ProjectReadOnly",
  "IAMReadOnly",
  "BillingReadOnly",
  "AuditTrailReadOnly",
  "EnvironmentalImpactReadOnly",
  "NotificationManagerReadOnly",
  "SupportTicketReadOnly",
];

/**
 * Whether a granted set covers a read set. Scaleway publishes no table of what implies what; these rules are what the names and
 * descriptions of its documentation promise. A set that none of them knows counts for nothing: the API itself decides then.
 */
export function covers(granted: string, needed: string): boolean {
  if (granted === needed || granted.replace(/(FullAccess|Manager)$/, "ReadOnly") === needed) return true;
  if (organizationReadSets.includes(needed)) return granted === "IAMManager" && needed === "ProjectReadOnly";
  // The sets that are narrower than a product's read set are no less read sets.
  return /^AllProducts(ReadOnly|FullAccess)$/.test(granted) && /(ReadOnly|BucketsRead)$/.test(needed);
}

/** What a rule gives; undefined where it reaches nothing that an inventory reads. */
export function grantOf(rule: PolicyRule): Grant | undefined {
  const reach = reachOf(rule);
  if (reach === undefined) return undefined;
  return {
    sets: rule.permission_set_names ?? [],
    reach,
    isConditional: (rule.condition ?? "").trim() !== "",
  };
}

function reachOf({ permission_sets_scope_type, project_ids, organization_id }: PolicyRule): Grant["reach"] | undefined {
  if (permission_sets_scope_type === "organization") return "organization";
  if (permission_sets_scope_type !== "projects") return undefined;
  if (project_ids && project_ids.length > 0) return project_ids.map((id) => id.toLowerCase());
  // Sets of projects with the organization's id reach all its projects, those of the future too.
  return organization_id ? "all-projects" : undefined;
}

/** What the grants say of a right, of which any one of `sets` is enough, in a project or in the organization itself. */
export function standingOf(
  grants: readonly Grant[],
  sets: readonly string[],
  project: string,
): "granted" | "conditional" | "missing" {
  const reaching = grants.filter((grant) => sets.some((needed) => gives(grant, needed, project)));
  if (reaching.length === 0) return "missing";
  return reaching.every(({ isConditional }) => isConditional) ? "conditional" : "granted";
}

function gives({ sets, reach }: Grant, needed: string, project: string): boolean {
  const isOfOrganization = organizationReadSets.includes(needed);
  const reaches = isOfOrganization
    ? reach === "organization"
    : reach === "all-projects" || (reach !== "organization" && reach.includes(project));
  return reaches && sets.some((granted) => covers(granted, needed));
}

/**
 * Granted sets that can do more than read, each with the set that would be enough, if there is one. A set counts as reading only where its name says so:
 * what a set without such a name can do is not known, and too much is what a backup's key must not have.
 */
export function excessOf(grants: readonly Grant[]): ReadonlyMap<string, string | undefined> {
  const sets = [...new Set(grants.flatMap(({ sets: granted }) => granted))].sort();
  return new Map(sets.filter((set) => !/(ReadOnly|List|Read)$/.test(set)).map((set) => [set, narrowerThan(set)]));
}

/** The set that opens the values of secrets, which no inventory reads. */
export const secretValuesSet = "SecretManagerSecretAccess";

function narrowerThan(set: string): string | undefined {
  if (set === "OrganizationManager") return "ProjectReadOnly";
  const product = /^(ObjectStorage|SecretManager)/.exec(set) ?? /^(.+)(FullAccess|Manager)$/.exec(set);
  return product?.[1] && `${product[1]}ReadOnly`;
}
