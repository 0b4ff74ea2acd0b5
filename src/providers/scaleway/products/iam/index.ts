import type { Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { type ProductTools, scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { ApiKey, Application, Group, Policy, SshKey, User } from "./answers.ts";

/** What IAM lists of the organization, to whoever may read all of IAM or what these sets are about. */
function ofOrganization(...permissionSets: readonly string[]): ProductTools {
  return scalewayProduct({
    service: "iam",
    api: "/iam/v1alpha1",
    locality: "organization",
    permissionSets: ["IAMReadOnly", ...permissionSets],
  });
}

const applications = ofOrganization("IAMApplicationReadOnly");
const users = ofOrganization("IAMUserReadOnly");
const groups = ofOrganization("IAMGroupReadOnly");
const policies = ofOrganization("IAMPolicyReadOnly");
// Keys of users and keys of applications have narrower sets of their own; a list by one of these would lack the others.
const apiKeys = ofOrganization();
const sshKeys = scalewayProduct({
  service: "iam",
  api: "/iam/v1alpha1",
  // They are of a project, although IAM keeps them.
  locality: "project",
  permissionSets: ["SSHKeysReadOnly"],
});

/** Identities of the organization, what they may do, and the keys that they show. */
export const kinds: readonly ListedKind[] = [
  applications.kind({
    id: "scaleway.iam.application",
    family: "identity",
    title: "IAM application",
    class: "identity",
    list: applications.pages({ path: "applications", listKey: "applications" }),
    schema: Application,
    toResource: (application, place) => ({
      urn: applications.urn(place, "application", application.id),
      name: application.name,
      account: application.organization_id,
      createdAt: application.created_at,
      tags: application.tags ?? [],
      attributes: {
        description: application.description || undefined,
        managed: application.managed,
        apiKeys: application.nb_api_keys,
      },
    }),
  }),
  users.kind({
    id: "scaleway.iam.user",
    family: "identity",
    title: "IAM user",
    class: "identity",
    personal: true,
    list: users.pages({ path: "users", listKey: "users" }),
    schema: User,
    toResource: (user, place) => ({
      urn: users.urn(place, "user", user.id),
      account: user.organization_id,
      status: user.status,
      createdAt: user.created_at,
      attributes: { type: user.type, mfa: user.mfa, locked: user.locked },
    }),
  }),
  groups.kind({
    id: "scaleway.iam.group",
    family: "identity",
    title: "IAM group",
    class: "identity",
    list: groups.pages({ path: "groups", listKey: "groups" }),
    schema: Group,
    toResource: (group, place) => ({
      urn: groups.urn(place, "group", group.id),
      name: group.name,
      account: group.organization_id,
      createdAt: group.created_at,
      tags: group.tags ?? [],
      attributes: {
        description: group.description || undefined,
        managed: group.managed,
        users: group.user_ids,
        applications: group.application_ids,
      },
    }),
  }),
  policies.kind({
    id: "scaleway.iam.policy",
    family: "identity",
    title: "IAM policy",
    class: "identity",
    list: policies.pages({ path: "policies", listKey: "policies" }),
    schema: Policy,
    toResource: (policy, place) => ({
      urn: policies.urn(place, "policy", policy.id),
      name: policy.name,
      account: policy.organization_id,
      createdAt: policy.created_at,
      tags: policy.tags ?? [],
      relations: bearersOf(policy, place),
      attributes: {
        description: policy.description || undefined,
        managed: policy.managed,
        rules: policy.nb_rules,
        scopes: policy.nb_scopes,
        permissionSets: policy.nb_permission_sets,
      },
    }),
  }),
  apiKeys.kind({
    id: "scaleway.iam.api-key",
    family: "identity",
    title: "API key",
    class: "identity",
    // What people prove themselves with, and the access half of this run's own key is among them.
    personal: true,
    list: apiKeys.pages({ path: "api-keys", listKey: "api_keys", idField: "access_key" }),
    schema: ApiKey,
    toResource: (key, place) => ({
      urn: apiKeys.urn(place, "api-key", key.access_key),
      createdAt: key.created_at,
      relations: bearersOf(key, place),
      attributes: { expiresAt: key.expires_at, defaultProject: key.default_project_id, managed: key.managed },
    }),
  }),
  sshKeys.kind({
    id: "scaleway.iam.ssh-key",
    family: "identity",
    title: "SSH key",
    class: "identity",
    list: sshKeys.pages({ path: "ssh-keys", listKey: "ssh_keys" }),
    schema: SshKey,
    toResource: (key, place) => ({
      urn: sshKeys.urn(place, "ssh-key", key.id),
      name: key.name,
      account: key.organization_id,
      createdAt: key.created_at,
      endpoints: [identifier(key.id)],
      attributes: { fingerprint: key.fingerprint, disabled: key.disabled },
    }),
  }),
];

interface Borne {
  readonly user_id?: string | null | undefined;
  readonly group_id?: string | null | undefined;
  readonly application_id?: string | null | undefined;
}

/** Who has a policy, or a key. */
function bearersOf({ user_id, group_id, application_id }: Borne, place: Scope): Relation[] {
  const bearers = { user: user_id, group: group_id, application: application_id };
  return Object.entries(bearers).flatMap(([type, id]) =>
    id ? [{ type: "attached-to" as const, urn: scalewayUrn(place, "iam", type, id) }] : [],
  );
}
