import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { Project } from "../schemas.ts";
import { projectUrn } from "../urn.ts";

export const projectsPath = "/cloud/project";
export const projectPath = "/cloud/project/{id}";

/** Public Cloud projects: the only required kind, because everything else hangs below it. */
export const projectKinds: readonly ResourceKind[] = [
  defineKind({
    id: "ovh.cloud.project",
    title: "Public Cloud project",
    // Unclassified: a project is a container, not something that a connector can back up.
    class: "",
    subclass: "",
    service: "cloud",
    resource: "cloud:project",
    locality: "account",
    rights: {
      rules: ["GET /cloud/project", "GET /cloud/project/*"],
      actions: ["publicCloudProject:apiovh:get"],
    },
    path: projectsPath,
    dialect: { type: "ids-then-detail", detailPath: projectPath, idKey: "project_id" },
    byDefault: true,
    required: true,
    // OVHcloud's IAM refuses no list of services, it shortens it [never seen live; docs/unproven.md].
    mayLeaveOut: true,
    schema: Project,
    toResource: (project, scope) => ({
      urn: projectUrn(scope, project.project_id),
      name: project.description || project.projectName,
      status: project.status,
      createdAt: project.creationDate,
      tags: customerTags(project.iam?.tags),
      endpoints: [{ type: "identifier", endpoint: project.project_id, attributes: {} }],
      attributes: { planCode: project.planCode, expiration: project.expiration },
    }),
  }),
];

/** IAM tags without OVHcloud's internal ones (`ovh:…`). */
function customerTags(tags: Readonly<Record<string, string>> | null | undefined): string[] {
  return Object.entries(tags ?? {}).flatMap(([key, value]) => (key.startsWith("ovh:") ? [] : [`${key}=${value}`]));
}
