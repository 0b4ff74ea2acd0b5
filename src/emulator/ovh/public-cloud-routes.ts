import type { OvhListKind } from "../kinds.ts";
import type { Item } from "../lists.ts";
import { projectUrn } from "./account.ts";
import { mayAct } from "./authorize.ts";
import { instanceDetail } from "./instances.ts";
import { bucketDetail } from "./object-storage.ts";
import { regionDetail } from "./projects.ts";
import { ovhRefusals } from "./refusals.ts";
import type { OvhCall, OvhRoute } from "./route.ts";

const project = "/cloud/project/{serviceName}";
const region = `${project}/region/{regionName}`;

/** Public Cloud: the projects, and what is inside them. */
export const publicCloudRoutes: readonly OvhRoute[] = [
  { ...row("/cloud/project", "get", visibleProjects), resources: anyProject },
  row(project, "get", (call) => call.fleet.project(projectOf(call))),
  row(`${project}/region`, "region/get", (call) => projectOf(call) && call.fleet.regions.map(({ name }) => name)),
  row(region, "region/get", (call) => projectOf(call) && regionOf(call)),
  row(`${project}/instance`, "instance/get", (call) => inProject(call, "ovh.cloud.instance")),
  row(`${project}/instance/{instanceId}`, "instance/get", (call) =>
    instanceDetail(one(call, "ovh.cloud.instance", "instanceId")),
  ),
  row(`${project}/snapshot`, "snapshot/get", (call) => inProject(call, "ovh.cloud.instance-snapshot")),
  row(`${project}/volume`, "volume/get", (call) => inProject(call, "ovh.cloud.volume")),
  row(`${project}/volume/snapshot`, "volume/snapshot/get", (call) => inProject(call, "ovh.cloud.volume-snapshot")),
  row(`${project}/volume/{volumeId}`, "volume/get", (call) => one(call, "ovh.cloud.volume", "volumeId")),
  row(`${project}/storage`, "storage/get", (call) => inProject(call, "ovh.cloud.swift-container")),
  row(`${region}/volumeBackup`, "region/volumeBackup/get", (call) => inRegion(call, "ovh.cloud.volume-backup")),
  row(`${region}/storage`, "region/storage/get", (call) => inRegion(call, "ovh.cloud.bucket")),
  row(`${region}/storage/{name}`, "region/storage/get", (call) => bucketOf(call)),
  row(`${project}/database/service`, "database/service/get", (call) => databaseIds(call)),
  row(`${project}/database/service/{clusterId}`, "database/service/get", (call) =>
    one(call, "ovh.cloud.database", "clusterId"),
  ),
];

function row(path: string, action: string, answer: OvhRoute["answer"]): OvhRoute {
  return {
    method: "GET",
    path,
    needs: "right",
    action: `publicCloudProject:apiovh:${action}`,
    resources: ({ parameter }) => [projectUrn(parameter("serviceName"))],
    isPaged: false,
    answer,
  };
}

/** A policy on all projects allows the list even where there is none. */
function anyProject({ fleet }: OvhCall): readonly string[] {
  return ["*", ...fleet.projectIds].map(projectUrn);
}

/** Bearers see the projects that they may read; whether the real list is cut like this was never seen. */
function visibleProjects(call: OvhCall): readonly string[] {
  return call.fleet.projectIds.filter((id) => mayAct(call, "publicCloudProject:apiovh:get", projectUrn(id)));
}

function projectOf({ fleet, parameter }: OvhCall): string {
  const id = parameter("serviceName");
  if (!fleet.projectIds.includes(id)) throw ovhRefusals.unknownService();
  return id;
}

/** Lists of a whole project can be narrowed to a region. */
function inProject(call: OvhCall, kind: OvhListKind): readonly Item[] {
  const items = call.fleet.list(kind, projectOf(call));
  const only = call.request.query.get("region");
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
  return bucketDetail(item, call.request.query.get("noObjects") !== "true");
}

function databaseIds(call: OvhCall): readonly unknown[] {
  const items = call.fleet.list("ovh.cloud.database", projectOf(call));
  const category = call.request.query.get("category");
  return items.filter((item) => category === null || item["category"] === category).map(({ id }) => id);
}

function regionOf({ fleet, parameter }: OvhCall): Item {
  const known = fleet.regions.find(({ name }) => name === parameter("regionName"));
  if (known === undefined) throw ovhRefusals.unknownService();
  return regionDetail(known, fleet.services(known));
}

function found(item: Item | undefined): Item {
  if (item === undefined) throw ovhRefusals.unknownService();
  return item;
}
