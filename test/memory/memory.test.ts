import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import { type MemoryNote, openMemory } from "../../src/memory/memory.ts";
import { createRecorder, type Recorder, rememberedOf } from "../../src/memory/reads.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "memory-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told: MemoryNote[] = [];
const optionsOf = (account: string, more: { readonly host?: "cli" | "plakar" } = {}) => ({
  host: more.host ?? ("plakar" as const),
  provider: { id: "fake", accountOf: async () => account, describe: () => "a fake credential" },
  fingerprint: "0123456789ab",
  stateFolder: folder,
  environment: {},
  signal: new AbortController().signal,
  timeoutMs: 10_000,
  tell: (note: MemoryNote) => void told.push(note),
});

/** A run that read these scopes. */
function runOf(scopes: readonly string[]): Recorder {
  const recorder = createRecorder([]);
  for (const scope of scopes) {
    const cost = { warnings: [], requests: 1, durationMs: 0 };
    const event: ScopeEvent = {
      type: "scope",
      inventory: "fake",
      kind: "kind",
      scope,
      outcome: "completed",
      count: 1,
      ...cost,
    };
    recorder.see(event);
  }
  return recorder;
}

test("a memory is whole whenever it is read, however many write", async () => {
  const writers = await Promise.all(Array.from({ length: 8 }, () => openMemory(optionsOf("one"))));
  await Promise.all(
    writers.map(async (memory, index) => {
      for (let round = 0; round < 10; round += 1) {
        await memory.keep(runOf(Array.from({ length: 500 }, (_, scope) => `${index}/${scope}`)));
        const { before } = await openMemory(optionsOf("one"));
        const scopes = Object.keys(before?.reads["kind"] ?? {});
        expect(scopes).toHaveLength(500);
        expect(new Set(scopes.map((scope) => scope.split("/")[0])).size).toBe(1);
      }
    }),
  );
  expect(told.filter(({ type }) => type !== "used")).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("accounts that differ by case alone share no file, and neither do two hosts of one account", async () => {
  for (const account of ["ab12345-ovh", "AB12345-ovh"]) {
    for (const host of ["cli", "plakar"] as const)
      await (await openMemory(optionsOf(account, { host }))).keep(runOf([host]));
  }
  expect(new Set(readdirSync(folder).map((name) => name.toLowerCase())).size).toBe(4);
  const { before } = await openMemory(optionsOf("ab12345-ovh", { host: "cli" }));
  expect(before?.reads).toEqual({ kind: { cli: { held: true, count: 1 } } });
});

test("what a read took is known to the next run", async () => {
  const recorder = createRecorder([]);
  const cost = { warnings: [], requests: 9, durationMs: 0 };
  const read: ScopeEvent = {
    type: "scope",
    inventory: "fake",
    kind: "kind",
    scope: "here",
    outcome: "completed",
    count: 5,
    ...cost,
  };
  const took = { foreign: 3, lists: 2, joined: ["other"] };
  recorder.see({ ...read, ...took });
  recorder.see({ ...read, scope: "empty", count: 0, foreign: 1 });
  await (await openMemory(optionsOf("one"))).keep(recorder);
  const { before } = await openMemory(optionsOf("one"));
  const { lastRead } = rememberedOf(before?.reads ?? {});
  expect(lastRead("kind", "here")).toMatchObject({ count: 5, ...took });
  expect(lastRead("kind", "empty")).toMatchObject({ count: 0, foreign: 1 });
  expect(lastRead("kind", "elsewhere")).toBeUndefined();
});

test("how fast the provider let itself be asked is known to the next run", async () => {
  const recalled: unknown[] = [];
  const rates = {
    recall: (known: unknown) => void recalled.push(known),
    learned: () => ({ "https://api.example.com": { limitPerSecond: 2, isConfirmed: true, provenPerSecond: 1.9 } }),
  };
  const options = optionsOf("one");
  const opened = () => openMemory({ ...options, provider: { ...options.provider, rates } });
  await (await opened()).keep(runOf(["a"]));
  await opened();
  expect(recalled).toEqual([{}, rates.learned()]);
});

test("what a killed process left behind is removed once it is old, and not while another one may be writing it", async () => {
  const memory = await openMemory(optionsOf("one"));
  await memory.keep(runOf(["a"]));
  for (const name of ["old", "young"]) writeFileSync(`${memory.path}.${name}.part`, "");
  utimesSync(`${memory.path}.old.part`, 0, 0);
  await memory.keep(runOf(["b"]));
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([expect.stringContaining("young")]);
});

test.each([
  [
    "a relative XDG_STATE_HOME is ignored, as its specification says",
    { XDG_STATE_HOME: "here", HOME: "{home}" },
    "{home}/.local/state",
  ],
  ["XDG_STATE_HOME stands above HOME", { XDG_STATE_HOME: "{home}/x", HOME: "{home}" }, "{home}/x"],
])("%s", async (_name, environment, place) => {
  const home = join(folder, "home");
  mkdirSync(home);
  const filled = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace("{home}", home)]),
  );
  const { path } = await openMemory({ ...optionsOf("one"), stateFolder: undefined as never, environment: filled });
  expect(path).toMatch(new RegExp(`^${place.replace("{home}", home)}/cloud-inventory/[0-9a-f]{64}\\.json$`));
});
