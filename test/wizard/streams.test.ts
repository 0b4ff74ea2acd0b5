import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, it, vi } from "vitest";
import type { EmulatorOptions, Fault } from "../../src/emulator/index.ts";
import { configsOf, placesOf, startCloud } from "../cli/run.ts";
import { never, patiently } from "../patience.ts";
import { startInProcess } from "./wizard.ts";

const kinds = ["scaleway.instance.server"];

async function connect(options: EmulatorOptions = {}) {
  const emulator = await startCloud(options);
  const { client, wizard } = await startInProcess(placesOf(emulator));
  await client.call("choose", { inventory: "scaleway" });
  const { state } = await client.call("enter", { values: configsOf(emulator).scaleway });
  expect(state.isReady).toBe(true);
  return { emulator, client, wizard };
}

const runFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("cloud-inventory-run-"));

it.each<{ name: string; fault: Fault }>([
  { name: "refuses", fault: { match: "/instance/", status: 403, body: { message: "made to fail" } } },
  { name: "answers nonsense", fault: { match: "/instance/", body: "<html>", contentType: "text/html" } },
  {
    name: "refuses the key",
    fault: { match: "/", status: 401, body: { message: "made to fail", type: "denied_authentication" } },
  },
])("a provider that $name ends a preflight and a run as events, and as no hang", async ({ fault }) => {
  const { emulator, client } = await connect({ faults: [fault] });
  const looked = await client.all("preflight", { kinds });
  expect(looked.at(-1)).toMatchObject({ type: "finished" });
  const read = await client.all("discover", { kinds });
  expect(read.map(({ type }) => type)).toContain("finished");
  expect(read.at(-1)).toMatchObject({ type: "done" });
  const finished = read.find(({ type }) => type === "finished");
  expect(finished).toMatchObject({ complete: false });
  await emulator.close();
});

it("a slow provider is told about while it is waited for", async () => {
  const { emulator, client } = await connect({ latencyMs: 5 });
  const types: string[] = [];
  for await (const { type } of client.lines("discover", { kinds })) types.push(type);
  expect(types.indexOf("started")).toBe(0);
  expect(types).toEqual(expect.arrayContaining(["progress", "scope", "resource", "finished", "coverage-document"]));
  await emulator.close();
});

it.each(["preflight", "discover"] as const)(
  "leaving %s ends the requests that are under way and sends no more",
  async (name) => {
    const { emulator, client } = await connect();
    emulator.addFault({ match: "/instance/", delayMs: never });
    const lines = client.lines(name, { kinds });
    expect((await lines.next()).value).toMatchObject({ type: "started" });
    await vi.waitUntil(() => emulator.statistics.paths.some((path) => path.includes("/instance/")), patiently);
    await lines.return();
    await vi.waitUntil(() => emulator.statistics.inFlight === 0, patiently);
    const sent = emulator.statistics.requests;
    // A call that takes its time shows that nothing is sent meanwhile.
    emulator.clearFaults();
    await client.call("state", {});
    expect(emulator.statistics.requests).toBe(sent);
    await vi.waitUntil(() => runFolders().length === 0, patiently);
    await emulator.close();
  },
);

it("closing the wizard ends what is under way, and leaves nothing behind", async () => {
  const { emulator, client, wizard } = await connect();
  emulator.addFault({ match: "/instance/", delayMs: never });
  const lines = client.lines("discover", { kinds });
  await lines.next();
  await vi.waitUntil(() => emulator.statistics.paths.some((path) => path.includes("/instance/")), patiently);
  const rest = (async () => {
    for await (const line of lines) expect(line).toBeDefined();
  })().catch((thrown: unknown) => thrown);
  await wizard.close();
  await rest;
  expect(runFolders()).toEqual([]);
  expect(await wizard.ended).toBe("closed");
  await emulator.close();
});

it("what is entered meanwhile ends a run of the old keys as cancelled, and its report is not kept", async () => {
  const { emulator, client } = await connect();
  emulator.addFault({ match: "/instance/", delayMs: never });
  const lines = client.lines("preflight", { kinds });
  await lines.next();
  const { scw_secret_key: secret = "" } = configsOf(emulator).scaleway;
  await client.call("enter", {
    values: { scw_secret_key: secret.replace(/^./, (first) => (first === "a" ? "b" : "a")) },
  });
  const rest = [];
  for await (const line of lines) rest.push(line);
  expect(rest.at(-1)).toMatchObject({ type: "failed", error: { code: "CANCELLED" } });
  expect(await client.call("state", {})).not.toHaveProperty("report");
  await emulator.close();
});
