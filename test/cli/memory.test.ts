import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { eventsOf, ofType, run, startCloud } from "./run.ts";

let home: string;
const clouds: Emulator[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "home-"));
});
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
  rmSync(home, { recursive: true, force: true });
});

const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  return cloud;
};

/** One run of the command line, with the memory of the runs before it. */
async function discover(cloud: Emulator, provider: string, kinds: string) {
  const args = ["discover", "--provider", provider, "--kinds", kinds, "--format", "ndjson"];
  const environment = { ...cloud.environment, CLOUD_INVENTORY_STATE_DIR: "", XDG_STATE_HOME: home };
  const { code, stdout, notes, stderr } = await run(args, { environment });
  const scopes = ofType(eventsOf(stdout), "scope");
  return { code, notes, stderr, scopes, gaps: scopes.filter(({ outcome }) => outcome !== "completed") };
}

describe("the command line remembers from run to run", () => {
  test("what a place held: Milan, which had servers yesterday, is not absent today", async () => {
    const cloud = await start({ zones: 10 });
    const kinds = "scaleway.instance.server";
    const first = await discover(cloud, "scaleway", kinds);
    expect(first).toMatchObject({ code: 0, gaps: [] });
    expect(first.notes).toEqual([expect.stringContaining(`remembered in ${home}/cloud-inventory, made in this run`)]);
    cloud.addFault({ match: "/zones/it-mil-1/", status: 404, body: { message: "unknown service" } });
    const second = await discover(cloud, "scaleway", kinds);
    expect(second).toMatchObject({ code: 4, gaps: [{ outcome: "failed" }], notes: [] });
    expect(second.gaps[0]?.reason).toContain("an earlier run found resources there");
  });

  test("which projects were listed: one that is not seen any more is no deletion, and one that is gone is", async () => {
    const grants = (projects: readonly number[]) => [
      ...["get", "*/get"].map((action) => ({ action: `publicCloudProject:apiovh:${action}`, projects })),
      { action: "account:apiovh:*/get" },
    ];
    const as = async (projects: readonly number[]) => {
      const cloud = await start({ ovhProjects: 2, ovhGrants: grants(projects) });
      const { ovhServiceAccount } = cloud.credentials;
      const keys = Object.entries(ovhServiceAccount).map(([key, value]) => [`OVH_${key.toUpperCase()}`, value]);
      const others = Object.entries(cloud.environment).filter(([name]) => !/^OVH_/.test(name));
      return { ...cloud, environment: Object.fromEntries([...others, ...keys]) };
    };
    const first = await discover(await as([0, 1]), "ovh", "ovh.cloud.project");
    expect(first.scopes).toMatchObject([{ outcome: "completed", count: 2, filtered: true }]);
    const shorter = await as([0]);
    const second = await discover(shorter, "ovh", "ovh.cloud.project");
    expect(second).toMatchObject({ code: 4, gaps: [{ outcome: "denied" }] });
    expect(second.gaps[0]?.reason).toContain(shorter.projects.ovh[1]);
    const gone = { class: "Client::NotFound", message: "This service does not exist" };
    shorter.addFault({ match: `/cloud/project/${shorter.projects.ovh[1]}`, status: 404, body: gone });
    const third = await discover(shorter, "ovh", "ovh.cloud.project");
    expect(third.scopes).toMatchObject([{ outcome: "completed", count: 1 }]);
    expect(third.scopes[0]).not.toHaveProperty("filtered");
    expect(third.code).toBe(0);
  });
});
