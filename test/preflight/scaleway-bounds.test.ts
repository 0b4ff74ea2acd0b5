import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { preflightOn } from "./run.ts";
import { countWaves } from "./waves.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions): Promise<Emulator> => {
  emulator = await startEmulator({ zones: 1, resources: 1, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const readsOrganization: ScalewayRule = { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" };
const readsAll: ScalewayRule = { permissionSets: ["AllProductsReadOnly"], scope: "all-projects", through: "group" };
const policies = 2;
const configs = {
  "each project named": () => ({ scw_project_ids: emulator.projects.scaleway.join(",") }),
  "the organization": () => ({
    scw_scope: "organization",
    scw_organization_id: emulator.scalewayOrganizationId,
  }),
};

describe.each(Object.entries(configs))("a preflight of %s", (_name, config) => {
  it.each([
    [1, 1],
    [1, 9],
    [3, 5],
    [12, 9],
    [30, 1],
  ])(
    "of %i projects and %i kinds sends no more than kinds + policies + 4 x projects + 10 requests",
    async (projects, count) => {
      await start({ scalewayProjects: projects, scalewayRules: [readsOrganization, readsAll] });
      const kinds = ["object.bucket", "secret.secret", "block.volume", "instance.server", "instance.volume"]
        .concat("account.project", "block.snapshot", "instance.snapshot", "instance.image")
        .slice(0, count)
        .map((kind) => `scaleway.${kind}`);
      const report = await preflightOn(emulator, "scaleway", { kinds, config: config() });
      expect(report.kinds).toHaveLength(count);
      expect(report.requests).toBe(emulator.statistics.requests);
      expect(report.requests).toBeLessThanOrEqual(count + policies + 4 * projects + 10);
      expect(new Set(report.coverage.map(({ status }) => status))).toEqual(new Set(["granted"]));
      expect(report.verdict).toBe("usable");
    },
  );

  it("is at most five round trips deep", async () => {
    await start({ scalewayProjects: 2, scalewayRules: [readsOrganization, readsAll] });
    const waves = countWaves();
    const report = await preflightOn(emulator, "scaleway", {
      kinds: ["scaleway.*"],
      config: { ...config(), max_in_flight: "100" },
    });
    expect(report.verdict).toBe("usable");
    expect(waves.count()).toBeLessThanOrEqual(5);
  });
});

it("says of what the budget leaves out that it was not looked at", async () => {
  // Nothing but the Account API would show an empty project, and there are more projects than requests for it.
  const scalewayRules: ScalewayRule[] = [
    { permissionSets: ["ProjectReadOnly"], scope: "organization" },
    { permissionSets: ["InstancesReadOnly", "BlockStorageReadOnly", "SecretManagerReadOnly"], scope: "all-projects" },
  ];
  await start({ scalewayProjects: 20, resources: 0, scalewayRules });
  const config = configs["each project named"]();
  const kinds = [
    "scaleway.instance.server",
    "scaleway.block.volume",
    "scaleway.secret.secret",
    "scaleway.object.bucket",
  ];
  const report = await preflightOn(emulator, "scaleway", { kinds, config });
  const reasons = new Set(report.coverage.filter(({ status }) => status === "unknown").map(({ reason }) => reason));
  expect([...reasons].join()).toContain("not looked at");
  expect(report.verdict).toBe("usable-with-gaps");
  expect(report.coverage.some(({ kind, status }) => kind !== "scaleway.object.bucket" && status === "missing")).toBe(
    false,
  );
});
