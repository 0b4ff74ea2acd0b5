import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { Secret } from "../schemas.ts";
import { scalewayUrn } from "../urn.ts";
import { identifier } from "./endpoints.ts";

/** Secret Manager: names and metadata; versions and payloads are never read. */
export const secretKinds: readonly ResourceKind[] = [
  defineKind({
    id: "scaleway.secret.secret",
    title: "Secret",
    class: "security",
    subclass: "secret-manager",
    service: "secret",
    resource: "secret:secret",
    locality: "region",
    rights: { permissionSets: ["SecretManagerReadOnly"] },
    path: "/secret-manager/v1beta1/regions/{locality}/secrets",
    // Never organization_id beside project_id: the API then answers 200 with an empty list (scaleway-sdk-python issue 2147).
    query: { project_id: "{project}", scheduled_for_deletion: "false", order_by: "created_at_desc" },
    dialect: { type: "numbered-pages", listKey: "secrets", pageSizeParameter: "page_size" },
    byDefault: true,
    schema: Secret,
    toResource: (secret, scope) => ({
      urn: scalewayUrn(scope, "secret", "secret", secret.id),
      name: secret.name,
      status: secret.status,
      createdAt: secret.created_at,
      tags: secret.tags ?? [],
      endpoints: [identifier(secret.id, scope, "region")],
      protection: secret.protected ? [{ type: "deletion-protection" }] : [],
      attributes: {
        path: secret.path,
        type: secret.type,
        versionCount: secret.version_count,
        managed: secret.managed,
        usedBy: secret.used_by,
        keyId: secret.key_id,
      },
    }),
  }),
];
