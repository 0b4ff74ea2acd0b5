import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Application } from "./answers.ts";

const iam = scalewayProduct({
  service: "iam",
  api: "/iam/v1alpha1",
  locality: "organization",
  permissionSets: ["IAMReadOnly", "IAMApplicationReadOnly"],
});

/** Identities of the organization. */
export const kinds: readonly ListedKind[] = [
  iam.kind({
    id: "scaleway.iam.application",
    family: "identity",
    title: "IAM application",
    class: "identity",
    list: iam.pages({ path: "applications", listKey: "applications" }),
    schema: Application,
    toResource: (application, place) => ({
      urn: iam.urn(place, "application", application.id),
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
];
