import type { OvhListKind } from "../kinds.ts";
import type { Item } from "../lists.ts";
import { describeCredential, type OvhCredential } from "./credential.ts";
import type { OvhFleet } from "./fleet.ts";
import { instanceDetail } from "./instances.ts";
import { bucketDetail } from "./object-storage.ts";
import { regionDetail } from "./projects.ts";
import { ovhRefusals } from "./refusals.ts";

/** One call of a route. */
export interface OvhCall {
  readonly fleet: OvhFleet;
  readonly credential: OvhCredential;
  /** The server's clock. */
  readonly timeMs: number;
  readonly query: URLSearchParams;
  parameter(name: string): string;
}

/** One row of the emulated API. The paths are those of the published schema, parameter names included. */
export interface OvhRoute {
  readonly method: "GET";
  readonly path: string;
  /** What the caller needs: nothing, a signature, or also a rule. `/auth/*` is granted to every key. */
  readonly needs: "nothing" | "signature" | "rule";
  answer(call: OvhCall): unknown;
}

const project = "/cloud/project/{serviceName}";
const region = `${project}/region/{regionName}`;

/** Everything of OVHcloud's API v1 that the emulator answers. */
export const ovhRoutes: readonly OvhRoute[] = [
  row("/auth/time", ({ timeMs }) => Math.floor(timeMs / 1000), "nothing"),
  row("/auth/currentCredential", ({ credential }) => describeCredential(credential), "signature"),
  row("/auth/details", ({ credential }) => detailsOf(credential), "signature"),
  row("/cloud/project", ({ fleet }) => fleet.projectIds),
  row(project, (call) => call.fleet.project(projectOf(call))),
  row(`${project}/region`, (call) => projectOf(call) && call.fleet.regions.map(({ name }) => name)),
  row(region, (call) => projectOf(call) && regionOf(call)),
  row(`${project}/instance`, (call) => inProject(call, "ovh.cloud.instance")),
  row(`${project}/instance/{instanceId}`, (call) => instanceDetail(one(call, "ovh.cloud.instance", "instanceId"))),
  row(`${project}/snapshot`, (call) => inProject(call, "ovh.cloud.instance-snapshot")),
  row(`${project}/volume`, (call) => inProject(call, "ovh.cloud.volume")),
  row(`${project}/volume/snapshot`, (call) => inProject(call, "ovh.cloud.volume-snapshot")),
  row(`${project}/volume/{volumeId}`, (call) => one(call, "ovh.cloud.volume", "volumeId")),
  row(`${project}/storage`, (call) => inProject(call, "ovh.cloud.swift-container")),
  row(`${region}/volumeBackup`, (call) => inRegion(call, "ovh.cloud.volume-backup")),
  row(`${region}/storage`, (call) => inRegion(call, "ovh.cloud.bucket")),
  row(`${region}/storage/{name}`, (call) => bucketOf(call)),
  row(`${project}/database/service`, (call) => databaseIds(call)),
  row(`${project}/database/service/{clusterId}`, (call) => one(call, "ovh.cloud.database", "clusterId")),
];

function row(path: string, answer: OvhRoute["answer"], needs: OvhRoute["needs"] = "rule"): OvhRoute {
  return { method: "GET", path, needs, answer };
}

function projectOf({ fleet, parameter }: OvhCall): string {
  const id = parameter("serviceName");
  if (!fleet.projectIds.includes(id)) throw ovhRefusals.unknownService();
  return id;
}

/** Lists of a whole project can be narrowed to a region. */
function inProject(call: OvhCall, kind: OvhListKind): readonly Item[] {
  const items = call.fleet.list(kind, projectOf(call));
  const only = call.query.get("region");
  return only === null ? items : items.filter((item) => item["region"] === only);
}

function inRegion(call: OvhCall, kind: OvhListKind): readonly Item[] {
  const name = call.parameter("regionName");
  const id = projectOf(call);
  if (!call.fleet.isOffered(kind, name)) throw ovhRefusals.unknownRoute();
  return call.fleet.list(kind, id, name);
}

function one(call: OvhCall, kind: OvhListKind, parameter: string): Item {
  return found(call.fleet.find(call.fleet.list(kind, projectOf(call)), "id", call.parameter(parameter)));
}

function bucketOf(call: OvhCall): Item {
  const item = found(call.fleet.find(inRegion(call, "ovh.cloud.bucket"), "name", call.parameter("name")));
  return bucketDetail(item, call.query.get("noObjects") !== "true");
}

function databaseIds(call: OvhCall): readonly unknown[] {
  const items = call.fleet.list("ovh.cloud.database", projectOf(call));
  const category = call.query.get("category");
  return items.filter((item) => category === null || item["category"] === category).map(({ id }) => id);
}

function regionOf({ fleet, parameter }: OvhCall): Item {
  const known = fleet.regions.find(({ name }) => name === parameter("regionName"));
  if (known === undefined) throw ovhRefusals.unknownService();
  return regionDetail(known, fleet.services(known));
}

/** The answer of `/auth/details` (schema model `auth.Details`). */
function detailsOf({ rules }: OvhCredential): Item {
  return {
    account: "ab12345-ovh",
    allowedRoutes: rules,
    description: null,
    identities: ["urn:v1:eu:identity:account:ab12345-ovh"],
    method: "account",
    roles: null,
    user: null,
  };
}

function found(item: Item | undefined): Item {
  if (item === undefined) throw ovhRefusals.unknownService();
  return item;
}
