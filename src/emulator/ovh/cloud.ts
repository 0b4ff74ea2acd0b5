import { type Answer, answered, type Cloud, type EmulatedRequest, type FaultAt, withHeaders } from "../answer.ts";
import { seriesOf } from "../random.ts";
import type { ServedFleet } from "../served/fleet.ts";
import { servedOvhRoutes, servedResources } from "../served/ovh-routes.ts";
import { valueAt } from "../served/stamp.ts";
import { bySpecificity, type PathTemplate, pathTemplate } from "../template.ts";
import type { OvhAccess } from "./access.ts";
import { authorize } from "./authorize.ts";
import { type BatchManner, batchAnswer, batchedItems } from "./batches.ts";
import { callerOf } from "./caller.ts";
import { cursorPage } from "./cursor-pages.ts";
import type { OvhFleet } from "./fleet.ts";
import { ovhAnswer, ovhRefusals } from "./refusals.ts";
import type { OvhRoute } from "./route.ts";
import { ovhRoutes } from "./routes.ts";

/** What the emulated OVHcloud needs to know. */
export interface OvhCloudParts {
  readonly fleet: OvhFleet;
  readonly served: ServedFleet;
  readonly access: OvhAccess;
  readonly seed: number;
  readonly batches: BatchManner;
  /** `http://127.0.0.1:PORT`, the start of every URL that clients sign. */
  readonly origin: string;
  /** The server's clock, in milliseconds. */
  clock(): number;
}

interface CompiledRoute {
  readonly route: OvhRoute;
  readonly match: PathTemplate;
}

/** OVHcloud's API: version 1 under `/1.0` and its alias `/v1`, version 2 under `/v2`. */
export function createOvhCloud(parts: OvhCloudParts): Cloud {
  const routes = bySpecificity([...ovhRoutes, ...servedOvhRoutes(parts.served)]);
  const compiled = routes.map((route) => ({ route, match: pathTemplate(route.path) }));
  const queries = seriesOf(parts.seed, "ovh query");
  return (request, faultAt) => {
    const answer = answered(() => answerOf(request, parts, compiled, faultAt));
    const digits = queries.hexadecimal(request.sequence);
    // Support asks for this id; https://github.com/kubernetes-sigs/external-dns/issues/1546 shows a real one.
    const queryId = `EU.ext-1.${digits.slice(0, 8)}.${10_000 + request.sequence}.${digits}`;
    return withHeaders(answer, { "X-Ovh-Queryid": queryId });
  };
}

function answerOf(
  request: EmulatedRequest,
  parts: OvhCloudParts,
  routes: readonly CompiledRoute[],
  faultAt: FaultAt,
): Answer {
  const path = request.path.replace(/^\/(1\.0|v1)(?=\/(?!v2\/))/, "");
  const { fleet, served, access, origin, batches } = parts;
  const timeMs = parts.clock();
  const { route } = routeOf(routes, request.method, path);
  const caller = callerOf(request, route.needs, access, { origin, timeMs });
  const services = () => [...fleet.resources, ...servedResources(served)];
  const { present } = served.account.plan;
  const answerAt = (asked: string): unknown => {
    const { route, parameters } = routeOf(routes, request.method, asked);
    const parameter = (name: string) => parameters.get(name) ?? "";
    const call = { request, fleet, services, access, caller, timeMs, parameter };
    authorize(route, asked, call);
    const named = [...parameters.values()];
    if (present(named, (value) => [value]).length < named.length) throw ovhRefusals.unknownService();
    const whole = route.answer(call);
    return Array.isArray(whole) ? present<unknown>(whole, idsOf) : whole;
  };
  const items = batches === "unknown" ? undefined : batchedItems(request, path, faultAt);
  if (items !== undefined) return batchAnswer(items, answerAt, batches);
  const answer = answerAt(path);
  if (route.page !== undefined && Array.isArray(answer)) return route.page(answer, request);
  return route.isPaged && Array.isArray(answer) ? cursorPage(answer, request) : ovhAnswer(answer);
}

/** The first route that matches wins: `volume/snapshot` stands before `volume/{volumeId}`. */
function routeOf(routes: readonly CompiledRoute[], method: string, path: string) {
  for (const { route, match } of routes) {
    const parameters = route.method === method ? match(path) : undefined;
    if (parameters !== undefined) return { route, parameters };
  }
  throw ovhRefusals.unknownRoute();
}

/** What an entry of a list is known by: it is an id itself, or it has one; a bucket has a name, and so does a service of IAM. */
function idsOf(entry: unknown): readonly unknown[] {
  return typeof entry === "object" && entry !== null
    ? [valueAt({ ...entry }, "id"), valueAt({ ...entry }, "name")]
    : [entry];
}
