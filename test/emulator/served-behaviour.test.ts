import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askOvh, askScaleway, jsonOf, type Page } from "./clients.ts";
import { entryOf, listPaths, readKind } from "./served-clients.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator({ ovhProjects: 2, zones: 2, ovhRegions: 3, ...options });
}

const idsOf = (kind: string) => emulator.expectedIds().get(kind) ?? [];
const item = { class: "Client::NotFound", message: "This service does not exist" };
const route = { class: "Client::NotFound", message: "Got an invalid (or empty) URL" };

describe("below a parent", () => {
  test("an unknown one is an item that is not there, an unknown path is none", async () => {
    await start();
    const [vps] = idsOf("ovh.vps");
    const [cloud] = idsOf("ovh.private-cloud");
    const project = emulator.projects.ovh[0];
    for (const path of [
      "/vps/unknown/disks",
      "/vps/unknown/snapshot",
      `/vps/${vps}/disks/1`,
      `/dedicatedCloud/${cloud}/datacenter/1/vm`,
      `/cloud/project/${project}/kube/unknown/node`,
      `/cloud/project/unknown/kube`,
      `/cloud/project/${project}/region/XXX1/gateway`,
    ]) {
      const answer = await askOvh(emulator, path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json(), path).toMatchObject(item);
    }
    expect(await jsonOf(askOvh(emulator, `/vps/${vps}/nothing`))).toMatchObject(route);
    const pools = await askScaleway(emulator, "/k8s/v1/regions/fr-par/clusters/unknown/pools");
    expect(pools.status).toBe(404);
    expect(await pools.json()).toMatchObject({ type: "not_found", resource: "cluster", resource_id: "unknown" });
  });

  test("each parent has its own", async () => {
    await start({
      resources: { "ovh.private-cloud": 2, "ovh.private-cloud.datacenter": 3, "ovh.private-cloud.vm": 4 },
    });
    const paths = await listPaths(emulator, entryOf("ovh.private-cloud.vm"));
    const lists = await Promise.all(paths.map((path) => jsonOf<number[]>(askOvh(emulator, path))));
    expect(lists.map((list) => list.length)).toEqual(Array(6).fill(4));
    expect(new Set(lists.flat()).size).toBe(24);
    expect(lists.flat().every((id) => Number.isInteger(id))).toBe(true);
    const [first, second] = paths;
    expect((await askOvh(emulator, `${second}/${lists[0]?.[0]}`)).status).toBe(404);
    expect(await jsonOf(askOvh(emulator, `${first}/${lists[0]?.[0]}`))).toMatchObject({ vmId: lists[0]?.[0] });
  });

  test("every second one has no document, and none has where there are to be none", async () => {
    await start({ resources: { "ovh.vps": 4 } });
    const statuses = async () => {
      const answers = await Promise.all(
        idsOf("ovh.vps").map((vps) => askOvh(emulator, `/vps/${encodeURIComponent(vps)}/snapshot`)),
      );
      return answers.map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 404, 200, 404]);
    expect(idsOf("ovh.vps.snapshot")).toHaveLength(2);
    await emulator.close();
    await start({ resources: { "ovh.vps": 2, "ovh.vps.snapshot": 0 } });
    expect(await statuses()).toEqual([404, 404]);
  });

  test("one number for all kinds does not grow with its power", async () => {
    await start({ resources: 30 });
    expect(idsOf("ovh.vps")).toHaveLength(30);
    expect(idsOf("ovh.private-cloud.vm")).toHaveLength(30 * 2 * 2);
    await emulator.close();
    await start({ resources: 0 });
    expect(idsOf("ovh.private-cloud.vm")).toEqual([]);
    expect(idsOf("scaleway.rdb.instance")).toEqual([]);
  });
});

describe("pages", () => {
  test("gateways come 50 at a time, however many are asked for", async () => {
    await start({ ovhProjects: 1, resources: { "ovh.cloud.gateway": 51 } });
    const [path = ""] = await listPaths(emulator, entryOf("ovh.cloud.gateway"));
    const page = async (query: string) =>
      (await jsonOf<{ id: string }[]>(askOvh(emulator, path + query))).map(({ id }) => id);
    const first = await page("");
    expect(first).toHaveLength(50);
    expect(await page("?limit=100")).toEqual(first);
    expect(await page("?limit=10")).toEqual(first.slice(0, 10));
    expect(await page(`?marker=${first[49]}`)).toHaveLength(1);
    expect((await askOvh(emulator, `${path}?marker=unknown`)).status).toBe(400);
    expect((await askOvh(emulator, `${path}?limit=0`)).status).toBe(400);
  });

  test("a cursor in the body is null on the last page", async () => {
    await start({ scalewayProjects: 1, resources: { "scaleway.autoscaling.group": 25 } });
    const path = "/autoscaling/v1alpha2/zones/fr-par-1/groups";
    const first = await jsonOf<Page>(askScaleway(emulator, path));
    const second = await jsonOf<Page>(askScaleway(emulator, `${path}?page_token=${first["next_page_token"]}`));
    expect([first["group_summaries"]?.length, second["group_summaries"]?.length]).toEqual([20, 5]);
    expect(Object.keys(second)).toEqual(["group_summaries", "next_page_token"]);
    expect(second["next_page_token"]).toBeNull();
    expect((await askScaleway(emulator, `${path}?page_token=x`)).status).toBe(400);
  });

  test("a total in the body reads 0 past the end; newest first", async () => {
    await start({ scalewayProjects: 1, resources: { "scaleway.redis.cluster": 45 } });
    const path = "/redis/v1/zones/fr-par-1/clusters";
    const page = (query: string) => jsonOf<Page & { total_count: number }>(askScaleway(emulator, `${path}?${query}`));
    expect((await page("page=3"))["clusters"]).toHaveLength(5);
    expect((await page("page_size=1000")).total_count).toBe(45);
    expect((await page("page=4")).total_count).toBe(0);
    const newest = (await page("page_size=100&order_by=created_at_desc"))["clusters"]?.map((each) =>
      String(each["created_at"]),
    );
    expect(newest).toEqual(newest?.toSorted().reverse());
    expect(new Set(newest).size).toBe(45);
    expect((await askScaleway(emulator, `${path}?page=0`)).status).toBe(400);
  });
});

test("lists can be narrowed to a project or an organization", async () => {
  await start({ scalewayBearer: "owner" });
  const [, second] = emulator.projects.scaleway;
  const organization = emulator.scalewayOrganizationId;
  const pipelines = async (query: string) =>
    (await jsonOf<Page>(askScaleway(emulator, `/edge-services/v1beta1/pipelines${query}`)))["pipelines"] ?? [];
  expect(await pipelines("")).toHaveLength(4);
  expect((await pipelines(`?project_id=${second}`)).map(({ project_id }) => project_id)).toEqual([second, second]);
  expect(await pipelines(`?organization_id=${organization}`)).toHaveLength(4);
  expect(await pipelines(`?organization_id=${second}`)).toEqual([]);
  const applications = (query: string) => askScaleway(emulator, `/iam/v1alpha1/applications${query}`);
  const all = await jsonOf<Page>(applications(`?organization_id=${organization}`));
  expect(all["applications"]?.every(({ organization_id }) => organization_id === organization)).toBe(true);
  expect((await applications("")).status).toBe(400);
  expect((await applications(`?organization_id=${second}`)).status).toBe(403);
});

test("the bearer of the key is among the applications, the policies of the grants among the policies", async () => {
  const sets = ["IAMApplicationReadOnly"];
  await start({ scalewayRules: [{ permissionSets: sets, scope: "organization" }] });
  const query = `?organization_id=${emulator.scalewayOrganizationId}`;
  const page = await jsonOf<Page>(askScaleway(emulator, `/iam/v1alpha1/applications${query}`));
  expect(page["applications"]?.map(({ id }) => id)).toEqual(idsOf("scaleway.iam.application"));
  expect(page["applications"]?.[0]).toMatchObject({ name: "inventory" });
  const policies = await jsonOf<{ id: string; name: string }[]>(askOvh(emulator, "/v2/iam/policy"));
  expect(policies.map(({ id }) => id)).toEqual(idsOf("ovh.iam.policy"));
  expect(policies.map(({ name }) => name)).toContain("inventory-1");
});

describe("what is not offered", () => {
  test("is an unknown path or service, and so is what is below it", async () => {
    await start({
      scalewayProjects: 1,
      notOffered: {
        "ovh.vps": ["*"],
        "ovh.cloud.gateway": ["GRA11"],
        "scaleway.kubernetes.cluster": ["nl-ams"],
        "scaleway.edge-services.pipeline": ["project"],
      },
    });
    const project = emulator.projects.ovh[0];
    for (const path of [
      "/vps",
      "/vps/x/disks",
      `/cloud/project/${project}/region/GRA11/gateway`,
      `/cloud/project/${project}/region/GRA/gateway`,
    ]) {
      expect(await jsonOf(askOvh(emulator, path)), path).toMatchObject(route);
    }
    for (const path of [
      "/k8s/v1/regions/nl-ams/clusters",
      "/k8s/v1/regions/nl-ams/clusters/x/pools",
      "/k8s/v1/regions/it-mil/clusters",
      "/edge-services/v1beta1/pipelines",
    ]) {
      const answer = await askScaleway(emulator, path);
      expect(answer.status, path).toBe(404);
      expect(await answer.json()).toEqual({ message: "unknown service" });
    }
    expect(await jsonOf(askScaleway(emulator, "/k8s/v1/regions/xx-xxx/clusters"))).toEqual({
      message: "Unknown zone in path",
    });
    expect(["ovh.vps", "ovh.vps.disk", "scaleway.edge-services.pipeline"].flatMap(idsOf)).toEqual([]);
    expect(idsOf("scaleway.kubernetes.pool")).toHaveLength(2 * 2);
    const detail = await jsonOf<{ services: { name: string }[] }>(
      askOvh(emulator, `/cloud/project/${project}/region/GRA11`),
    );
    expect(detail.services.map(({ name }) => name)).not.toContain("network");
  });
});

test("faults, limits and statistics hold for these lists too", async () => {
  await start({
    faults: [
      { match: "/disks", status: 503, times: 1 },
      { match: "/clusters", reset: true, times: 1 },
    ],
  });
  const [vps] = idsOf("ovh.vps");
  expect((await askOvh(emulator, `/vps/${vps}/disks`)).status).toBe(503);
  expect((await askOvh(emulator, `/vps/${vps}/disks`)).status).toBe(200);
  await expect(askScaleway(emulator, "/redis/v1/zones/fr-par-1/clusters")).rejects.toThrow();
  expect((await askScaleway(emulator, "/redis/v1/zones/fr-par-1/clusters")).status).toBe(200);
  expect(emulator.statistics.paths).toContain(`GET /1.0/vps/${vps}/disks`);
});

test("credentials are asked for as everywhere", async () => {
  await start();
  expect((await askOvh(emulator, "/vps", { secret: "x" })).status).toBe(400);
  expect((await askScaleway(emulator, "/redis/v1/zones/fr-par-1/clusters", "x")).status).toBe(401);
});

test.each([
  { options: { resources: { "ovh.vsp": 1 } }, message: "resources: no kind is called ovh.vsp; the nearest is ovh.vps" },
  {
    options: { notOffered: { "scaleway.rdb.instances": ["fr-par"] } },
    message: "notOffered: no kind is called scaleway.rdb.instances; the nearest is scaleway.rdb.instance",
  },
])("a kind that there is not is refused: $message", async ({ options, message }) => {
  await expect(startEmulator(options)).rejects.toThrow(new RangeError(message));
});

const recordings = new URL("../../../shared/scaleway-recordings/", import.meta.url);

test("recordings replace what is made up of Scaleway's", async () => {
  // A directory without recordings: nothing of Scaleway's is there, and OVHcloud is what it always is.
  await start({ replay: fileURLToPath(new URL(".", import.meta.url)) });
  expect(idsOf("scaleway.rdb.instance")).toEqual([]);
  expect(idsOf("scaleway.redis.cluster")).toEqual([]);
  expect(await readKind(emulator, entryOf("ovh.vps"))).toHaveLength(2);
});

test.skipIf(!existsSync(recordings))(
  "what recordings hold is expected (needs ../shared/scaleway-recordings)",
  async () => {
    await start({ replay: fileURLToPath(recordings) });
    const found = await readKind(emulator, entryOf("scaleway.kubernetes.cluster"));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ id }) => id).toSorted()).toEqual(idsOf("scaleway.kubernetes.cluster").toSorted());
  },
);
