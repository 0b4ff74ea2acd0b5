import type { Answer, EmulatedRequest } from "../answer.ts";
import type { Sorter } from "../lists.ts";
import { pathTemplate } from "../template.ts";
import type { ScalewayKey } from "./key.ts";
import { bodyTotalPage } from "./paging.ts";
import type { Permissions } from "./permissions.ts";
import { scalewayAnswer, scalewayRefusals } from "./refusals.ts";
import type { ScalewaySource } from "./source.ts";

/** What the global routes need to know. */
export interface AccountParts {
  readonly source: ScalewaySource;
  readonly key: ScalewayKey;
  readonly permissions: Permissions;
  readonly sort: Sorter;
}

const oneProject = pathTemplate("/account/v3/projects/{project_id}");
const oneKey = pathTemplate("/iam/v1alpha1/api-keys/{access_key}");

/** Answers the routes that have no locality: projects, and what a key may know of itself. */
export function globalAnswer({ path, query }: EmulatedRequest, parts: AccountParts): Answer | undefined {
  if (path === "/account/v3/projects") return projectList(query, parts);
  const projectId = oneProject(path)?.get("project_id");
  if (projectId !== undefined) return projectDetail(projectId, parts);
  const accessKey = oneKey(path)?.get("access_key");
  return accessKey === undefined ? undefined : keyDetail(accessKey, parts);
}

function projectList(query: URLSearchParams, { source, permissions, sort }: AccountParts): Answer {
  const organization = query.get("organization_id");
  if (organization === null) throw scalewayRefusals.invalidArgument("organization_id", "required");
  const projects = source.projects.filter(({ organization_id }) => organization_id === organization);
  if (!permissions.inOrganization("ProjectReadOnly") || projects.length === 0) throw scalewayRefusals.denied("project");
  return bodyTotalPage(sort(projects, query.get("order_by")), query, { key: "projects", defaultSize: 20 });
}

function projectDetail(id: string, { source, permissions }: AccountParts): Answer {
  if (!permissions.inOrganization("ProjectReadOnly")) throw scalewayRefusals.denied("project");
  const project = source.projects.find((known) => known.id === id);
  if (project === undefined) throw scalewayRefusals.notFound("project", id);
  return scalewayAnswer(project);
}

/** A key cannot read itself without an IAM right (https://github.com/scaleway/scaleway-cli, `init/init.go`). */
function keyDetail(accessKey: string, { key, permissions }: AccountParts): Answer {
  if (!permissions.inOrganization("IAMReadOnly")) throw scalewayRefusals.denied("api_key");
  if (accessKey !== key.accessKey) throw scalewayRefusals.notFound("access_key", accessKey);
  return scalewayAnswer({
    access_key: key.accessKey,
    secret_key: null,
    application_id: key.applicationId,
    description: "inventory",
    created_at: "2025-01-06T08:00:00.000000Z",
    updated_at: "2025-01-06T08:00:00.000000Z",
    expires_at: key.expiresAt,
    default_project_id: key.defaultProjectId,
    editable: true,
    deletable: true,
    managed: false,
    creation_ip: "198.51.100.7",
  });
}
