import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { ovhRoutes } from "../../src/emulator/ovh/routes.ts";
import { askOvh, jsonOf } from "./clients.ts";
import { hasSchema, mismatches, responseTypeOf } from "./ovh-schema.ts";

interface Listed {
  id: string;
  region: string;
  attachedTo: string[];
  objects?: unknown[];
}

let emulator: Emulator;
let project: string;

// One for each test: some routes end the key that they are asked with.
beforeEach(async () => {
  const notOffered = { "ovh.cloud.bucket": ["EU-WEST-PAR"] };
  const ovhRules = ["GET", "POST", "DELETE"].map((method) => ({ method, path: "/*" }));
  emulator = await startEmulator({ ovhRegions: 5, resources: 20, notOffered, suspendedOvhProjects: [1], ovhRules });
  project = emulator.projects.ovh[0] ?? "";
});
afterEach(() => emulator.close());

const list = (path: string) => jsonOf<Listed[]>(askOvh(emulator, `/cloud/project/${project}${path}`));

/** Fills in a template with things that exist. */
async function concrete(path: string): Promise<string> {
  const [instance, volume] = [await list("/instance"), await list("/volume")];
  const databases = await jsonOf<string[]>(askOvh(emulator, `/cloud/project/${project}/database/service`));
  const buckets = await jsonOf<{ name: string }[]>(askOvh(emulator, `/cloud/project/${project}/region/GRA/storage`));
  const values: Record<string, string | undefined> = {
    serviceName: project,
    regionName: path.includes("volumeBackup") ? "GRA11" : "GRA",
    instanceId: instance[0]?.id,
    volumeId: volume[0]?.id,
    clusterId: databases[0],
    name: path.startsWith("/me/") ? "backup-inventory" : buckets[0]?.name,
    applicationId: "500001",
    credentialId: "700000001",
    user: "inventory",
    resourceURN: encodeURIComponent(`urn:v1:eu:resource:publicCloudProject:${project}`),
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** What POST routes are sent. */
const bodies: Record<string, unknown> = {
  "/auth/credential": { accessRules: [{ method: "GET", path: "/me" }] },
  "/v2/iam/authorization/check": { resourceURNs: ["urn:v1:eu:resource:vps:x"], actions: ["vps:apiovh:get"] },
  "/v2/iam/resource/{resourceURN}/authorization/check": { actions: ["vps:apiovh:get"] },
};

describe.skipIf(!hasSchema)("routes against the published schema (needs ../shared/ovhcloud-schema)", () => {
  test.each(ovhRoutes.map(({ method, path }) => ({ method, path })))("$method $path", async ({ method, path }) => {
    const type = responseTypeOf(method, path);
    expect(type).toBeDefined();
    const answer = await askOvh(emulator, await concrete(path), { method, body: bodies[path] });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("x-ovh-queryid")).toMatch(/^EU\.ext-1\.[0-9a-f]+\.\d+\.[0-9a-f]+$/);
    expect(mismatches(await answer.json(), type ?? "")).toEqual([]);
  });
});

test.each(["/instance", "/volume", "/snapshot", "/volume/snapshot"])("%s can be narrowed to a region", async (path) => {
  const all = await list(path);
  const some = await list(`${path}?region=SBG5`);
  expect(some).toEqual(all.filter(({ region }) => region === "SBG5"));
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length);
});

test("volumes are attached to instances of their own region", async () => {
  const instances = await list("/instance");
  const attached = (await list("/volume")).filter(({ attachedTo }) => attachedTo.length > 0);
  expect(attached.length).toBeGreaterThan(0);
  for (const { attachedTo, region } of attached) {
    expect(instances.find(({ id }) => id === attachedTo[0])?.region).toBe(region);
  }
});

test("a bucket's detail holds its objects unless they are refused", async () => {
  const path = `${await concrete("/cloud/project/{serviceName}/region/{regionName}/storage/{name}")}`;
  expect((await jsonOf<Listed>(askOvh(emulator, path))).objects).toHaveLength(3);
  expect((await jsonOf<Listed>(askOvh(emulator, `${path}?noObjects=true`))).objects).toBeUndefined();
});

test.each([
  { path: "/cloud/project/0123456789abcdef0123456789abcdef", message: "This service does not exist" },
  { path: "/cloud/project/{serviceName}/instance/none", message: "This service does not exist" },
  { path: "/cloud/project/{serviceName}/region/XXX1", message: "This service does not exist" },
  { path: "/cloud/project/{serviceName}/nothing", message: "Got an invalid (or empty) URL" },
  { path: "/cloud/project/{serviceName}/region/GRA11/storage", message: "Got an invalid (or empty) URL" },
  { path: "/cloud/project/{serviceName}/region/EU-WEST-PAR/storage", message: "Got an invalid (or empty) URL" },
])("404 for $path", async ({ path, message }) => {
  const answer = await askOvh(emulator, await concrete(path));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ class: "Client::NotFound", message });
});

test("a region does not name what it does not offer", async () => {
  const detail = await jsonOf<{ services: { name: string }[] }>(
    askOvh(emulator, `/cloud/project/${project}/region/EU-WEST-PAR`),
  );
  const names = detail.services.map(({ name }) => name);
  expect(names).toContain("instance");
  expect(names.filter((name) => name.startsWith("storage-s3"))).toEqual([]);
});

test("a suspended project says so and still answers", async () => {
  const path = `/cloud/project/${emulator.projects.ovh[1]}`;
  expect(await jsonOf(askOvh(emulator, path))).toMatchObject({ status: "suspended", iam: { state: "SUSPENDED" } });
  expect((await askOvh(emulator, `${path}/instance`)).status).toBe(200);
});

test("what is below a database is under the path of its own engine, and under no other", async () => {
  const at = (path: string) => askOvh(emulator, `/cloud/project/${project}/database/${path}`);
  const ids = await jsonOf<string[]>(at("service"));
  const databases = await Promise.all(ids.map((id) => jsonOf<{ id: string; engine: string }>(at(`service/${id}`))));
  const idOf = (engine: string) => databases.find((database) => database.engine === engine)?.id ?? "";
  for (const engine of ["postgresql", "mysql", "mongodb", "opensearch"]) {
    const backups = await jsonOf<string[]>(at(`${engine}/${idOf(engine)}/backup`));
    expect(backups.length).toBeGreaterThan(0);
    expect(await jsonOf(at(`${engine}/${idOf(engine)}/backup/${backups[0]}`))).toMatchObject({ id: backups[0] });
  }
  expect((await at(`mysql/${idOf("postgresql")}/backup`)).status).toBe(404);
  expect((await at(`kafka/${idOf("kafka")}/backup`)).status).toBe(404);
  expect(await jsonOf<string[]>(at(`kafka/${idOf("kafka")}/topic`))).not.toEqual([]);
});
