import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Project } from "./answers.ts";
import { projectPath } from "./paths.ts";

const account = scalewayProduct({
  service: "account",
  api: "/account/v3",
  locality: "project",
  permissionSets: ["ProjectReadOnly"],
});

/**
 * Projects, one by one. Not in the default set: reading a project is an organization's right, which the policy that Plakar
 * documents does not give, and that policy has to end complete.
 */
export const kinds: readonly ListedKind[] = [
  account.kind({
    id: "scaleway.account.project",
    family: "account",
    title: "Project",
    // Unclassified: a project is a container, not something that a connector can back up.
    class: "",
    list: singleDocument({ path: projectPath, repeats: "project" }),
    schema: Project,
    toResource: (project, scope) => ({
      urn: account.urn(scope, "project", project.id),
      name: project.name,
      account: project.organization_id,
      status: project.status,
      createdAt: project.created_at,
      endpoints: [identifier(project.id)],
      attributes: { description: project.description || undefined },
    }),
  }),
];
