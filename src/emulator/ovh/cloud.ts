import { answered, type Cloud, type EmulatedRequest, withHeaders } from "../answer.ts";
import { seriesOf } from "../random.ts";
import { type PathTemplate, pathTemplate } from "../template.ts";
import { isGranted, type OvhCredential, verifySignature } from "./credential.ts";
import type { OvhFleet } from "./fleet.ts";
import { ovhAnswer, ovhRefusals } from "./refusals.ts";
import { type OvhRoute, ovhRoutes } from "./routes.ts";

/** What the emulated OVHcloud needs to know. */
export interface OvhCloudParts {
  readonly fleet: OvhFleet;
  readonly credential: OvhCredential;
  readonly seed: number;
  /** `http://127.0.0.1:PORT`, the start of every URL that clients sign. */
  readonly origin: string;
  /** The server's clock, in milliseconds. */
  clock(): number;
}

interface CompiledRoute {
  readonly route: OvhRoute;
  readonly match: PathTemplate;
}

/** OVHcloud's API v1, under `/1.0` and its alias `/v1`. */
export function createOvhCloud(parts: OvhCloudParts): Cloud {
  const compiled = ovhRoutes.map((route) => ({ route, match: pathTemplate(route.path) }));
  const queries = seriesOf(parts.seed, "ovh query");
  return (request) => {
    const answer = answered(() => ovhAnswer(call(request, parts, compiled)));
    const digits = queries.hexadecimal(request.sequence);
    // Support asks for this id; https://github.com/kubernetes-sigs/external-dns/issues/1546 shows a real one.
    const queryId = `EU.ext-1.${digits.slice(0, 8)}.${10_000 + request.sequence}.${digits}`;
    return withHeaders(answer, { "X-Ovh-Queryid": queryId });
  };
}

function call(request: EmulatedRequest, parts: OvhCloudParts, routes: readonly CompiledRoute[]): unknown {
  const path = request.path.replace(/^\/(1\.0|v1)(?=\/)/, "");
  const { route, parameters } = routeOf(routes, request.method, path);
  const timeMs = parts.clock();
  if (route.needs !== "nothing") verifySignature(request, parts.credential, { origin: parts.origin, timeMs });
  if (route.needs === "rule" && !isGranted(parts.credential.rules, request.method, path))
    throw ovhRefusals.notGranted();
  const { fleet, credential } = parts;
  const parameter = (name: string) => parameters.get(name) ?? "";
  return route.answer({ fleet, credential, timeMs, query: request.query, parameter });
}

/** The first route that matches wins: `volume/snapshot` stands before `volume/{volumeId}`. */
function routeOf(routes: readonly CompiledRoute[], method: string, path: string) {
  for (const { route, match } of routes) {
    const parameters = route.method === method ? match(path) : undefined;
    if (parameters !== undefined) return { route, parameters };
  }
  throw ovhRefusals.unknownRoute();
}
