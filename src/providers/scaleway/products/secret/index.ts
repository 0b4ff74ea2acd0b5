import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { placedIdentifier } from "../../identifier.ts";
import { scalewayProduct } from "../../kind.ts";
import { Secret, SecretVersion } from "./answers.ts";

const secrets = scalewayProduct({
  service: "secret",
  api: "/secret-manager/v1beta1",
  locality: "region",
  permissionSets: ["SecretManagerReadOnly"],
});

const secret = secrets.kind({
  id: "scaleway.secret.secret",
  family: "security",
  title: "Secret",
  class: "security",
  subclass: "secret-manager",
  // Never organization_id beside project_id: the API then answers 200 with an empty list (scaleway-sdk-python issue 2147).
  list: secrets.pages({ path: "secrets", listKey: "secrets", query: { scheduled_for_deletion: "false" } }),
  connectors: ["scaleway-secret"],
  schema: Secret,
  toResource: (item, scope) => ({
    urn: secrets.urn(scope, "secret", item.id),
    name: item.name,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [placedIdentifier(item.id, scope, "region")],
    protection: [protection("deletion-protection", item.protected ?? undefined)],
    attributes: {
      path: item.path,
      type: item.type,
      versionCount: item.version_count,
      managed: item.managed,
      usedBy: item.used_by,
      keyId: item.key_id,
    },
  }),
});

/** Secret Manager: names and metadata of secrets and their versions; payloads are never read. */
export const kinds: readonly ListedKind[] = [
  secret,
  secrets.kind({
    id: "scaleway.secret.version",
    family: "security",
    title: "Secret version",
    class: "security",
    subclass: "secret-manager",
    list: nested({
      parent: secret,
      as: "secretId",
      needs: ["name"],
      list: secrets.pages({
        path: "secrets/{secretId}/versions",
        listKey: "versions",
        filter: {},
        order: {},
        idField: "revision",
      }),
    }),
    schema: SecretVersion,
    toResource: (version, scope) => ({
      urn: secrets.urn(scope, "version", scope.parent?.id ?? "", String(version.revision)),
      name: nameOf(version.revision, scope.parent?.fields["name"]),
      status: version.status,
      createdAt: version.created_at,
      endpoints: [identifier(String(version.revision))],
      relations: [{ type: "member-of", urn: secrets.urn(scope, "secret", scope.parent?.id ?? "") }],
      attributes: { description: version.description || undefined, latest: version.latest },
    }),
  }),
];

/** A number alone would not say of what it is a version. */
function nameOf(revision: number, secretName: unknown): string {
  return typeof secretName === "string" && secretName !== "" ? `${secretName} (${revision})` : String(revision);
}
