import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { checkOf, preflightOn } from "../preflight/run.ts";
import { discoverOn, type ProviderId } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ scalewayProjects: 3, ovhProjects: 3, zones: 1, resources: 1, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const one = { scaleway: ["scaleway.secret.secret"], ovh: ["ovh.cloud.instance"] } as const;
const readsOne: ScalewayRule = { permissionSets: ["AllProductsReadOnly"], scope: [0] };
const listing = "/account/v3/projects?";
const right = "ProjectReadOnly on the organization";

/** What a run and its preflight say of how many projects are read. */
async function reachOf(id: Exclude<ProviderId, "ovh-data-platform">, config: Record<string, string>) {
  const { finished, scopes } = await discoverOn(emulator, id, { kinds: one[id], config });
  const report = await preflightOn(emulator, id, { kinds: one[id], config });
  const { status, message } = checkOf(report, "projects.read") ?? {};
  const places = new Set(scopes.map(({ scope }) => scope.split("/")[0]));
  return { projects: finished.projects, complete: finished.complete, places: places.size, status, message, report };
}

describe("of an organization's three projects", () => {
  const organization = () => ({ scw_organization_id: emulator.scalewayOrganizationId });

  it("one is read where one is named, and both say '1 of 3 projects'", async () => {
    await start();
    const reach = await reachOf("scaleway", {});
    expect(reach).toMatchObject({ complete: true, places: 1, status: "warn" });
    expect(reach.projects).toEqual({ read: 1, visible: 3, widenedBy: "scw_organization_id" });
    expect(reach.message).toContain("1 of 3 projects");
    expect(reach.report.verdict).toBe("usable");
  });

  it("the look costs two requests beside the run's own", async () => {
    await start();
    await discoverOn(emulator, "scaleway", { kinds: one.scaleway });
    expect(emulator.statistics.paths.filter((path) => path.includes("/account/"))).toHaveLength(2);
  });

  it("all are read where the organization was only found, and lists them", async () => {
    await start();
    const reach = await reachOf("scaleway", organization());
    expect(reach).toMatchObject({ complete: true, places: 3, status: "pass" });
    expect(reach.projects).toEqual({ read: 3, visible: 3 });
  });

  it("the named one is read where the organization was only found and refuses its list, and the run is complete", async () => {
    await start({ scalewayRules: [readsOne] });
    const reach = await reachOf("scaleway", organization());
    expect(reach).toMatchObject({ complete: true, places: 1, status: "unknown" });
    expect(reach.projects).toEqual({ read: 1, refused: true, widenedBy: right });
    expect(reach.message).toContain("1 of an unknown number of projects");
    expect(reach.report.verdict).toBe("usable");
  });

  it.each([
    ["fails", { status: 500 }],
    ["is refused by somebody else than Scaleway", { status: 403, body: "no" }],
  ])("the others are a gap where the list of an organization that was only found %s", async (_name, fault) => {
    await start();
    emulator.addFault({ match: listing, ...fault });
    const reach = await reachOf("scaleway", organization());
    expect(reach.complete).toBe(false);
    expect(reach.projects).toEqual({ read: 1, widenedBy: right });
  });

  it("the named one is read with scw_scope=project, which narrows on purpose", async () => {
    await start();
    const reach = await reachOf("scaleway", { ...organization(), scw_scope: "project" });
    expect(reach).toMatchObject({ complete: true, places: 1, status: "pass" });
    expect(reach.projects).toEqual({ read: 1, visible: 3, widenedBy: "scw_scope=organization" });
    expect(reach.message).toContain("1 of 3 projects");
  });

  it("an unknown number is said where nothing tells, which neither fails the run nor is asked twice", async () => {
    await start({ scalewayRules: [readsOne] });
    const reach = await reachOf("scaleway", {});
    expect(reach).toMatchObject({ complete: true, status: "unknown" });
    expect(reach.projects).toEqual({ read: 1, widenedBy: `scw_organization_id, with ${right}` });
    emulator.resetStatistics();
    await discoverOn(emulator, "scaleway", { kinds: one.scaleway });
    expect(emulator.statistics.paths.filter((path) => path.includes("/account/"))).toHaveLength(1);
  });

  it("nothing is said of a key's only project but that it is all", async () => {
    await start({ scalewayProjects: 1 });
    const reach = await reachOf("scaleway", {});
    expect(reach).toMatchObject({ projects: { read: 1, visible: 1 }, status: "pass" });
    expect(reach.projects).not.toHaveProperty("widenedBy");
  });

  it("a run that was stopped says nothing of them", async () => {
    await start();
    const config = { scw_secret_key: "00000000-0000-4000-8000-000000000000" };
    const { finished } = await discoverOn(emulator, "scaleway", { kinds: one.scaleway, config });
    expect(finished).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(finished.projects).toBeUndefined();
  });
});

describe("of three OVHcloud projects", () => {
  const named = () => ({ project_ids: emulator.projects.ovh[0] ?? "" });

  it("one is read where project_ids names one, and one request tells how many there are", async () => {
    await start();
    const reach = await reachOf("ovh", named());
    expect(reach).toMatchObject({ complete: true, places: 1, status: "pass" });
    expect(reach.projects).toEqual({ read: 1, visible: 3, widenedBy: "project_ids" });
    expect(reach.message).toContain("1 of 3 projects");
    const asked = emulator.statistics.paths.length;
    await discoverOn(emulator, "ovh", { kinds: one.ovh, config: named() });
    const paths = emulator.statistics.paths.slice(asked);
    expect(paths.filter((path) => /\/cloud\/project$/.test(path))).toHaveLength(1);
  });

  it("an unknown number is said where the key may not list them, and the run is complete", async () => {
    await start();
    emulator.addFault({ match: /\/cloud\/project$/, status: 403, body: { message: "This call has not been granted" } });
    const reach = await reachOf("ovh", named());
    expect(reach).toMatchObject({ complete: true, status: "pass" });
    expect(reach.projects).toEqual({ read: 1, widenedBy: "project_ids" });
  });

  it("all are read where none is named", async () => {
    await start();
    const { finished } = await discoverOn(emulator, "ovh", { kinds: one.ovh });
    expect(finished.projects).toEqual({ read: 3, visible: 3 });
  });
});
