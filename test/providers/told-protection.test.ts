import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

const wholeOrganization: readonly ScalewayRule[] = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" },
];

describe("volumes are told of their copies", () => {
  it("at OVHcloud by snapshots of the project and backups of its regions", async () => {
    emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 3 });
    const { resources, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.cloud.volume*"] });
    const volumes = resources.filter(({ kind }) => kind === "ovh.cloud.volume");
    expect(volumes.length).toBeGreaterThan(0);
    for (const { details } of volumes) {
      expect(details.protection.map(({ type }) => type)).toEqual(["backup", "snapshots"]);
      expect(details.protection.map(({ state }) => state)).not.toContain("unknown");
    }
    expect(finished.complete).toBe(true);
  });

  it.each([
    ["project by project", {}, {}],
    ["in lists of the organization", { scalewayRules: wholeOrganization }, { scw_scope: "organization" }],
  ])("at Scaleway by snapshots of the zone, %s", async (_name, rules, config) => {
    emulator = await startEmulator({ scalewayProjects: 4, ...rules });
    const organization = { ...config, scw_organization_id: emulator.scalewayOrganizationId };
    const { resources, finished } = await discoverOn(emulator, "scaleway", {
      kinds: ["scaleway.block.*"],
      config: "scw_scope" in config ? organization : {},
    });
    const volumes = resources.filter(({ kind }) => kind === "scaleway.block.volume");
    expect(volumes.length).toBeGreaterThan(0);
    const states = volumes.flatMap(({ details }) => details.protection.map(({ type, state }) => `${type} ${state}`));
    expect(states).toHaveLength(volumes.length);
    expect(new Set(states)).not.toContain("snapshots unknown");
    expect(finished.complete).toBe(true);
  });
});
