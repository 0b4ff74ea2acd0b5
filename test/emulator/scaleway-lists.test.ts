import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { askScaleway, jsonOf, type Page } from "./clients.ts";

let emulator: Emulator;
let project: string;

beforeAll(async () => {
  const resources = { "scaleway.instance.server": 130, "scaleway.block.snapshot": 45 };
  const notOffered = { "scaleway.block.volume": ["pl-waw-2"] };
  emulator = await startEmulator({ resources, notOffered, zones: 9 });
  project = emulator.projects.scaleway[0] ?? "";
});
afterAll(() => emulator.close());

const zone = "/instance/v1/zones/fr-par-1";

test.each([
  {
    query: "",
    length: 50,
    link: '</servers?page=2&per_page=50&>; rel="next",</servers?page=6&per_page=50&>; rel="last"',
  },
  { query: "?per_page=500&page=3", length: 60, link: '</servers?page=3&per_page=100&>; rel="last"' },
  { query: "?page=9", length: 0, link: '</servers?page=6&per_page=50&>; rel="last"' },
])("Instance v1 keeps the total in the headers: servers$query", async ({ query, length, link }) => {
  const answer = await askScaleway(emulator, `${zone}/servers${query}`);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get("x-total-count")).toBe("260");
  expect(answer.headers.get("link")).toBe(link);
  const body = await jsonOf<Page>(answer);
  expect(Object.keys(body)).toEqual(["servers"]);
  expect(body["servers"]).toHaveLength(length);
});

test.each([
  { query: "", length: 20, total: 90 },
  { query: "&page_size=100", length: 90, total: 90 },
  { query: "&page=5", length: 10, total: 90 },
  { query: "&page=6", length: 0, total: 0 },
])("the others keep it in the body, and say 0 past the end: snapshots$query", async ({ query, length, total }) => {
  const path = `/block/v1/zones/fr-par-1/snapshots?include_deleted=false${query}`;
  const body = await jsonOf<Page & { total_count: number }>(askScaleway(emulator, path));
  expect(body["snapshots"]).toHaveLength(length);
  expect(body.total_count).toBe(total);
});

test("newest first", async () => {
  const dates = async (order: string) => {
    const page = await jsonOf<Page>(askScaleway(emulator, `${zone}/servers?per_page=100&order=${order}`));
    return page["servers"]?.map((server) => String(server["creation_date"])) ?? [];
  };
  const newest = await dates("creation_date_desc");
  expect(newest).toEqual(newest.toSorted().reverse());
  expect((await dates("creation_date_asc"))[0]).not.toBe(newest[0]);
});

describe("filters", () => {
  test("images leave out Scaleway's own if asked to", async () => {
    const count = async (query: string) =>
      (await jsonOf<Page>(askScaleway(emulator, `${zone}/images?project=${project}${query}`)))["images"]?.length;
    expect(await count("&public=false")).toBe(1);
    expect(await count("")).toBe(2);
  });

  test("secrets by project and organization at once are none", async () => {
    const path = "/secret-manager/v1beta1/regions/fr-par/secrets";
    const both = `?project_id=${project}&organization_id=${emulator.scalewayOrganizationId}`;
    expect(await jsonOf(askScaleway(emulator, `${path}${both}`))).toEqual({ secrets: [], total_count: 0 });
    expect((await jsonOf<Page>(askScaleway(emulator, `${path}?project_id=${project}`)))["secrets"]).toHaveLength(2);
  });
});

test("servers and volumes point at each other", async () => {
  const only = `project=${project}`;
  const servers = (await jsonOf<Page>(askScaleway(emulator, `${zone}/servers?${only}`)))["servers"] ?? [];
  const local = (await jsonOf<Page>(askScaleway(emulator, `${zone}/volumes?${only}`)))["volumes"] ?? [];
  const path = `/block/v1/zones/fr-par-1/volumes?include_deleted=false&project_id=${project}`;
  const block = (await jsonOf<Page>(askScaleway(emulator, path)))["volumes"] ?? [];
  const [first, second] = servers;
  expect(first?.["volumes"]).toMatchObject({
    "0": { volume_type: "l_ssd", id: local[0]?.id, name: expect.any(String) },
  });
  expect(local[0]?.["server"]).toEqual({ id: first?.id, name: first?.["name"] });
  expect(second?.["volumes"]).toEqual({
    "0": { id: block[0]?.id, volume_type: "sbs_volume", boot: false, state: "available", zone: "fr-par-1" },
  });
  expect(block[0]?.["references"]).toMatchObject([
    { product_resource_type: "instance_server", product_resource_id: second?.id },
  ]);
});

test("where there is no block storage, servers boot from local volumes", async () => {
  const path = "/instance/v1/zones/pl-waw-2/servers?per_page=2";
  const servers = (await jsonOf<Page>(askScaleway(emulator, path)))["servers"] ?? [];
  expect(servers.map(({ volumes }) => volumes)).toMatchObject(Array(2).fill({ "0": { volume_type: "l_ssd" } }));
});

test.each([
  { path: "/instance/v1/zones/it-mil-1/servers", status: 200, body: { servers: [] } },
  { path: "/instance/v1/zones/xx-xxx-1/servers", status: 400, body: { message: "Unknown zone in path" } },
  { path: "/secret-manager/v1beta1/regions/xx-xxx/secrets", status: 400, body: { message: "Unknown zone in path" } },
  { path: "/secret-manager/v1beta1/regions/it-mil/secrets", status: 404, body: { message: "unknown service" } },
  { path: "/block/v1/zones/pl-waw-2/volumes?include_deleted=false", status: 404, body: { message: "unknown service" } },
  { path: "/block/v1/zones/pl-waw-1/volumes", status: 400, body: { type: "invalid_arguments" } },
  { path: "/instance/v1/zones/fr-par-1/servers?page=0", status: 400, body: { type: "invalid_arguments" } },
  { path: "/account/v3/projects", status: 400, body: { type: "invalid_arguments" } },
  { path: "/account/v3/projects/none", status: 404, body: { type: "not_found" } },
  { path: "/nothing/v1/zones/fr-par-1/servers", status: 404, body: { message: "Not Found" } },
])("$status for $path", async ({ path, status, body }) => {
  const answer = await askScaleway(emulator, path);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject(body);
});
