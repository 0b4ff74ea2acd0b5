import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { commandOf, expectEnd, type Plugin, startPlugin } from "./child.ts";
import { steppedTime } from "./stepped-time.ts";

let cloud: Emulator;
let slow: Emulator;
beforeAll(async () => {
  cloud = await startCloud();
  slow = await startCloud({ latencyMs: 400 });
});
afterAll(async () => {
  await cloud.close();
  await slow.close();
});

// Time stands still here: a pace would hold a list for ever.
const configOn = (on: Emulator) => ({ ...configsOf(on).scaleway, max_requests_per_minute: "0" });

/** How far a control plane comes before it goes away. */
const stages: Readonly<Record<string, (plugin: Plugin, on: Emulator) => Promise<unknown>>> = {
  "before Init": async () => {},
  "while Init asks": async (plugin, on) => void plugin.init(configOn(on)).catch(() => {}),
  "after Init": (plugin, on) => plugin.init(configOn(on)),
  "after a refused Init": (plugin) => plugin.init({}),
  "while List streams": async (plugin, on) => {
    await plugin.init(configOn(on));
    await new Promise<void>((resolve) => {
      plugin.list({ onMessage: () => resolve() }).catch(() => {});
    });
  },
  "after Close": async (plugin, on) => {
    await plugin.init(configOn(on));
    await plugin.list();
    await plugin.close();
  },
};

describe.each(Object.entries(stages))("a control plane that goes away %s", (name, reach) => {
  const on = () => (name.startsWith("while") ? slow : cloud);
  // After a refusal the process leaves by itself, in time; here it has to see that the control plane went away.
  const start = () => startPlugin("scaleway", on(), steppedTime());

  test("by closing our input: the process ends with status 0", async () => {
    const plugin = start();
    await reach(plugin, on());
    plugin.hangUp();
    await expectEnd(plugin);
  });

  test("by closing both ends: the process ends with status 0", async () => {
    const plugin = start();
    await reach(plugin, on());
    plugin.stopReading();
    plugin.hangUp();
    await expectEnd(plugin);
  });

  test("by killing the process", async () => {
    const plugin = start();
    await reach(plugin, on());
    plugin.child.kill("SIGKILL");
    expect(await plugin.ended).toBe("SIGKILL");
  });
});

test("nobody reads the output any more, and the input stays open: the process ends with status 0", async () => {
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init(configsOf(cloud).scaleway);
  plugin.list({ onMessage: () => plugin.stopReading() }).catch(() => {});
  await expectEnd(plugin);
});

test("at a terminal or on files it says what it is for", () => {
  const [program, ...programArgs] = commandOf("ovh");
  const run = (args: readonly string[]) =>
    spawnSync(program, [...programArgs, ...args], { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  expect(run([])).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^error: .*pipes.*\n\nUsage:/),
  });
  expect(run(["--help"])).toMatchObject({ status: 0, stdout: "", stderr: expect.stringMatching(/^Usage:/) });
  expect(run(["--defalts", "x"])).toMatchObject({ status: 2, stderr: expect.stringContaining('"--defaults"') });
  expect(run(["--log", "xml"])).toMatchObject({ status: 2, stderr: expect.stringContaining("json or text") });
});
