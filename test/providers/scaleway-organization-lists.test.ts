import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { discover as run } from "../../src/inventory/discover.ts";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import { discoverOn, idsOf, openOn, type RunOptions } from "./run.ts";

const everyProject: ScalewayRule = { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" };
const ofOrganization: ScalewayRule = { permissionSets: ["ProjectReadOnly", "IAMReadOnly"], scope: "organization" };

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const scalewayRules = [everyProject, ofOrganization];
  emulator = await startEmulator({ scalewayProjects: 4, zones: 1, scalewayRules, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const server = "scaleway.instance.server";
const volume = "scaleway.block.volume";
const config = (): Record<string, string> => ({
  scw_scope: "organization",
  scw_organization_id: emulator.scalewayOrganizationId,
});
const discover = (kinds: readonly string[] = [server], options: RunOptions = {}) =>
  discoverOn(emulator, "scaleway", { kinds, config: config(), ...options });
const requestsFor = (part: string) => emulator.statistics.paths.filter((path) => path.includes(part));
const expected = (kind: Parameters<ReturnType<Emulator["expectedIds"]>["get"]>[0]) =>
  [...(emulator.expectedIds().get(kind) ?? [])].sort();
/** What a run found and how its scopes ended, whatever the order and the cost, and by whichever request. */
const comparable = ({ resources, scopes }: { resources: readonly Resource[]; scopes: readonly ScopeEvent[] }) => ({
  resources: [...resources].sort((one, other) => (one.urn < other.urn ? -1 : 1)),
  scopes: scopes
    .map(({ requests, durationMs, requestId, ...scope }) => scope)
    .sort((one, other) => (`${one.kind}@${one.scope}` < `${other.kind}@${other.scope}` ? -1 : 1)),
});

describe("a list of a Scaleway organization", () => {
  it("serves 100 projects in ten zones by at most 1.2 times the 100 pages that they have", async () => {
    await start({ scalewayProjects: 100, zones: 10, resources: { [server]: 10, [volume]: 0 } });
    const { resources, finished, scopes } = await discover();
    expect(idsOf(resources)).toEqual(expected(server));
    expect(finished.complete).toBe(true);
    expect(scopes).toHaveLength(1000);
    expect(emulator.statistics.requests).toBeLessThanOrEqual(120);
    expect(finished.requests).toBe(emulator.statistics.requests);
  });

  it.each([1, 2, 3, 4, 5])("tells what the lists of its projects tell, organization %i", async (seed) => {
    const resources = { [server]: seed % 4, [volume]: (seed * 3) % 5, "scaleway.redis.cluster": seed % 2 };
    await start({ seed, scalewayProjects: 2 + seed, zones: 1 + (seed % 3), resources });
    const kinds = ["scaleway.*"];
    const together = await discover(kinds);
    const asked = emulator.statistics.requests;
    emulator.resetStatistics();
    const off = { ...emulator.environment, CLOUD_INVENTORY_ORGANIZATION_LISTS: "off" };
    const alone = await discoverOn({ ...emulator, environment: off }, "scaleway", { kinds, config: config() });
    expect(comparable(together)).toEqual(comparable(alone));
    expect(asked).toBeLessThan(emulator.statistics.requests);
    expect(requestsFor("/servers?organization=")).toEqual([]);
  });

  it.each<[string, EmulatorOptions]>([
    ["two projects", { scalewayProjects: 2 }],
    [
      "a key that may not read IAM",
      { scalewayRules: [everyProject, { ...ofOrganization, permissionSets: ["ProjectReadOnly"] }] },
    ],
    ["a rule that names the projects", { scalewayRules: [{ ...everyProject, scope: [0, 1, 2, 3] }, ofOrganization] }],
    ["a rule under a condition", { scalewayRules: [{ ...everyProject, condition: "true" }, ofOrganization] }],
  ])("is not asked for with %s", async (_name, options) => {
    await start(options);
    const { resources, finished } = await discover();
    expect(idsOf(resources)).toEqual(expected(server));
    expect(finished.complete).toBe(true);
    expect(requestsFor("organization=").filter((path) => path.includes("/servers"))).toEqual([]);
  });

  // The fewest that are noticed for certain: of those that seem empty, the first is compared.
  it.each([[[0]], [[0, 1, 2, 3]], [[1]]])(
    "that leaves out projects %j in silence is not believed",
    async (filtered) => {
      await start({ scalewayFilteredProjects: filtered });
      for (const kind of [server, "scaleway.redis.cluster"] as const) {
        const { resources, finished } = await discover([kind]);
        expect(idsOf(resources)).toEqual(expected(kind));
        expect(finished.complete).toBe(true);
      }
    },
  );

  it("is not believed where a project seems empty that held something in an earlier run", async () => {
    await start({ scalewayFilteredProjects: [2, 3], resources: { [server]: 1, [volume]: 0 } });
    const [, , third = "", last = ""] = emulator.projects.scaleway;
    const nothing = { status: 200, body: { servers: [] }, headers: { "X-Total-Count": "0" } };
    // The one that is compared is empty indeed, so that nothing but the memory tells.
    emulator.addFault({ match: `servers?project=${third}`, contentType: "application/json", ...nothing });
    const remembered = { wasRead: (_kind: string, scope: string) => scope.startsWith(last) };
    const { resources, scopes } = await discover([server], { remembered });
    expect(resources).toHaveLength(3);
    expect(scopes.find(({ scope }) => scope === `${last}/fr-par-1`)).toMatchObject({ outcome: "completed", count: 1 });
  });

  it("that is refused at a page in the middle loses nothing and tells nothing twice", async () => {
    await start({ resources: { [server]: 80, [volume]: 0 } });
    emulator.addFault({ match: /servers\?organization=.*&page=2/, status: 403, body: { type: "permissions_denied" } });
    const { resources, finished } = await discover();
    expect(idsOf(resources)).toEqual(expected(server));
    expect(finished.complete).toBe(true);
  });

  it.each<[string, object]>([
    ["no project", {}],
    ["something that is no project", { project: "default" }],
  ])("with an item that names %s is read project by project", async (_name, owner) => {
    await start({ resources: { [server]: 2, [volume]: 0 } });
    const item = { id: "8dd1b6b5-6bb7-4a80-9f0a-0e8a9a1d0001", name: "odd", ...owner };
    const fault = { status: 200, headers: { "X-Total-Count": "1" }, contentType: "application/json" };
    emulator.addFault({ match: "/fr-par-1/servers?organization=", body: { servers: [item] }, ...fault });
    const { resources } = await discover();
    expect(idsOf(resources)).toEqual(expected(server));
  });

  it("leads to a project that came after the projects were listed", async () => {
    await start({ scalewayProjects: 5, resources: { [server]: 2, [volume]: 3 } });
    const known = emulator.projects.scaleway.slice(0, 4).map((id) => ({ id, name: id }));
    const body = { projects: known, total_count: known.length };
    emulator.addFault({ match: "/account/v3/projects?", status: 200, body, contentType: "application/json" });
    const { resources, scopes, finished } = await discover([server, volume]);
    expect(idsOf(resources)).toEqual([...expected(server), ...expected(volume)].sort());
    const came = scopes.filter(({ scope }) => scope.startsWith(emulator.projects.scaleway[4] ?? "?"));
    expect(new Set(came.map(({ outcome }) => outcome))).toEqual(new Set(["completed"]));
    expect(finished.complete).toBe(true);
  });

  it("is called back when the run is cancelled", async () => {
    await start({ resources: { [server]: 80, [volume]: 0 } });
    emulator.addFault({ match: /servers\?organization=.*&page=[23]/, delayMs: 3000 });
    const provider = await openOn(emulator, "scaleway", { config: config() });
    const stop = new AbortController();
    const outcomes: string[] = [];
    for await (const event of run(provider, { kinds: selectKinds(provider.kinds, [server]), signal: stop.signal })) {
      if (event.type === "resource") stop.abort();
      if (event.type === "scope") outcomes.push(`${event.outcome} ${event.code}`);
    }
    expect(outcomes).toContain("failed CANCELLED");
  });
});
