import { expect, test } from "vitest";
import type { Parent } from "../../../src/inventory/parents.ts";
import { localScope } from "../../../src/inventory/scope.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("ovh");
const scope = { ...localScope("p1", "GRA11"), realm: "eu" };
const region = "GRA11";

function resourceOf(kind: string, item: object, parent?: Parent) {
  const row = rows.find(({ id }) => id === kind);
  const at = row?.locality === "project" ? { id: "p1", project: "p1", realm: "eu" } : scope;
  return row?.read(item, { ...at, parent })?.resource;
}

test.each<readonly [kind: string, item: object, type: string, other: string, end: object]>([
  ["ovh.cloud.bucket", { name: "b", ownerId: 7 }, "member-of", "ovh.cloud.user", { id: 7 }],
  ["ovh.cloud.cold-archive", { name: "b", ownerId: 7 }, "member-of", "ovh.cloud.user", { id: 7 }],
  ["ovh.cloud.backup-workflow", { id: "w", instanceId: "i" }, "protects", "ovh.cloud.instance", { id: "i" }],
  ["ovh.cloud.share", { id: "s", region, networkId: "n" }, "attached-to", "ovh.cloud.region-network", { id: "n" }],
  ["ovh.cloud.load-balancer", { id: "l", vipNetworkId: "n" }, "attached-to", "ovh.cloud.region-network", { id: "n" }],
  [
    "ovh.cloud.floating-ip",
    { id: "f", associatedEntity: { id: "i", type: "instance" } },
    "attached-to",
    "ovh.cloud.instance",
    { id: "i" },
  ],
  [
    "ovh.cloud.floating-ip",
    { id: "f", associatedEntity: { id: "l", type: "loadbalancer" } },
    "attached-to",
    "ovh.cloud.load-balancer",
    { id: "l" },
  ],
  ["ovh.cloud.failover-ip", { id: "f", routedTo: "i" }, "attached-to", "ovh.cloud.instance", { id: "i" }],
])("%s %j is %s an item of %s by its URN", (kind, item, type, other, end) => {
  expect(resourceOf(kind, item)?.details.relations).toEqual([{ type, urn: resourceOf(other, end)?.urn }]);
});

test.each([
  ["ovh.cloud.database-backup", "backup-of"],
  ["ovh.cloud.logical-database", "member-of"],
  ["ovh.cloud.kafka-topic", "member-of"],
  ["ovh.cloud.opensearch-index", "member-of"],
  ["ovh.cloud.share-snapshot", "snapshot-of"],
  ["ovh.cloud.ai-notebook-backup", "backup-of"],
  ["ovh.cloud.subnet", "member-of"],
])("%s is %s what it is listed below, by its URN", (kind, type) => {
  const above = rows.find(({ id }) => id === kind)?.below ?? "";
  const { details } = resourceOf(kind, { id: "x" }, { id: "parent", fields: {} }) ?? {};
  expect(details?.relations).toEqual([{ type, urn: resourceOf(above, { id: "parent" })?.urn }]);
});

test.each(["dhcp", "routerInterface", "unknown"])("a floating IP of %s is attached to no kind of ours", (type) => {
  const item = { id: "f", associatedEntity: { id: "x", type } };
  expect(resourceOf("ovh.cloud.floating-ip", item)?.details).toMatchObject({
    relations: [],
    attributes: { attachedTo: type, attachedId: "x" },
  });
});

test("the members of an instance group are called by the URNs of instances", () => {
  const members = [resourceOf("ovh.cloud.instance", { id: "i" })?.urn];
  expect(resourceOf("ovh.cloud.instance-group", { id: "g", instance_ids: ["i"] })?.details.attributes).toEqual({
    members,
  });
});
