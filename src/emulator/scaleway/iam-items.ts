import type { Item } from "../lists.ts";
import { principalOf, type ScalewayIam, type ScalewayPolicy } from "./iam.ts";
import type { ScalewayKey } from "./key.ts";

const dates = { created_at: "2025-01-06T08:00:00.000000Z", updated_at: "2025-01-06T08:00:00.000000Z" };
const ordinary = { editable: true, deletable: true, managed: false };

/** An API key as IAM lists it: without its secret half, and without its organization. */
export function keyItem(key: ScalewayKey, { bearer }: ScalewayIam): Item {
  return {
    access_key: key.accessKey,
    secret_key: null,
    description: "inventory",
    ...dates,
    expires_at: key.expiresAt,
    default_project_id: key.defaultProjectId,
    ...ordinary,
    creation_ip: "198.51.100.7",
    ...principalOf(bearer),
  };
}

/** The application that bears the key. */
export function applicationItem({ bearer, organizationId }: ScalewayIam): Item {
  return {
    id: bearer.id,
    name: "inventory",
    description: "backup inventory",
    ...dates,
    organization_id: organizationId,
    ...ordinary,
    nb_api_keys: 1,
    tags: [],
  };
}

/** The user who bears the key: the owner of the organization or a member. */
export function userItem({ bearer, organizationId }: ScalewayIam): Item {
  return {
    id: bearer.id,
    email: `${bearer.type}@customer.example`,
    username: bearer.type,
    first_name: "",
    last_name: "",
    phone_number: "",
    locale: "en_US",
    ...dates,
    organization_id: organizationId,
    deletable: bearer.type !== "owner",
    last_login_at: null,
    type: bearer.type,
    status: "activated",
    mfa: true,
    account_root_user_id: bearer.id,
    tags: [],
    locked: false,
  };
}

/** The group that the bearer is in. */
export function groupItem(groupId: string, { bearer, organizationId }: ScalewayIam): Item {
  const isApplication = bearer.type === "application";
  return {
    id: groupId,
    ...dates,
    organization_id: organizationId,
    name: "inventories",
    description: "",
    user_ids: isApplication ? [] : [bearer.id],
    application_ids: isApplication ? [bearer.id] : [],
    tags: [],
    ...ordinary,
  };
}

/** A policy; its rules are a list of their own. */
export function policyItem({ id, name, principal, rules }: ScalewayPolicy, { organizationId }: ScalewayIam): Item {
  const sets = rules.flatMap((rule) => rule["permission_set_names"]);
  return {
    id,
    name,
    description: "",
    organization_id: organizationId,
    ...dates,
    ...ordinary,
    nb_rules: rules.length,
    nb_scopes: rules.length,
    nb_permission_sets: sets.length,
    tags: [],
    ...principal,
  };
}

/** The bearer of the key, its group and its policies, among those that are made from examples. */
export function presentIdentities(
  iam: ScalewayIam,
  key: ScalewayKey,
): readonly [kind: string, items: readonly Item[]][] {
  const { bearer, groupId, policies } = iam;
  return [
    ["scaleway.iam.api-key", [keyItem(key, iam)]],
    ["scaleway.iam.application", bearer.type === "application" ? [applicationItem(iam)] : []],
    ["scaleway.iam.user", bearer.type === "application" ? [] : [userItem(iam)]],
    ["scaleway.iam.group", groupId === undefined ? [] : [groupItem(groupId, iam)]],
    ["scaleway.iam.policy", policies.map((policy) => policyItem(policy, iam))],
  ];
}
