import { type Answer, answered, type Cloud, type EmulatedRequest, withHeaders } from "../answer.ts";
import type { Item } from "../lists.ts";
import type { Plan } from "../plan.ts";
import { seriesOf } from "../random.ts";
import { createServedScaleway } from "../served/scaleway-answers.ts";
import { type PathTemplate, pathTemplate } from "../template.ts";
import { accountRoutes } from "./account-routes.ts";
import type { AccountParts } from "./global-route.ts";
import { iamRoutes } from "./iam-routes.ts";
import { verifyToken } from "./key.ts";
import { regions, zones } from "./localities.ts";
import { bodyTotalPage, headerTotalPage } from "./paging.ts";
import type { Permissions } from "./permissions.ts";
import { scalewayRefusals } from "./refusals.ts";
import type { ScalewayRoute } from "./routes.ts";

/** What the emulated Scaleway needs to know. */
export interface ScalewayCloudParts extends AccountParts {
  readonly plan: Plan;
  readonly routes: readonly ScalewayRoute[];
  /** The server's clock, in milliseconds. */
  clock(): number;
}

interface CompiledRoute<Route> {
  readonly route: Route;
  readonly match: PathTemplate;
}

const globalRoutes = compiledRoutes([...accountRoutes, ...iamRoutes]);

/** Scaleway's JSON APIs. */
export function createScalewayCloud(parts: ScalewayCloudParts): Cloud {
  const compiled = compiledRoutes(parts.routes);
  const { served: fleet, permissions, iam, sort } = parts;
  const served = createServedScaleway({ fleet, permissions, organizationId: iam.organizationId, sort });
  const ids = seriesOf(parts.plan.seed, "scaleway request");
  return (request) => {
    const answer = answered(() => {
      verifyToken(request, parts.key, parts.clock());
      if (request.method !== "GET") throw scalewayRefusals.unknownRoute();
      const answer = globalAnswer(request, parts) ?? listAnswer(request, parts, compiled) ?? served(request);
      if (answer === undefined) throw scalewayRefusals.unknownRoute();
      return answer;
    });
    return withHeaders(answer, { "X-Request-Id": ids.uuid(request.sequence) });
  };
}

function compiledRoutes<Route extends { readonly path: string }>(routes: readonly Route[]): CompiledRoute<Route>[] {
  return routes.map((route) => ({ route, match: pathTemplate(route.path) }));
}

/** Answers the routes that have no locality. */
function globalAnswer({ path, query }: EmulatedRequest, parts: AccountParts): Answer | undefined {
  for (const { route, match } of globalRoutes) {
    const parameters = match(path);
    if (parameters !== undefined)
      return route.answer({ parts, query, parameter: (name) => parameters.get(name) ?? "" });
  }
  return undefined;
}

function listAnswer(
  request: EmulatedRequest,
  parts: ScalewayCloudParts,
  compiled: readonly CompiledRoute<ScalewayRoute>[],
): Answer | undefined {
  const found = routeOf(request.path, compiled);
  if (found === undefined) return undefined;
  const { route, locality } = found;
  const { api, kind } = route;
  const { query } = request;
  if (kind !== undefined && !parts.plan.isOffered(kind, locality)) throw scalewayRefusals.unknownService();
  const missing = api.required.find((parameter) => !query.has(parameter));
  if (missing !== undefined) throw scalewayRefusals.invalidArgument(missing, "required");
  authorize(query.get(api.projectParameter), route, parts.permissions);
  const items = parts.sort(
    parts.plan.present(itemsOf(request, route, locality, parts), ({ id, project, project_id }) => [
      id,
      project,
      project_id,
    ]),
    query.get("order_by") ?? query.get("order"),
  );
  const list = { key: route.listKey, defaultSize: api.defaultPageSize };
  return api.total === "header" ? headerTotalPage(items, query, list) : bodyTotalPage(items, query, list);
}

function routeOf(
  path: string,
  compiled: readonly CompiledRoute<ScalewayRoute>[],
): { route: ScalewayRoute; locality: string } | undefined {
  for (const { route, match } of compiled) {
    const parameters = match(path);
    if (parameters === undefined) continue;
    const locality = parameters.get("zone") ?? parameters.get("region");
    const known = parameters.has("zone") ? zones : regions;
    if (locality !== undefined && !known.includes(locality)) throw scalewayRefusals.unknownLocality();
    return { route, locality: locality ?? "" };
  }
  return undefined;
}

function authorize(project: string | null, { api, resource }: ScalewayRoute, permissions: Permissions): void {
  const set = api.permissionSet;
  const isGranted = project === null ? permissions.inAllProjects(set) : permissions.inProject(set, project);
  if (!isGranted) throw scalewayRefusals.denied(resource);
}

function itemsOf(
  { path, query }: EmulatedRequest,
  { api, kind }: ScalewayRoute,
  locality: string,
  { source, permissions }: ScalewayCloudParts,
): readonly Item[] {
  const project = query.get(api.projectParameter) ?? undefined;
  const organization = query.get(api.organizationParameter) ?? undefined;
  if (kind === "scaleway.secret.secret") {
    // The real API ignores neither filter and combines them into nothing: scaleway-sdk-python#2147.
    if (project !== undefined && organization !== undefined) return [];
    if (query.get("scheduled_for_deletion") === "true") return [];
  }
  const asked = query.get("public");
  const items = source.list({
    kind,
    path,
    locality,
    project,
    organization,
    isPublic: asked === null ? undefined : asked === "true",
  });
  if (project !== undefined) return items;
  const isShown = (item: Item): boolean => !permissions.isFiltered(String(item["project"] ?? item["project_id"]));
  return items.every(isShown) ? items : items.filter(isShown);
}
