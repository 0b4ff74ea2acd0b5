import type { Answer, EmulatedRequest } from "../answer.ts";
import type { Sorter } from "../lists.ts";
import { remember } from "../remember.ts";
import { regions, zones } from "../scaleway/localities.ts";
import type { Permissions } from "../scaleway/permissions.ts";
import { scalewayAnswer, scalewayRefusals } from "../scaleway/refusals.ts";
import { bySpecificity, type PathTemplate, pathTemplate } from "../template.ts";
import { lastWordOf, type Role, rolesOf, type ServedKind } from "./catalogue.ts";
import { inactiveDocument } from "./exceptions.ts";
import type { ServedFleet } from "./fleet.ts";
import { servedPage } from "./paging.ts";
import { type ServedPlace, type Within, withinOf } from "./place.ts";
import { valueAt } from "./stamp.ts";

/** What answers about what is made from examples need to know. */
export interface ServedScalewayParts {
  readonly fleet: ServedFleet;
  readonly permissions: Permissions;
  readonly organizationId: string;
  readonly sort: Sorter;
}

interface Route {
  readonly kind: ServedKind;
  readonly path: string;
  readonly match: PathTemplate;
  readonly roles: ReadonlyMap<string, Role>;
  readonly isDetail: boolean;
}

interface Call extends ServedScalewayParts {
  readonly route: Route;
  readonly request: EmulatedRequest;
  parameter(name: string): string;
}

const manners = {
  answer: scalewayAnswer,
  badParameter: (name: string) => scalewayRefusals.invalidArgument(name, "constraint"),
};

/** Answers about everything of Scaleway's that is made from examples; undefined for any other path. */
export function createServedScaleway(parts: ServedScalewayParts): (request: EmulatedRequest) => Answer | undefined {
  const routes = routesAmong(parts.fleet.kinds);
  return (request) => {
    for (const route of routes) {
      const values = route.match(request.path);
      if (values === undefined) continue;
      const call = { ...parts, route, request, parameter: (name: string) => values.get(name) ?? "" };
      return route.isDetail ? detail(call) : list(call);
    }
    return undefined;
  };
}

/** Worked out once: every account has the same kinds. */
const routesAmong = remember((kinds: ServedFleet["kinds"]): readonly Route[] => {
  const served = [...kinds.values()].filter(({ entry }) => entry.cloud === "scaleway");
  return bySpecificity(served.flatMap(routesOf));
});

function routesOf(kind: ServedKind): readonly Route[] {
  const { list, detail } = kind.entry;
  const route = (path: string, isDetail: boolean) => {
    return { kind, path, isDetail, match: pathTemplate(path), roles: rolesOf(kind, path, isDetail) };
  };
  return [route(list.path, false), ...(detail === null ? [] : [route(detail.path, true)])];
}

function list(call: Call): Answer {
  const { route, request, fleet, permissions, sort } = call;
  const { entry } = route.kind;
  const { query } = request;
  const within = checkedWithin(call);
  const { projectParameter, organizationParameter, answers } = entry.list;
  const project = projectParameter === null ? null : query.get(projectParameter);
  const organization = organizationParameter === null ? null : query.get(organizationParameter);
  const { present } = fleet.account.plan;
  const places = existing(call, fleet.places(entry.kind, { ...within, ...(project === null ? {} : { project }) }));
  authorizeList(call, project, places);
  if (route.kind.home === "organization") requireOrganization(call, organization);
  if (answers === "one") return document(call, places, project);
  const isOther = organization !== null && organization !== call.organizationId;
  const isShown = ({ project: owner = "" }: ServedPlace): boolean => project !== null || !permissions.isFiltered(owner);
  const shown = isOther ? [] : fleet.items(entry.kind, places.filter(isShown));
  const items = present(shown, (item) => [valueAt(item, entry.idField)]);
  return servedPage(entry, sort(items, query.get("order_by") ?? query.get("order")), request, manners);
}

function document({ route, fleet }: Call, places: readonly ServedPlace[], project: string | null): Answer {
  const { entry } = route.kind;
  const { projectParameter } = entry.list;
  if (projectParameter !== null && project === null)
    throw scalewayRefusals.invalidArgument(projectParameter, "required");
  const [only] = places.flatMap((place) => fleet.slots(entry.kind, place));
  const none = inactiveDocument(entry.kind);
  if (only === undefined && none !== undefined) return scalewayAnswer({ project_id: project, ...none });
  if (only === undefined) throw scalewayRefusals.notFound(wordOf(route.kind), project ?? "");
  return scalewayAnswer(fleet.item(only));
}

function detail(call: Call): Answer {
  const { route, fleet } = call;
  const { entry } = route.kind;
  const places = existing(call, fleet.places(entry.kind, checkedWithin(call)));
  const id = call.parameter([...route.roles].find(([, role]) => role.is === "item")?.[0] ?? "");
  const slot = fleet.find(entry.kind, places, id);
  authorizeItem(call, slot?.place);
  if (slot === undefined || fleet.account.plan.present([slot.id], (known) => [known]).length === 0)
    throw scalewayRefusals.notFound(wordOf(route.kind), id);
  return scalewayAnswer(fleet.detail(slot));
}

/** The places that exist at this moment: those in a project, and below items, that do. */
function existing({ fleet }: Call, places: readonly ServedPlace[]): readonly ServedPlace[] {
  return fleet.account.plan.present(places, ({ project, parents }) => [project, ...parents.map(({ id }) => id)]);
}

/** Where a request asks: in a zone or region that is one, and that has the product. */
function checkedWithin({ route, request, fleet, parameter }: Call): Within {
  const { entry, ancestors } = route.kind;
  const within = withinOf(route.roles, parameter);
  const { locality } = within;
  const known = route.path.includes("{zone}") ? zones : regions;
  if (locality !== undefined && !known.includes(locality)) throw scalewayRefusals.unknownLocality();
  const { localities } = entry.list;
  const isSold = locality === undefined || localities === null || localities.includes(locality);
  const { plan } = fleet.account;
  const isOffered = [...ancestors, entry.kind].every((kind) => plan.isOffered(kind, locality ?? entry.locality));
  if (!isSold || !isOffered) throw scalewayRefusals.unknownService();
  return { ...within, ancestors: new Map([...filteredBy(route, request), ...within.ancestors]) };
}

/** Where the path does not name the item above, a parameter may: `function_id`. */
function filteredBy({ kind, roles }: Route, { query }: EmulatedRequest): readonly (readonly [string, string])[] {
  const parent = kind.ancestors.at(-1);
  if (parent === undefined || [...roles.values()].some((role) => role.is === "ancestor")) return [];
  const value = query.get(`${lastWordOf(parent).replaceAll("-", "_")}_id`);
  return value === null ? [] : [[parent, value]];
}

interface Above {
  readonly kind: string;
  readonly id: string;
  readonly isInPath: boolean;
}

/** The item that a list is below, where the request says so. */
function parentOf(call: Call): Above | undefined {
  const { route, request } = call;
  const kind = route.kind.ancestors.at(-1) ?? "";
  const named = [...route.roles].findLast(([, role]) => role.is === "ancestor")?.[0];
  if (named !== undefined) return { kind, id: call.parameter(named), isInPath: true };
  const [filter] = filteredBy(route, request);
  return filter === undefined ? undefined : { kind, id: filter[1], isInPath: false };
}

/** A list below an item needs a right where that is; any other one where the request asks. */
function authorizeList(call: Call, project: string | null, places: readonly ServedPlace[]): void {
  const { route } = call;
  const above = parentOf(call);
  if (above !== undefined) {
    authorizeItem(call, places[0]);
    if (places.length === 0 && above.isInPath) throw scalewayRefusals.notFound(lastWordOf(above.kind), above.id);
    return;
  }
  // What a parameter names is somewhere too; where it does not exist there is nothing to refuse.
  const isFiltered = filteredBy(route, call.request).length > 0;
  if (project === null) authorizeItem(call, isFiltered ? places[0] : undefined);
  else if (!isGranted(call, project)) throw scalewayRefusals.denied(wordOf(route.kind));
}

/** Who may not look everywhere is not told that there is no such item. */
function authorizeItem(call: Call, place: ServedPlace | undefined): void {
  if (!isGranted(call, place?.project)) throw scalewayRefusals.denied(wordOf(call.route.kind));
}

/** Any of the sets is enough; without a project, it has to be on all of them. */
function isGranted({ route, permissions }: Call, project: string | undefined): boolean {
  const { entry, home } = route.kind;
  const sets = entry.permissionSets ?? [];
  return (
    sets.length === 0 ||
    sets.some((set) => {
      if (home === "organization") return permissions.inOrganization(set);
      return project === undefined ? permissions.inAllProjects(set) : permissions.inProject(set, project);
    })
  );
}

/** Lists of the organization itself refuse to be asked without it; a key has no rights in another one. */
function requireOrganization({ route, organizationId }: Call, organization: string | null): void {
  const parameter = route.kind.entry.list.organizationParameter;
  if (parameter === null) return;
  if (organization === null) throw scalewayRefusals.invalidArgument(parameter, "required");
  if (organization !== organizationId) throw scalewayRefusals.denied("organization");
}

/** The word for the resource in a refusal. */
function wordOf({ entry }: ServedKind): string {
  return lastWordOf(entry.kind).replaceAll("-", "_");
}
