import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { servedKindEntries } from "../../src/emulator/kinds.ts";
import { askOvh, askOvhAs, askScaleway, jsonOf, type Page, tokenOf } from "./clients.ts";
import { detailPath, entryOf, listPaths, readKind } from "./served-clients.ts";
import { actionsOf, hasSchema, mismatches, responseTypeOf, secretFieldsOf } from "./served-schema.ts";

// What IAM's index lists is what all other lists hold: it has tests of its own.
const servedEntries = [...servedKindEntries.values()].filter(({ idField }) => idField !== "urn");

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  // One database of each engine.
  const resources = { "ovh.cloud.database": 5 };
  const small = { ovhProjects: 2, scalewayProjects: 2, zones: 2, ovhRegions: 3, resources };
  emulator = await startEmulator({ ...small, ...options });
  return emulator;
}

const ovhEntries = servedEntries.filter(({ cloud }) => cloud === "ovh");
const scalewayEntries = servedEntries.filter(({ cloud }) => cloud === "scaleway");

/** A path that a credential of the same emulator with every right finds. */
async function somePath(kind: string): Promise<string> {
  const [path = ""] = await listPaths(emulator, entryOf(kind));
  return path;
}

const asBearer = async (path: string) =>
  askOvhAs(emulator, await tokenOf(emulator), path.startsWith("/v2/") ? path : `/1.0${path}`);

describe.each(ovhEntries)("$kind", ({ kind, list, detail }) => {
  const action = list.action ?? "";

  test("needs its rule of a consumer key", async () => {
    await start();
    const path = await somePath(kind);
    await emulator.close();
    await start({ ovhRules: [{ method: "GET", path: "/nothing" }] });
    const answer = await askOvh(emulator, path);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ errorCode: "NOT_GRANTED_CALL" });
    await emulator.close();
    await start({ ovhRules: [{ method: "GET", path: path.replace("/v2/", "/") }] });
    expect((await askOvh(emulator, path)).status).toBe(200);
  });

  test("needs its action of a bearer, and says so by name", async () => {
    await start({ ovhGrants: [{ action: "nothing:apiovh:get" }] });
    const path = await somePath(kind);
    const answer = await asBearer(path);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ details: { unauthorizedActionsByIAM: action } });
    await emulator.close();
    await start({ ovhGrants: [{ action }] });
    expect((await asBearer(path)).status).toBe(200);
  });

  test.skipIf(!hasSchema)("is what the published schema says (needs ../shared/ovhcloud-schema)", async () => {
    await start();
    const [found] = await readKind(emulator, entryOf(kind));
    for (const path of [list.path, ...(detail === null ? [] : [detail.path])]) {
      expect(responseTypeOf(path)).toBeDefined();
      expect(actionsOf(path)).toContain(path === detail?.path ? (detail.action ?? action) : action);
    }
    if (found === undefined) throw new Error("nothing was found");
    const path = detailPath(entryOf(kind), found);
    const item = path === undefined ? found.listed : await jsonOf(askOvh(emulator, path));
    const type = responseTypeOf(path === undefined ? list.path : (detail?.path ?? ""))?.replace(/\[\]$/, "");
    expect(mismatches(item, type ?? "", secretFieldsOf(list.path))).toEqual([]);
  });
});

describe.each(scalewayEntries)("$kind", ({ kind, permissionSets = [], locality }) => {
  test("needs one of its permission sets, and says what it refuses", async () => {
    await start({ scalewayBearer: "owner" });
    const path = await somePath(kind);
    await emulator.close();
    await start({ scalewayRules: [{ permissionSets: ["SomethingElse"], scope: "all-projects" }] });
    const query = `${path.includes("?") ? "&" : "?"}organization_id=${emulator.scalewayOrganizationId}`;
    const answer = await askScaleway(emulator, path + query);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: "permissions_denied", details: [{ action: "read" }] });
    for (const set of permissionSets) {
      await emulator.close();
      const scope = locality === "organization" ? "organization" : "all-projects";
      await start({ scalewayRules: [{ permissionSets: [set], scope }] });
      expect((await askScaleway(emulator, path + query)).status).toBe(200);
    }
  });
});

test("bearers see the services that they may read, in the list and in IAM, and nothing else", async () => {
  await start();
  const [first = "", second = ""] = emulator.expectedIds().get("ovh.vps") ?? [];
  await emulator.close();
  const resources = [`urn:v1:eu:resource:vps:${second}`];
  await start({ ovhGrants: [{ action: "vps:apiovh:*", resources }, { action: "account:apiovh:*" }] });
  await emulator.close();
  await start({ ovhGrants: [{ action: "vps:apiovh:*", resources }] });
  expect(await jsonOf(asBearer("/vps"))).toEqual([second]);
  expect((await asBearer(`/vps/${second}/disks`)).status).toBe(200);
  expect((await asBearer(`/vps/${first}`)).status).toBe(403);
  expect((await asBearer(`/vps/${first}/disks`)).status).toBe(403);
  expect((await asBearer("/dedicated/server")).status).toBe(403);
  expect(await jsonOf(asBearer("/v2/iam/resource"))).toMatchObject([{ name: second, type: "vps", urn: resources[0] }]);
  expect(await jsonOf(askOvh(emulator, "/vps"))).toEqual([first, second]);
});

test("IAM lists the services of the account, each as its detail says", async () => {
  await start();
  const listed = await jsonOf<{ name: string; type: string; urn: string }[]>(askOvh(emulator, "/v2/iam/resource"));
  const types = new Set(listed.map(({ type }) => type));
  for (const type of ["publicCloudProject", "vps", "dedicatedServer", "pccVMware", "okms"])
    expect(types).toContain(type);
  const [vps = ""] = emulator.expectedIds().get("ovh.vps") ?? [];
  const detail = await jsonOf<{ iam: { urn: string } }>(askOvh(emulator, `/vps/${vps}`));
  expect(listed.find(({ name }) => name === vps)?.urn).toBe(detail.iam.urn);
});

test("a right on one project opens that project alone", async () => {
  await start({ scalewayRules: [{ permissionSets: ["KubernetesReadOnly"], scope: [0] }] });
  const [mine, other] = emulator.projects.scaleway;
  const base = "/k8s/v1/regions/fr-par/clusters";
  const page = await jsonOf<Page>(askScaleway(emulator, `${base}?project_id=${mine}`));
  const [cluster] = page["clusters"] ?? [];
  expect(page["clusters"]?.map(({ project_id }) => project_id)).toEqual([mine, mine]);
  expect((await askScaleway(emulator, base)).status).toBe(403);
  expect((await askScaleway(emulator, `${base}?project_id=${other}`)).status).toBe(403);
  expect((await askScaleway(emulator, `${base}/${cluster?.id}/pools`)).status).toBe(200);
  expect((await askScaleway(emulator, `/k8s/v1/regions/fr-par/clusters/${other}/pools`)).status).toBe(403);
});
