import type { Answer } from "../answer.ts";
import type { Item } from "../lists.ts";
import { everywhere } from "../served/place.ts";
import type { AccountParts, GlobalCall, GlobalRoute } from "./global-route.ts";
import { applicationItem, groupItem, keyItem, policyItem, userItem } from "./iam-items.ts";
import { bodyTotalPage } from "./paging.ts";
import { scalewayAnswer, scalewayRefusals } from "./refusals.ts";

const iam = "/iam/v1alpha1";

/**
 * Identity and access management. Which set a call needs is taken from what the sets say of themselves:
 * https://github.com/scaleway/docs-content, `pages/iam/policies-permissions/permission-sets.mdx`.
 */
export const iamRoutes: readonly GlobalRoute[] = [
  { path: `${iam}/api-keys`, answer: keyList },
  { path: `${iam}/api-keys/{access_key}`, answer: keyDetail },
  { path: `${iam}/applications/{application_id}`, answer: applicationDetail },
  { path: `${iam}/users/{user_id}`, answer: userDetail },
  { path: `${iam}/groups`, answer: groupList },
  { path: `${iam}/policies`, answer: policyList },
  { path: `${iam}/rules`, answer: ruleList },
];

function keyList(call: GlobalCall): Answer {
  const { parts, query } = call;
  need(keySet(parts), "api_key", parts);
  const bearerId = query.get("bearer_id");
  const bearers = bearerId === null ? [] : [bearerId];
  const accessKeys = query.getAll("access_keys");
  const asked = all(parts, "scaleway.iam.api-key", [keyItem(parts.key, parts.iam)]).filter(
    (key) => isAmong(bearers, [key["application_id"], key["user_id"]]) && isAmong(accessKeys, [key["access_key"]]),
  );
  return ofOrganization(call, "api_keys", asked);
}

/**
 * Everything of a kind: what the credentials are made of, and what is made up beside it. Where the kind is not served
 * from an example, there is only the first.
 */
function all({ served }: AccountParts, kind: string, own: readonly Item[]): readonly Item[] {
  return served.kinds.has(kind) ? served.items(kind, served.places(kind, everywhere)) : own;
}

/** A key cannot read itself without an IAM right (https://github.com/scaleway/scaleway-cli, `init/init.go`). */
function keyDetail({ parts, parameter }: GlobalCall): Answer {
  const accessKey = parameter("access_key");
  need(keySet(parts), "api_key", parts);
  const keys = all(parts, "scaleway.iam.api-key", [keyItem(parts.key, parts.iam)]);
  const key = keys.find((known) => known["access_key"] === accessKey);
  if (key === undefined) throw scalewayRefusals.notFound("access_key", accessKey);
  return scalewayAnswer(key);
}

/** Keys are read with the right to read those who bear them. */
function keySet({ iam: { bearer } }: AccountParts): string {
  return bearer.type === "application" ? "IAMApplicationReadOnly" : "IAMUserReadOnly";
}

function applicationDetail({ parts, parameter }: GlobalCall): Answer {
  const id = parameter("application_id");
  need("IAMApplicationReadOnly", "application", parts);
  const own = parts.iam.bearer.type === "application" ? [applicationItem(parts.iam)] : [];
  const application = all(parts, "scaleway.iam.application", own).find((known) => known["id"] === id);
  if (application === undefined) throw scalewayRefusals.notFound("application", id);
  return scalewayAnswer(application);
}

function userDetail({ parts, parameter }: GlobalCall): Answer {
  const id = parameter("user_id");
  need("IAMUserReadOnly", "user", parts);
  const own = parts.iam.bearer.type === "application" ? [] : [userItem(parts.iam)];
  const user = all(parts, "scaleway.iam.user", own).find((known) => known["id"] === id);
  if (user === undefined) throw scalewayRefusals.notFound("user", id);
  return scalewayAnswer(user);
}

function groupList(call: GlobalCall): Answer {
  const { parts, query } = call;
  need("IAMGroupReadOnly", "group", parts);
  const { groupId } = parts.iam;
  const own = groupId === undefined ? [] : [groupItem(groupId, parts.iam)];
  const groups = all(parts, "scaleway.iam.group", own);
  const asked = groups.filter((group) =>
    ["application_ids", "user_ids"].every((filter) => isAmong(query.getAll(filter), group[filter])),
  );
  return ofOrganization(call, "groups", asked);
}

function policyList(call: GlobalCall): Answer {
  const { parts, query } = call;
  need("IAMPolicyReadOnly", "policy", parts);
  const own = parts.iam.policies.map((policy) => policyItem(policy, parts.iam));
  const policies = all(parts, "scaleway.iam.policy", own);
  const asked = policies.filter((policy) =>
    ["application", "user", "group"].every((principal) =>
      isAmong(query.getAll(`${principal}_ids`), [policy[`${principal}_id`]]),
    ),
  );
  return ofOrganization(call, "policies", asked);
}

function ruleList({ parts, query }: GlobalCall): Answer {
  need("IAMPolicyReadOnly", "policy", parts);
  const id = query.get("policy_id");
  if (id === null) throw scalewayRefusals.invalidArgument("policy_id", "required");
  const policy = parts.iam.policies.find((known) => known.id === id);
  if (policy === undefined) throw scalewayRefusals.notFound("policy", id);
  return bodyTotalPage(policy.rules, query, { key: "rules", defaultSize: 20 });
}

function need(set: string, resource: string, { permissions }: AccountParts): void {
  if (!permissions.inOrganization(set)) throw scalewayRefusals.denied(resource);
}

/** Whether one of the ids that a filter names is there; a filter that names none leaves everything. */
function isAmong(asked: readonly string[], ids: unknown): boolean {
  return asked.length === 0 || (Array.isArray(ids) && asked.some((id) => ids.includes(id)));
}

/** A page of a list of the organization; a key has no rights in another one. */
function ofOrganization({ parts, query }: GlobalCall, key: string, items: readonly Item[]): Answer {
  const organization = query.get("organization_id");
  if (organization === null) throw scalewayRefusals.invalidArgument("organization_id", "required");
  if (organization !== parts.iam.organizationId) throw scalewayRefusals.denied("organization");
  return bodyTotalPage(parts.sort(items, query.get("order_by")), query, { key, defaultSize: 20 });
}
