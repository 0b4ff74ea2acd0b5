import type { Answer } from "../answer.ts";
import type { GlobalCall, GlobalRoute } from "./global-route.ts";
import { bodyTotalPage } from "./paging.ts";
import { scalewayAnswer, scalewayRefusals } from "./refusals.ts";

/** The projects of the organization. */
export const accountRoutes: readonly GlobalRoute[] = [
  { path: "/account/v3/projects", answer: projectList },
  { path: "/account/v3/projects/{project_id}", answer: projectDetail },
];

function projectList({ query, parts }: GlobalCall): Answer {
  const { source, permissions, served, sort } = parts;
  const organization = query.get("organization_id");
  if (organization === null) throw scalewayRefusals.invalidArgument("organization_id", "required");
  const ofOrganization = source.projects.filter(({ organization_id }) => organization_id === organization);
  const projects = served.account.plan.present(ofOrganization, ({ id }) => [id]);
  if (!permissions.inOrganization("ProjectReadOnly") || projects.length === 0) throw scalewayRefusals.denied("project");
  return bodyTotalPage(sort(projects, query.get("order_by")), query, { key: "projects", defaultSize: 20 });
}

function projectDetail({ parameter, parts: { source, permissions, served } }: GlobalCall): Answer {
  const id = parameter("project_id");
  if (!permissions.inOrganization("ProjectReadOnly")) throw scalewayRefusals.denied("project");
  const existing = served.account.plan.present(source.projects, (known) => [known.id]);
  const project = existing.find((known) => known.id === id);
  if (project === undefined) throw scalewayRefusals.notFound("project", id);
  return scalewayAnswer(project);
}
