import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { DiscoverOptions } from "../../src/inventory/discover-options.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Event, ScopeEvent } from "../../src/inventory/event.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { projectScope } from "../../src/inventory/scope.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { type EarlierSnapshot, openEarlierSnapshot } from "../../src/snapshots/earlier-snapshot.ts";
import { createSnapshotWriter } from "../../src/snapshots/write-snapshot.ts";
import { fakeKind, runOf } from "../inventory/fake-provider.ts";
import {
  type Answers,
  fakeCloud,
  floor,
  house,
  idsOf,
  lift,
  room,
  type Town,
  townAnswers,
  withFaults,
} from "../inventory/fake-tree.ts";
import { newFolder } from "./worlds.ts";

const folder = newFolder();
const refused = new InventoryError("PERMISSION_DENIED", "no right");

/** A backup is called after its volume: `<volume>/<number>`. */
const backup = fakeKind({
  id: "fake.backup",
  list: wholeList({ path: "/{project}/backup" }),
  urnEnd: ({ id }) => `backup:${id}`,
  more: ({ id }) => ({ relations: [{ type: "backup-of", urn: `urn:fake:p:volume:${id.split("/")[0]}` }] }),
});
const volume = fakeKind({
  id: "fake.volume",
  list: wholeList({ path: "/{project}/volume" }),
  urnEnd: ({ id }) => `volume:${id}`,
  protectionFrom: [{ kind: backup.id, relation: "backup-of", type: "backup" }],
});
const project = fakeKind({
  id: "fake.project",
  required: true,
  locality: "account",
  list: wholeList({ path: "/project" }),
});
const index = fakeKind({ id: "fake.index", isIndex: true, list: wholeList({ path: "/{project}/index" }) });
const kinds = [project, house, floor, lift, room, volume, backup, index];

const town: Town = {
  a: { floors: { "0": ["x", "y"], "1": ["z"] }, lifts: ["l1"] },
  b: { floors: { "0": ["x"] }, lifts: [] },
};
const answers: Answers = (path, asked) => {
  if (path === "/project") return idsOf(["p"]);
  if (path.endsWith("/volume")) return idsOf(["v", "w"]);
  if (path.endsWith("/backup")) return idsOf(["v/1", "v/2"]);
  if (path.endsWith("/index")) return idsOf(["i"]);
  return townAnswers(town)(path, asked);
};

/** A run whose events are kept as a snapshot, read at a moment of its own. */
async function read(
  name: string,
  faults: Readonly<Record<string, InventoryError | Answers>>,
  options: DiscoverOptions = {},
) {
  const cloud = fakeCloud(withFaults(answers, faults), { kinds, scopes: ["p"] });
  const run = await runOf(cloud.provider, { kinds, ...options });
  return { ...run, asked: cloud.asked, path: keep(name, run.events, Date.parse("2026-01-01T00:00:00Z")) };
}

function keep(name: string, events: readonly Event[], atMs: number): string {
  const path = join(folder, name);
  const writer = createSnapshotWriter({ inventory: "fake", account: "one" }, () => atMs);
  writeFileSync(path, events.map((event) => writer.event(event)).join("") + writer.end());
  return path;
}

let opened: EarlierSnapshot | undefined;
afterEach(() => opened?.close());
async function retry(path: string, faults: Readonly<Record<string, InventoryError | Answers>> = {}) {
  opened = await openEarlierSnapshot(path);
  const run = await read("again", faults, { earlier: opened });
  await opened.close();
  return run;
}

const sorted = (resources: readonly Resource[]) => resources.toSorted((one, other) => (one.urn < other.urn ? -1 : 1));
const taken = (scopes: readonly ScopeEvent[]) => scopes.filter(({ readAt }) => readAt).map(({ kind }) => kind);

test("reads what was refused, and nothing that was read whole", async () => {
  const first = await read("first", { "/p/house/a/lift": refused });
  expect(first.finished.complete).toBe(false);
  const again = await retry(first.path);
  expect(again.finished.complete).toBe(true);
  // The list of projects, an index of the rest, and the parents of what was short are asked for anew.
  expect(again.asked.toSorted()).toEqual(
    ["/p/house", "/p/house/a/lift", "/p/house/b/lift", "/p/index", "/p/project"]
      .map((path) => (path === "/p/project" ? "/project" : path))
      .sort(),
  );
  expect(again.finished.requests).toBe(again.asked.length);
  expect(sorted(again.resources)).toEqual(sorted((await read("whole", {})).resources));
  for (const { readAt, requests } of again.scopes.filter((scope) => scope.readAt)) {
    expect([readAt, requests]).toEqual(["2026-01-01T00:00:00.000Z", 0]);
  }
  expect(taken(again.scopes).sort()).toEqual(["fake.backup", "fake.floor", "fake.house", "fake.room", "fake.volume"]);
});

test("reads again what the refused list of another kind tells of", async () => {
  const first = await read("first", { "/p/backup": refused });
  expect(
    first.resources.filter(({ kind }) => kind === volume.id).map(({ details }) => details.protection[0]?.state),
  ).toEqual(["unknown", "unknown"]);
  const again = await retry(first.path);
  expect(again.asked).toEqual(expect.arrayContaining(["/p/backup", "/p/volume"]));
  expect(sorted(again.resources)).toEqual(sorted((await read("whole", {})).resources));
});

test("reads again what has a warning, which names what its resources lack", async () => {
  const first = await read("first", {});
  const warned = first.events.map((event) =>
    event.type === "scope" && event.kind === volume.id
      ? { ...event, warnings: ["2 item(s) without their policy"] }
      : event,
  );
  const again = await retry(keep("warned", warned, 0));
  expect(again.asked).toContain("/p/volume");
  expect(again.scopes.find(({ kind }) => kind === volume.id)?.readAt).toBeUndefined();
});

test("a list that is read is told of by one that is not", async () => {
  const first = await read("first", { "/p/volume": refused });
  const again = await retry(first.path);
  expect(again.asked).not.toContain("/p/backup");
  expect(sorted(again.resources)).toEqual(sorted((await read("whole", {})).resources));
});

test("a gap that is still there is one again, and costs nothing that was known", async () => {
  const first = await read("first", { "/p/house/a/lift": refused });
  const again = await retry(first.path, { "/p/house/a/lift": refused });
  expect(sorted(again.resources)).toEqual(sorted(first.resources));
  expect(again.finished).toMatchObject({ complete: false, resources: first.resources.length });
});

describe("places", () => {
  const scopesOf = (names: readonly string[], error?: InventoryError) =>
    async function* scopes() {
      for (const name of names) yield { kinds: [volume], scope: projectScope(name) };
      if (error !== undefined) yield { kinds: [volume], scope: { id: "account" }, error };
    };
  const runIn = async (names: readonly string[], options: DiscoverOptions = {}, error?: InventoryError) =>
    runOf(fakeCloud(answers, { kinds: [volume], scopes: scopesOf(names, error) }).provider, {
      kinds: [volume],
      ...options,
    });

  test("that are gone are not taken over", async () => {
    const path = keep("first", (await runIn(["p", "q"])).events, 0);
    opened = await openEarlierSnapshot(path);
    const { scopes, resources } = await runIn(["p"], { earlier: opened });
    expect(scopes.map(({ scope }) => scope)).toEqual(["p"]);
    expect(resources).toHaveLength(2);
  });

  test("that cannot be found out again are, beside the gap", async () => {
    const path = keep("first", (await runIn(["p", "q"])).events, 0);
    opened = await openEarlierSnapshot(path);
    const { scopes, resources, finished } = await runIn(["p"], { earlier: opened }, refused);
    expect(scopes.map(({ scope, outcome }) => [scope, outcome]).sort()).toEqual([
      ["account", "denied"],
      ["p", "completed"],
      ["q", "completed"],
    ]);
    expect(resources).toHaveLength(4);
    expect(finished.complete).toBe(false);
  });
});

test("a snapshot that was changed while it was taken over is a gap with its reason", async () => {
  const first = await read("first", {});
  opened = await openEarlierSnapshot(first.path);
  let walks = 0;
  const { resources, ...rest } = opened;
  async function* shortened() {
    walks += 1;
    for await (const one of resources()) if (one.resource.kind !== room.id) yield one;
  }
  const again = await read("again", {}, { earlier: { ...rest, resources: shortened } });
  expect(walks).toBeGreaterThan(0);
  expect(again.scopes.find(({ kind }) => kind === room.id)).toMatchObject({
    outcome: "failed",
    code: "INVALID_RESPONSE",
    reason: expect.stringMatching(/changed while it was taken over/),
  });
});

test("a run that is cancelled meanwhile names what it did not take over", async () => {
  const first = await read("first", {});
  opened = await openEarlierSnapshot(first.path);
  const stop = new AbortController();
  const { resources, ...rest } = opened;
  async function* slowly() {
    for await (const one of resources()) {
      yield one;
      stop.abort();
    }
  }
  const again = await read("again", {}, { earlier: { ...rest, resources: slowly }, signal: stop.signal });
  expect(again.scopes.find(({ kind }) => kind === room.id)).toMatchObject({ outcome: "failed", code: "CANCELLED" });
  expect(again.finished.code).toBe("CANCELLED");
});

test("whatever was refused, and wherever the snapshot was cut off, the retry finds what a whole run finds", async () => {
  const paths = [
    "/p/house",
    "/p/house/a/floor",
    "/p/house/b/lift",
    "/p/house/a/floor/0/room",
    "/p/volume",
    "/p/backup",
    "/p/index",
    "/project",
  ];
  const whole = sorted((await read("whole", {})).resources);
  await fc.assert(
    fc.asyncProperty(fc.subarray(paths), fc.double({ min: 0, max: 1, noNaN: true }), async (faulty, cut) => {
      const first = await read("first", Object.fromEntries(faulty.map((path) => [path, refused])));
      const writer = createSnapshotWriter({ inventory: "fake", account: "one" }, () => 0);
      const text = first.events.map((event) => writer.event(event)).join("") + writer.end();
      const begun = text.indexOf("\n", text.indexOf("\n") + 1) + 1;
      writeFileSync(first.path, text.slice(0, begun + Math.round(cut * (text.length - begun))));
      const again = await retry(first.path);
      expect(sorted(again.resources)).toEqual(whole);
      expect(again.finished.complete).toBe(true);
      // What it wrote is a snapshot from which everything can be taken over.
      const last = await retry(again.path);
      expect(sorted(last.resources)).toEqual(whole);
      expect(last.asked.toSorted()).toEqual(["/p/index", "/project"]);
    }),
    { numRuns: 60 },
  );
});
