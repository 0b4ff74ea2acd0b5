import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Fault } from "../../src/emulator/index.ts";
import { generator, pick } from "../../src/emulator/random.ts";
import { builtFile } from "../built.ts";
import { eventsOf, placesOf, planted, run } from "../cli/run.ts";
import { patiently } from "../patience.ts";
import { startPlugin } from "../plakar/child.ts";
import { entryOf } from "../plakar/grpc.ts";
import { brokenPromises, toldBy } from "./oracle.ts";
import { openWorld, type World, type WorldName } from "./worlds.ts";

// What happens to connections as they are, and to processes: a few runs, since each of these waits in real time.
const only = process.env["CHAOS_PROCESS_SEED"];
const many = process.env["CHAOS_RUNS"] === undefined ? 2 : 5;
const seeds = only === undefined ? Array.from({ length: many }, (_, index) => 1 + index) : [Number(only)];
const isAsked = only !== undefined || process.env["CHAOS_SEED"] === undefined;
const settings = { max_requests_per_minute: "0", on_incomplete: "fail" };

const harms: readonly Partial<Fault>[] = [
  { status: 403, body: { class: "Client::Forbidden", message: "no", type: "permissions_denied" } },
  { status: 408 },
  { status: 429, headers: { "Retry-After": "1" } },
  { status: 502, body: "<html><h1>502</h1></html>", contentType: "text/html" },
  { reset: true },
  { reset: true, truncate: true },
  { truncate: true },
  { status: 302, headers: { Location: "http://127.0.0.1:1/" } },
  { body: "[{}" },
];

/** The same faults for the same seed. */
function faultsOf(seed: number, { paths }: World): readonly Fault[] {
  const random = generator(seed * 7919);
  return Array.from({ length: 3 }, () => ({
    match: pick(paths, random),
    times: pick([1, 2, 3], random),
    ...pick(harms, random),
  }));
}

describe.runIf(isAsked).each<WorldName>(["ovh, default kinds", "scaleway, many pages"])("processes: %s", (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
    world.setTime({ truth: Date.now });
    for (const [key, value] of Object.entries(world.config)) if (/key|secret/.test(key)) planted(value);
  });
  afterAll(() => world.emulator.close());

  const spoil = (seed: number): void => {
    world.emulator.clearFaults();
    world.emulator.resetStatistics();
    world.census.begin();
    for (const fault of faultsOf(seed, world)) world.emulator.addFault(fault);
  };
  const config = () => ({ ...world.config, ...settings });

  test.each(seeds)("the command line keeps its promise, seed %i", async (seed) => {
    spoil(seed);
    const args = ["discover", "--config", `${world.provider}=chaos.json`, "--format", "ndjson"];
    const { stdout } = await run(args, { environment: placesOf(world.emulator), files: { "chaos.json": config() } });
    const told = toldBy(eventsOf(stdout));
    expect(told.kinds).not.toEqual([]);
    expect(brokenPromises(told, world), JSON.stringify(faultsOf(seed, world))).toEqual([]);
  });

  test.each(seeds)("the executable of a control plane keeps its promise, seed %i", async (seed) => {
    spoil(seed);
    const plugin = startPlugin(world.provider, world.emulator, { environment: { CLOUD_INVENTORY_STATE_DIR: "off" } });
    const initialized = await plugin.init(config());
    const { code, messages } = initialized.code === 0 ? await plugin.list() : initialized;
    const urns = messages.map((message) => entryOf(message).urn);
    const kinds = [...new Set([...world.known.values()].map(({ kind }) => kind))];
    const core = kinds.filter((id) => world.kinds.some((kind) => kind.id === id && !kind.optional));
    const told = { urns, kinds: core, mayShift: [], scopes: [], isComplete: code === 0 };
    expect(brokenPromises(told, world), JSON.stringify(faultsOf(seed, world))).toEqual([]);
  });

  test("a run that is killed leaves no document that passes for whole, and the next one does", async () => {
    spoil(0);
    world.emulator.clearFaults();
    world.emulator.addFault({ match: world.paths.at(-1) ?? "/", delayMs: 500 });
    const folder = mkdtempSync(join(tmpdir(), "chaos-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "chaos.json"), JSON.stringify(config()), { mode: 0o600 });
    const start = () => {
      const program = builtFile("bin/cloud-inventory.js");
      const options = ["--config", `${world.provider}=chaos.json`, "--format", "ndjson", "--output", "out.ndjson"];
      const env = {
        PATH: process.env["PATH"],
        HOME: folder,
        CLOUD_INVENTORY_STATE_DIR: "off",
        ...placesOf(world.emulator),
      };
      return spawn(process.execPath, [program, "discover", ...options], { cwd: folder, env, stdio: "ignore" });
    };
    const killed = start();
    const isUnderWay = () => world.emulator.statistics.requests >= world.requests / 2;
    await vi.waitUntil(() => isUnderWay() || killed.exitCode !== null, patiently);
    killed.kill("SIGKILL");
    if (killed.signalCode === null && killed.exitCode === null) await once(killed, "exit");
    expect(readdirSync(folder)).not.toContain("out.ndjson");
    await vi.waitUntil(() => world.emulator.statistics.inFlight === 0, patiently);

    world.emulator.clearFaults();
    const second = start();
    await once(second, "exit");
    const told = toldBy(eventsOf(readFileSync(join(folder, "out.ndjson"), "utf8")));
    expect(told.isComplete).toBe(true);
    expect(brokenPromises(told, world)).toEqual([]);
  });

  test("an executable that is killed ends the list with an error", async () => {
    spoil(0);
    world.emulator.clearFaults();
    const plugin = startPlugin(world.provider, world.emulator, { environment: { CLOUD_INVENTORY_STATE_DIR: "off" } });
    expect(await plugin.init(config())).toMatchObject({ code: 0 });
    let isKilled = false;
    const kill = (): void => {
      isKilled = true;
      plugin.child.kill("SIGKILL");
    };
    // What was already on its way is read; nothing says that it is all.
    const ended = plugin.list({ onMessage: kill }).then(
      ({ code }) => code,
      () => "no end at all",
    );
    const code = await ended;
    expect(isKilled).toBe(true);
    if (code === 0) expect((await plugin.ended) !== "SIGKILL").toBe(true);
    await vi.waitUntil(() => world.emulator.statistics.inFlight === 0, patiently);
  });
});
