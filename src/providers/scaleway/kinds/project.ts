import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { Project } from "../schemas.ts";
import { scalewayUrn } from "../urn.ts";

export const projectPath = "/account/v3/projects/{project}";

/**
 * Projects, one by one. Not in the default set: reading a project is an organization's right, which the policy that Plakar
 * documents does not give, and that policy has to end complete.
 */
export const projectKinds: readonly ResourceKind[] = [
  defineKind({
    id: "scaleway.account.project",
    title: "Project",
    // Unclassified: a project is a container, not something that a connector can back up.
    class: "",
    subclass: "",
    service: "account",
    resource: "account:project",
    locality: "project",
    rights: { permissionSets: ["ProjectReadOnly"] },
    path: projectPath,
    dialect: { type: "single-document", idKey: "id" },
    byDefault: false,
    schema: Project,
    toResource: (project, scope) => ({
      urn: scalewayUrn(scope, "account", "project", project.id),
      name: project.name,
      account: project.organization_id,
      status: project.status,
      createdAt: project.created_at,
      endpoints: [{ type: "identifier", endpoint: project.id, attributes: {} }],
      attributes: { description: project.description || undefined },
    }),
  }),
];
