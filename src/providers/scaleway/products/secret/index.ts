import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { placedIdentifier } from "../../identifier.ts";
import { scalewayProduct } from "../../kind.ts";
import { Secret } from "./answers.ts";

const secrets = scalewayProduct({
  service: "secret",
  api: "/secret-manager/v1beta1",
  locality: "region",
  permissionSets: ["SecretManagerReadOnly"],
});

/** Secret Manager: names and metadata; versions and payloads are never read. */
export const kinds: readonly ListedKind[] = [
  secrets.kind({
    id: "scaleway.secret.secret",
    family: "security",
    title: "Secret",
    class: "security",
    subclass: "secret-manager",
    // Never organization_id beside project_id: the API then answers 200 with an empty list (scaleway-sdk-python issue 2147).
    list: secrets.pages({ path: "secrets", listKey: "secrets", query: { scheduled_for_deletion: "false" } }),
    connectors: ["scaleway-secret"],
    schema: Secret,
    toResource: (secret, scope) => ({
      urn: secrets.urn(scope, "secret", secret.id),
      name: secret.name,
      status: secret.status,
      createdAt: secret.created_at,
      tags: secret.tags ?? [],
      endpoints: [placedIdentifier(secret.id, scope, "region")],
      protection: [protection("deletion-protection", secret.protected ?? undefined)],
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
