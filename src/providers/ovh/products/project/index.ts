import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { projectUrn } from "../../urn.ts";
import { Project } from "./answers.ts";
import { projectPath, projectsPath } from "./paths.ts";

/** Enumerating projects and listing them is one and the same: the provider reads it once for both. */
export const projectList = idsThenDetail({ path: projectsPath, detailPath: projectPath, idField: "project_id" });

/** Public Cloud projects: the only required kind, because everything else hangs below it. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.project",
    family: "account",
    title: "Public Cloud project",
    // Unclassified: a project is a container, not something that a connector can back up.
    class: "",
    service: "cloud",
    resource: "cloud:project",
    locality: "account",
    list: projectList,
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
      endpoints: [identifier(project.project_id)],
      attributes: { planCode: project.planCode, expiration: project.expiration },
    }),
  }),
];
