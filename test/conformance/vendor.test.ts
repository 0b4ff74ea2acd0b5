import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { factsOfRoute, type RouteFacts, type RouteRequest } from "../../scripts/examples/facts-of-route.js";
import { faultsOf, healthyValue } from "../../scripts/examples/health.js";

const project = "/cloud/project/{}";

/** What a kind's list must come out as: how it answers, how it pages, its identity. */
const ovh: Readonly<Record<string, readonly [list: string, answers: string, paging: string, idField: string]>> = {
  "ovh.cloud.project": ["/cloud/project", "ids", "none", "project_id"],
  "ovh.cloud.instance": [`${project}/instance`, "items", "none", "id"],
  "ovh.cloud.instance-snapshot": [`${project}/snapshot`, "items", "none", "id"],
  "ovh.cloud.volume": [`${project}/volume`, "items", "none", "id"],
  "ovh.cloud.volume-snapshot": [`${project}/volume/snapshot`, "items", "none", "id"],
  "ovh.cloud.volume-backup": [`${project}/region/{}/volumeBackup`, "items", "none", "id"],
  "ovh.cloud.bucket": [`${project}/region/{}/storage`, "items", "none", "name"],
  "ovh.cloud.swift-container": [`${project}/storage`, "items", "none", "id"],
  "ovh.cloud.database": [`${project}/database/service`, "ids", "none", "id"],
  "ovh.cloud.kube": [`${project}/kube`, "ids", "none", "id"],
  "ovh.cloud.kube-nodepool": [`${project}/kube/{}/nodepool`, "items", "none", "id"],
  "ovh.cloud.kube-node": [`${project}/kube/{}/node`, "items", "cursor-header", "id"],
  "ovh.cloud.gateway": [`${project}/region/{}/gateway`, "items", "limit-marker", "id"],
  "ovh.cloud.ai-notebook": [`${project}/ai/notebook`, "items", "page-size-until-empty", "id"],
  "ovh.vps": ["/vps", "ids", "none", "name"],
  "ovh.vps.disk": ["/vps/{}/disks", "ids", "none", "id"],
  "ovh.vps.snapshot": ["/vps/{}/snapshot", "one", "none", "id"],
  "ovh.dedicated-server": ["/dedicated/server", "ids", "none", "name"],
  "ovh.private-cloud": ["/dedicatedCloud", "ids", "none", "serviceName"],
  "ovh.private-cloud.datacenter": ["/dedicatedCloud/{}/datacenter", "ids", "none", "datacenterId"],
  "ovh.private-cloud.vm": ["/dedicatedCloud/{}/datacenter/{}/vm", "ids", "none", "vmId"],
  "ovh.okms": ["/v2/okms/resource", "items", "cursor-header", "id"],
  "ovh.okms.secret": ["/v2/okms/resource/{}/secret", "items", "cursor-header", "path"],
  "ovh.iam.policy": ["/v2/iam/policy", "items", "cursor-header", "id"],
};

const scaleway: Readonly<Record<string, readonly [list: string, listKey: string, total: string | null]>> = {
  "scaleway.account.project": ["/account/v3/projects", "projects", "body"],
  "scaleway.instance.server": ["/instance/v1/zones/{locality}/servers", "servers", "header"],
  "scaleway.instance.volume": ["/instance/v1/zones/{locality}/volumes", "volumes", "header"],
  "scaleway.instance.snapshot": ["/instance/v1/zones/{locality}/snapshots", "snapshots", "header"],
  "scaleway.instance.image": ["/instance/v1/zones/{locality}/images", "images", "header"],
  "scaleway.block.volume": ["/block/v1/zones/{locality}/volumes", "volumes", "body"],
  "scaleway.block.snapshot": ["/block/v1/zones/{locality}/snapshots", "snapshots", "body"],
  "scaleway.secret.secret": ["/secret-manager/v1beta1/regions/{locality}/secrets", "secrets", "body"],
  "scaleway.rdb.instance": ["/rdb/v1/regions/{locality}/instances", "instances", "body"],
  "scaleway.rdb.backup": ["/rdb/v1/regions/{locality}/backups", "database_backups", "body"],
  "scaleway.kubernetes.cluster": ["/k8s/v1/regions/{locality}/clusters", "clusters", "body"],
  "scaleway.kubernetes.pool": ["/k8s/v1/regions/{locality}/clusters/{parent}/pools", "pools", "body"],
  "scaleway.iam.application": ["/iam/v1alpha1/applications", "applications", "body"],
  "scaleway.edge-services.pipeline": ["/edge-services/v1beta1/pipelines", "pipelines", "body"],
  "scaleway.autoscaling.group": ["/autoscaling/v1alpha2/zones/{locality}/groups", "group_summaries", "body"],
  "scaleway.redis.cluster": ["/redis/v1/zones/{locality}/clusters", "clusters", "body"],
};

function factsOf(request: RouteRequest): RouteFacts {
  const facts = factsOfRoute(request);
  if (facts === undefined) throw new Error(`vendor/ does not know ${request.list}`);
  return facts;
}

const ofKind = (id: string): RouteFacts => {
  const [list = ""] = ovh[id] ?? scaleway[id] ?? [];
  return factsOf({ cloud: id in ovh ? "ovhcloud" : "scaleway", list });
};

describe("lists of the vendors' own sources", () => {
  it.each(Object.entries(ovh))(
    "%s comes out with its answer, paging and identity",
    (id, [, answers, paging, idField]) => {
      const { list, detail, ...facts } = ofKind(id);
      expect([list.answers, list.paging, facts.idField]).toEqual([answers, paging, idField]);
      expect(list.action).toMatch(/^\w+:apiovh:/);
      expect(answers !== "ids" || detail !== null, "identifiers without a detail").toBe(true);
    },
  );

  it.each(Object.entries(scaleway))("%s comes out with its list key and its total", (id, [, listKey, total]) => {
    const { list, idField } = ofKind(id);
    expect([list.answers, list.listKey, list.total, idField]).toEqual(["items", listKey, total, "id"]);
    expect(list.localities === null).toBe(!/\{(zone|region)\}/.test(list.path));
  });

  it.each([...Object.keys(ovh), ...Object.keys(scaleway)])("%s has a healthy example with its identity", (id) => {
    const { example, detail, idField, idType } = ofKind(id);
    expect(faultsOf(example)).toEqual([]);
    expect(faultsOf(detail?.example)).toEqual([]);
    expect(typeof example[idField]).toBe(idType);
    expect(JSON.stringify(example)).not.toMatch(/password|private_key|secret_key|BEGIN /i);
  });

  it("gives two lists two sets of identifiers, and the same ones every time", () => {
    const ids = [...Object.keys(ovh), ...Object.keys(scaleway)].map((id) => ofKind(id).example["id"]);
    const known = ids.filter((id) => typeof id === "string");
    expect(new Set(known).size).toBe(known.length);
    expect(ofKind("scaleway.rdb.instance")).toEqual(ofKind("scaleway.rdb.instance"));
  });

  it("knows numeric identifiers, envelopes, orders and parameters on the wire", () => {
    expect(ofKind("ovh.vps.disk").idType).toBe("number");
    expect(ofKind("scaleway.instance.server").detail?.key).toBe("server");
    expect(ofKind("scaleway.kubernetes.pool").detail?.path).toBe("/k8s/v1/regions/{region}/pools/{poolId}");
    const { orders, pageParameters, projectParameter } = ofKind("scaleway.instance.server").list;
    expect(orders).toContain("creation_date_desc");
    expect([pageParameters, projectParameter]).toEqual([{ page: "page", size: "per_page" }, "project"]);
    expect(ofKind("ovh.cloud.gateway").list.pageParameters).toEqual({ size: "limit", cursor: "marker" });
  });

  it("marks the cursor list that no answer proves", () => {
    const { list, unproven } = ofKind("scaleway.autoscaling.group");
    expect([list.paging, unproven]).toEqual(["cursor-body", true]);
    expect(list.pageParameters).toEqual({ cursor: "page_token", size: "page_size", next: "next_page_token" });
    expect(ofKind("scaleway.rdb.instance").unproven).toBeUndefined();
  });

  it("uses addresses and names that belong to nobody", () => {
    const everything = [...Object.keys(ovh), ...Object.keys(scaleway)]
      .map((id) => JSON.stringify(ofKind(id).example))
      .join();
    const addresses = everything.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? [];
    const foreign = addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|255\.255)\./.test(address));
    expect(addresses.length).toBeGreaterThan(10);
    expect(foreign).toEqual([]);
    expect((everything.match(/https?:\/\/[^/"]+/g) ?? []).filter((origin) => !origin.endsWith(".example.com"))).toEqual(
      [],
    );
  });
});

describe("the judge of examples", () => {
  it("finds dead states, fillers and repeated identifiers", () => {
    const id = "0b260c22-35c5-41a0-858f-77d2e380883d";
    expect(faultsOf({ a: "unknown_status", b: "text", c: ["EXPIRED"], d: { id }, e: id, f: "running" })).toHaveLength(
      4,
    );
  });

  it.each([
    [["unknown", "error", "ready"], "ready"],
    [["deleting", "creating", "in_use"], "in_use"],
    [["EXPIRED", "INSTALLED"], "INSTALLED"],
    [["unknown_type"], undefined],
    [[1, 3], 1],
  ])("of %j it takes %j", (values, expected) => {
    expect(healthyValue(values)).toBe(expected);
  });
});

describe("vendor/*.json", () => {
  it.each(["ovhcloud", "scaleway"])("%s.json says its source, version and notice, and stays small", (name) => {
    const text = readFileSync(new URL(`../../vendor/${name}.json`, import.meta.url), "utf8");
    const { source, version, notice } = JSON.parse(text);
    expect([source, version, notice].every((part) => typeof part === "string" && part !== "")).toBe(true);
    expect(text.length).toBeLessThan(500_000);
    expect(text).not.toContain('"description":"List');
  });

  it("is what `npm run vendor` writes, or the check says that it was skipped", () => {
    const script = fileURLToPath(new URL("../../scripts/vendor.js", import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect(stdout).toMatch(/KiB|skipped/);
    expect(status, stdout).toBe(0);
  });
});
