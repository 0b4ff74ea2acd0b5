import type { Item } from "../lists.ts";
import type { EmulatorOptions, ScalewayRule } from "../options.ts";
import { type Series, seriesOf } from "../random.ts";
import { namedProjects, rulesOf } from "./rules.ts";

/** Who a policy is for, in the field that the API has for it. */
type Principal = { readonly application_id: string } | { readonly user_id: string } | { readonly group_id: string };

/** A policy, as the rights of the key's bearer come from it. */
export interface ScalewayPolicy {
  readonly id: string;
  readonly name: string;
  readonly principal: Principal;
  /** As the API lists them. */
  readonly rules: readonly Item[];
}

/** Who bears the key, the group that the bearer is in, and the policies of both. */
export interface ScalewayIam {
  readonly organizationId: string;
  readonly bearer: { readonly type: "application" | "owner" | "member"; readonly id: string };
  /** A group exists where a rule goes through it. */
  readonly groupId: string | undefined;
  readonly policies: readonly ScalewayPolicy[];
}

/** What IAM knows: exactly the rules that the permissions come from. */
export function iamOf(
  options: EmulatorOptions,
  account: { seed: number; organizationId: string; projectIds: readonly string[] },
): ScalewayIam {
  const series = seriesOf(account.seed, "scaleway iam");
  const { scalewayBearer: type = "application" } = options;
  const bearer = { type, id: series.uuid(type === "application" ? 0 : 1) };
  const groupId = series.uuid(2);
  const rules = rulesOf(options);
  const policies = [
    { name: "inventory", principal: principalOf(bearer), through: "bearer" },
    { name: "inventory-group", principal: { group_id: groupId }, through: "group" },
  ].map(({ name, principal, through }, index) => {
    const carried = rules.filter((rule) => (rule.through ?? "bearer") === through);
    const ids = seriesOf(account.seed, `scaleway iam ${name}`);
    return { id: series.uuid(3 + index), name, principal, rules: carried.map(listed(ids, account)) };
  });
  return {
    organizationId: account.organizationId,
    bearer,
    groupId: rules.some(({ through }) => through === "group") ? groupId : undefined,
    policies: policies.filter((policy) => policy.rules.length > 0),
  };
}

/** The field in which the API names a bearer. */
export function principalOf({ type, id }: ScalewayIam["bearer"]): Principal {
  return type === "application" ? { application_id: id } : { user_id: id };
}

/**
 * A rule as the API lists it. `organization_id` beside sets of projects means all current and future projects:
 * https://github.com/scaleway/terraform-provider-scaleway, `internal/services/iam/testdata`.
 */
function listed(
  ids: Series,
  { organizationId, projectIds }: { organizationId: string; projectIds: readonly string[] },
) {
  return ({ permissionSets, scope, condition = "" }: ScalewayRule, index: number): Item => ({
    id: ids.uuid(index),
    permission_set_names: permissionSets,
    permission_sets_scope_type: scope === "organization" ? "organization" : "projects",
    condition,
    ...(typeof scope === "string"
      ? { organization_id: organizationId }
      : { project_ids: namedProjects(scope, projectIds) }),
  });
}
