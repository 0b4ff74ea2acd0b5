import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { zones } from "../../src/emulator/scaleway/localities.ts";
import { askBuckets, askScaleway, jsonOf, type Page } from "./clients.ts";

const zone = "/instance/v1/zones/fr-par-1";
const [one, two] = ["aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002"];

function server(id: string, name: string, modified: string, project = one) {
  return { id, name, project, organization: one, creation_date: modified, modification_date: modified };
}

function recording(path: string, answers: Record<string, unknown>) {
  return { path, responses: Object.entries(answers).map(([url, body]) => ({ url, status: 200, headers: {}, body })) };
}

const owner = `<Owner><ID>${two}:${two}</ID></Owner>`;
const bucket = "<Bucket><CreationDate>2025-01-02T03:04:05.000Z</CreationDate><Name>photos</Name></Bucket>";
const files = {
  "_errors.json": [{ status: 404 }],
  "servers.json": recording("/instance/v1/zones/{zone}/servers", {
    [`${zone}/servers?page=1`]: {
      servers: [server("s1", "new", "2025-02-02"), server("s2", "other", "2025-01-01", two)],
    },
    [`${zone}/servers?page=1&order=x`]: { servers: [server("s1", "old", "2025-01-01")] },
    "/instance/v1/zones/nl-ams-1/servers": { servers: [server("s3", "away", "2025-01-01")] },
  }),
  "projects.json": recording("/account/v2/projects", {
    "/account/v2/projects": { projects: [{ id: two, name: "second", organization_id: one }], total_count: 1 },
  }),
  "clusters.json": recording("/k8s/v1/regions/{region}/clusters", {
    "/k8s/v1/regions/fr-par/clusters": { total_count: 1, clusters: [{ id: "k1", project_id: two }] },
  }),
  "S3.json": {
    path: "S3 /",
    responses: [{ url: "/", host: "s3.fr-par.scw.cloud", status: 200, body: `<Buckets>${bucket}</Buckets>${owner}` }],
  },
};

let emulator: Emulator;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "recordings-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), JSON.stringify(content));
  emulator = await startEmulator({ replay: directory });
});
afterEach(async () => {
  await emulator.close();
  rmSync(directory, { recursive: true });
});

const page = async (path: string, key: string) => (await jsonOf<Page>(askScaleway(emulator, path)))[key] ?? [];

test("items are merged by id within a locality, the newest wins", async () => {
  expect(await page(`${zone}/servers`, "servers")).toEqual([
    server("s1", "new", "2025-02-02"),
    server("s2", "other", "2025-01-01", two),
  ]);
  expect((await page("/instance/v1/zones/nl-ams-1/servers", "servers")).map(({ id }) => id)).toEqual(["s3"]);
  expect(emulator.expectedIds().get("scaleway.instance.server")).toEqual(["s1", "s2", "s3"]);
});

test("lists are paged and filtered like the made-up ones", async () => {
  const answer = await askScaleway(emulator, `${zone}/servers?per_page=1&page=2`);
  expect(answer.headers.get("x-total-count")).toBe("2");
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect((await page(`${zone}/servers?project=${two}`, "servers")).map(({ id }) => id)).toEqual(["s2"]);
  expect((await page(`/k8s/v1/regions/fr-par/clusters?project_id=${two}`, "clusters")).map(({ id }) => id)).toEqual([
    "k1",
  ]);
});

test("what was not recorded is empty", async () => {
  const body = await jsonOf(askScaleway(emulator, "/block/v1/zones/fr-par-1/volumes?include_deleted=false"));
  expect(body).toEqual({ volumes: [], total_count: 0 });
});

test("projects are those that occur, recorded or made up", async () => {
  expect(emulator.projects.scaleway).toEqual([one, two]);
  const names = [];
  for (const id of emulator.projects.scaleway) {
    names.push(await jsonOf<{ name: string }>(askScaleway(emulator, `/account/v3/projects/${id}`)));
  }
  expect(names.map(({ name }) => name)).toEqual(["default", "second"]);
});

test("buckets belong to their owner, in their region", async () => {
  const count = async (region: string, project: string) =>
    [...(await (await askBuckets(emulator, { region, project })).text()).matchAll(/<Name>/g)].length;
  expect([await count("fr-par", two), await count("fr-par", one), await count("nl-ams", two)]).toEqual([1, 0, 0]);
});

const shared = fileURLToPath(new URL("../../../shared/scaleway-recordings", import.meta.url));

describe.skipIf(!existsSync(shared))("real recordings (needs ../shared/scaleway-recordings)", () => {
  test("every recorded server is served to its project, whatever its zone", async () => {
    const real = await startEmulator({ replay: shared });
    onTestFinished(() => real.close());
    const found: string[] = [];
    for (const project of real.projects.scaleway) {
      for (const place of zones) found.push(...(await serversOf(real, project, place)));
    }
    expect(found.toSorted()).toEqual(real.expectedIds().get("scaleway.instance.server")?.toSorted());
    expect(found.length).toBeGreaterThan(10);
  });
});

/** The ids of a project's servers in a zone, page by page until one is not full. */
async function serversOf(real: Emulator, project: string, place: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ids.length === 100 * (page - 1); page++) {
    const path = `/instance/v1/zones/${place}/servers?per_page=100&page=${page}&project=${project}`;
    const { servers = [] } = await jsonOf<Page>(askScaleway(real, path));
    ids.push(...servers.map(({ id }) => id));
  }
  return ids;
}
