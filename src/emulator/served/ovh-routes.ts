import { accountUrn, projectUrn } from "../ovh/account.ts";
import { mayAct } from "../ovh/authorize.ts";
import type { IamResource } from "../ovh/projects.ts";
import { ovhAnswer, ovhRefusals } from "../ovh/refusals.ts";
import type { OvhCall, OvhRoute } from "../ovh/route.ts";
import { seriesOf } from "../random.ts";
import { isInProject, parametersOf, type Role, rolesOf, type ServedKind } from "./catalogue.ts";
import { canOwn, hasFilters, isAsked } from "./exceptions.ts";
import type { ServedFleet } from "./fleet.ts";
import { servedPage } from "./paging.ts";
import { type ServedPlace, type Slot, withinOf } from "./place.ts";
import { walkValues } from "./places.ts";
import { valueAt } from "./stamp.ts";

/** One path of a kind: its list, or one item. */
interface Served {
  readonly kind: ServedKind;
  readonly fleet: ServedFleet;
  readonly path: string;
  readonly roles: ReadonlyMap<string, Role>;
  readonly action: string | null;
}

const manners = { answer: ovhAnswer, badParameter: ovhRefusals.badRequest };

/** The routes of everything of OVHcloud's that is made from examples. */
export function servedOvhRoutes(fleet: ServedFleet): readonly OvhRoute[] {
  const kinds = [...fleet.kinds.values()].filter(({ entry }) => entry.cloud === "ovh");
  const walks = new Map(kinds.flatMap((kind) => kind.walks.map((walk) => [walk.path, walk] as const)));
  // What is a fact of one kind may be the list of another, which then says what there is.
  const lists = new Set(kinds.map(({ entry }) => entry.list.path));
  return [
    ...kinds.flatMap(variantsOf).flatMap((kind) => [listRoute(kind, fleet), ...detailRoute(kind, fleet)]),
    ...kinds
      .flatMap(variantsOf)
      .flatMap((kind) => factRoutes(kind, fleet))
      .filter(({ path }) => !lists.has(path)),
    ...[...walks.values()].map(({ path, name }) =>
      row(
        path,
        null,
        () => [],
        () => walkValues(name),
      ),
    ),
  ];
}

/** A kind with its paths as they are for each value of the field above that stands in them. */
function variantsOf(kind: ServedKind): readonly ServedKind[] {
  const { list, detail, by } = kind.entry;
  if (by === undefined) return [kind];
  return by.values.map((value) => {
    const written = (text: string): string => text.replace(`/${by.written}/`, `/${value}/`);
    const at = <Route extends { readonly path: string; readonly action: string | null }>(route: Route): Route => ({
      ...route,
      path: written(route.path),
      action: route.action && written(route.action),
    });
    const only = { ...by, written: value, values: [value] };
    return { ...kind, entry: { ...kind.entry, list: at(list), detail: detail && at(detail), by: only } };
  });
}

function row(
  path: string,
  action: string | null,
  resources: OvhRoute["resources"],
  answer: OvhRoute["answer"],
): OvhRoute {
  return { method: "GET", path, needs: "right", action: action ?? undefined, resources, isPaged: false, answer };
}

function listRoute(kind: ServedKind, fleet: ServedFleet): OvhRoute {
  const { list } = kind.entry;
  const served = { kind, fleet, path: list.path, roles: rolesOf(kind, list.path, false), action: list.action };
  const resources = (call: OvhCall) => urnsOf(served, call);
  return {
    ...row(list.path, list.action, resources, (call) => listed(served, call)),
    ...(list.answers === "one" ? {} : { page: (items, request) => servedPage(kind.entry, items, request, manners) }),
  };
}

function detailRoute(kind: ServedKind, fleet: ServedFleet): readonly OvhRoute[] {
  const { detail, list } = kind.entry;
  if (detail === null) return [];
  const action = detail.action ?? list.action;
  const served = { kind, fleet, path: detail.path, roles: rolesOf(kind, detail.path, true), action };
  const answer = (call: OvhCall) => {
    const id = [...served.roles].find(([, role]) => role.is === "item")?.[0] ?? "";
    const slot = fleet.find(kind.entry.kind, placesIn(served, call), call.parameter(id));
    if (slot === undefined) throw ovhRefusals.unknownService();
    return fleet.detail(slot);
  };
  return [row(detail.path, action, (call) => urnsOf(served, call), answer)];
}

/** What is answered beside an item is the same for each, and not found for one that there is not. */
function factRoutes(kind: ServedKind, fleet: ServedFleet): readonly OvhRoute[] {
  return (kind.entry.facts ?? []).map(({ path, action, answer }) => {
    const served = { kind, fleet, path, roles: rolesOf(kind, path, true), action };
    const ofItem = (call: OvhCall) => {
      const id = [...served.roles].find(([, role]) => role.is === "item")?.[0] ?? "";
      if (fleet.find(kind.entry.kind, placesIn(served, call), call.parameter(id)) === undefined)
        throw ovhRefusals.unknownService();
      return answer;
    };
    return row(path, action, (call) => urnsOf(served, call), ofItem);
  });
}

function listed(served: Served, call: OvhCall): unknown {
  const { fleet, kind } = served;
  const { entry } = kind;
  const places = placesIn(served, call);
  const { present } = fleet.account.plan;
  const slots = present(
    places.flatMap((place) => visible(served, place, call)),
    ({ id }) => [id],
  );
  if (entry.list.answers === "one") {
    const [only] = slots;
    if (only === undefined) throw ovhRefusals.unknownService();
    return fleet.item(only);
  }
  const { query } = call.request;
  const asked = hasFilters(entry.kind) ? slots.filter((slot) => isAsked(entry.kind, fleet.item(slot), query)) : slots;
  if (entry.list.answers === "ids") return asked.map(({ id }) => id);
  // Items are made once: the pages of a list are asked one by one.
  const all = fleet.items(entry.kind, places);
  return asked.length === all.length ? all : asked.map(fleet.item);
}

/** Bearers see the services that they may read; whether the real lists are cut like this was never seen. */
function visible({ kind, fleet }: Served, place: ServedPlace, call: OvhCall): readonly Slot[] {
  const slots = fleet.slots(kind.entry.kind, place);
  const action = kind.entry.detail?.action ?? kind.entry.list.action;
  if (!isService(kind) || action === null || call.caller.method === "account") return slots;
  return slots.filter(({ id }) => mayAct(call, action, serviceUrn(kind.entry, id)));
}

/** Where a request asks; what it names has to exist, in the words for an item rather than for a path. */
function placesIn({ kind, fleet, roles }: Served, call: OvhCall): readonly ServedPlace[] {
  const { entry, ancestors } = kind;
  const { plan, ovhProjectIds } = fleet.account;
  const within = withinOf(roles, call.parameter);
  if (within.project !== undefined && !ovhProjectIds.includes(within.project)) throw ovhRefusals.unknownService();
  const isKnown = plan.ovhRegions.some(({ name }) => name === within.locality);
  if (within.locality !== undefined && !isKnown) throw ovhRefusals.unknownService();
  const isOffered = [...ancestors, entry.kind].every((each) => plan.isOffered(each, entry.locality));
  if (!isOffered) throw ovhRefusals.unknownRoute();
  const isOwner = (above: Slot | undefined) => above === undefined || canOwn(entry, () => fleet.item(above));
  const places = fleet.places(entry.kind, within).filter(({ parents }) => isOwner(parents.at(-1)));
  if (places.length > 0) return places;
  const isRegionWithout =
    within.locality !== undefined && fleet.places(kind.top.kind, { ...within, ancestors: new Map() }).length === 0;
  throw isRegionWithout ? ovhRefusals.unknownRoute() : ovhRefusals.unknownService();
}

/** On what the action of a path is needed: the project, the account, or the service that the path leads into. */
function urnsOf({ kind, fleet, path, roles, action }: Served, call: OvhCall): readonly string[] {
  if (isInProject(path)) return [projectUrn(call.parameter(parametersOf(path)[0] ?? ""))];
  if (action?.startsWith("account:")) return [accountUrn(call.access.accountName)];
  const { top } = kind;
  const isTop = (role: Role) =>
    role.is === "ancestor" ? role.kind === top.kind : role.is === "item" && top === kind.entry;
  const named = [...roles].find(([, role]) => isTop(role))?.[0];
  if (named !== undefined) return [serviceUrn(top, call.parameter(named))];
  // A policy on all services of a type allows the list even where there is none.
  return ["*", ...fleet.ids(top.kind)].map((id) => serviceUrn(top, id));
}

/** Whether a kind is a service of the account, with rights of its own. */
function isService({ entry, ancestors, home }: ServedKind): boolean {
  return (
    home === "account" && ancestors.length === 0 && entry.list.answers !== "one" && serviceType(entry) !== "account"
  );
}

/** The type in the example's URN: that of an action is another one in places. */
function serviceType({ example, list }: ServedKind["entry"]): string {
  const urn = valueAt(example, "iam.urn");
  return typeof urn === "string" ? (urn.split(":")[4] ?? "") : (list.action ?? "").replace(/:.*$/, "");
}

function serviceUrn(entry: ServedKind["entry"], id: string | number): string {
  return `urn:v1:eu:resource:${serviceType(entry)}:${id}`;
}

/** The services as IAM lists them (schema model `iam.resource.Resource`). */
export function servedResources(fleet: ServedFleet): readonly IamResource[] {
  const uuids = seriesOf(fleet.account.plan.seed, "ovh service");
  const services = [...fleet.kinds.values()].filter((kind) => kind.entry.cloud === "ovh" && isService(kind));
  return services.flatMap((kind) =>
    fleet.places(kind.entry.kind, { walks: new Map(), ancestors: new Map() }).flatMap((place) =>
      fleet.slots(kind.entry.kind, place).map((slot) => {
        const item = fleet.item(slot);
        // A service that the index alone names.
        if (kind.entry.idField === "urn") return item as IamResource;
        const name = String(slot.id);
        return {
          displayName: valueAt(item, "iam.displayName") ?? name,
          id: valueAt(item, "iam.id") ?? uuids.uuid(slot.ordinal),
          name,
          owner: fleet.account.plan.ovhAccountName,
          tags: valueAt(item, "iam.tags") ?? {},
          type: serviceType(kind.entry),
          urn: serviceUrn(kind.entry, slot.id),
        };
      }),
    ),
  );
}
