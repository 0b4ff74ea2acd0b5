import { afterEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { configsOf, idOf, startCloud } from "../cli/run.ts";
import { expectEnd, logOf, startPlugin } from "./child.ts";
import { entryOf } from "./grpc.ts";

const clouds: Emulator[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
});

async function cloudWith(options: EmulatorOptions = {}): Promise<Emulator> {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  return cloud;
}

const ok = 0;
/** The kinds that a List reads where its state is remembered: core and optional ones. */
async function defaultKindsOf(id: string): Promise<readonly string[]> {
  const { kinds } = await loadProvider(id);
  return kinds.filter(({ byDefault }) => byDefault).map((kind) => kind.id);
}

test("the log says how many of the projects a list holds", async () => {
  const cloud = await cloudWith({ scalewayProjects: 3, resources: 1 });
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init({ ...configsOf(cloud).scaleway, kinds: "scaleway.secret.secret" });
  expect((await plugin.list()).code).toBe(ok);
  const finished = (await logOf(plugin)).find(({ event }) => event === "inventory.finished");
  expect(finished?.["projects"]).toEqual({ read: 1, visible: 3, widenedBy: "scw_organization_id" });
});

describe.each(["ovh", "scaleway", "ovh-data-platform"] as const)("%s", (id) => {
  test("Init, List, List again, Close: everything that exists, each time", async () => {
    const cloud = await cloudWith();
    const plugin = startPlugin(id, cloud);
    cloud.resetStatistics();
    expect((await plugin.init(configsOf(cloud)[id])).code).toBe(ok);
    expect(cloud.statistics.requests).toBeLessThanOrEqual(3);
    const kinds = await defaultKindsOf(id);
    const expected = [...cloud.expectedIds()].filter(([kind]) => kinds.includes(kind));
    for (let round = 0; round < 2; round += 1) {
      const { code, messages } = await plugin.list();
      expect(code).toBe(ok);
      const entries = messages.map(entryOf);
      expect(entries.map(idOf).sort()).toEqual(expected.flatMap(([, ids]) => ids).sort());
      expect(new Set(entries.map(({ urn }) => urn)).size).toBe(entries.length);
    }
    expect(await plugin.close()).toMatchObject({ code: ok });
    plugin.hangUp();
    await expectEnd(plugin);
    const events = (await logOf(plugin)).map(({ event }) => event);
    const run = ["inventory.started", "inventory.finished"];
    expect(events).toEqual(["credential.proven", "state.made", ...run, "state.used", ...run]);
  });
});
