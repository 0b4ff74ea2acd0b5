import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { newFolder } from "./worlds.ts";

const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const resources = 1_000_000;

// Each in a process of its own, which says how much it held at most, in megabytes.
const write = `
  const { createSnapshotWriter } = await import(process.argv[1]);
  const { createWriteStream } = await import("node:fs");
  const { once } = await import("node:events");
  const [path, count, leavesOut] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
  const inventory = "test";
  const kind = "test.thing";
  const writer = createSnapshotWriter({ inventory, account: "account" });
  const file = createWriteStream(path);
  const tell = async (event) => { if (!file.write(writer.event(event))) await once(file, "drain"); };
  await tell({ type: "started", inventory, version: "1", credential: "", kinds: [kind], startedAt: new Date(0).toISOString() });
  for (let place = 0; place < count; place += 1) {
    // In an order that is none.
    const number = (place * 7919) % count;
    if (leavesOut > 0 && number % leavesOut === 0) continue;
    const details = { provider: inventory, protection: [], relations: [], attributes: { text: "x".repeat(200) } };
    const named = { urn: "urn:test:" + number, kind, name: "thing " + number, class: "compute", subclass: "", service: "test" };
    const resource = { ...named, resource: "thing", tags: ["env=prod"], endpoints: [], details };
    await tell({ type: "resource", inventory, scope: "p1", resource });
  }
  const ended = { inventory, requests: 1, durationMs: 1 };
  await tell({ type: "scope", kind, scope: "p1", outcome: "completed", count, warnings: [], ...ended });
  const outcomes = { completed: 1, "not-offered": 0, denied: 0, partial: 0, failed: 0 };
  const totals = { complete: true, resources: count, scopes: 1, outcomes, acceptedGaps: 0, refused: 0 };
  await tell({ type: "finished", ...ended, ...totals });
  file.end(writer.end());
  await once(file, "finish");
  console.log(process.resourceUsage().maxRSS / 1024);
`;
const compare = `
  const { diffSnapshots } = await import(process.argv[1]);
  let removed = 0;
  for await (const told of diffSnapshots(process.argv[2], process.argv[3], { spoolFolder: process.argv[4] })) {
    if (told.type === "removed") removed += 1;
  }
  console.log(JSON.stringify([removed, process.resourceUsage().maxRSS / 1024]));
`;
const cover = `
  const { coverageOf } = await import(process.argv[1]);
  const { total } = await coverageOf([process.argv[2]]);
  console.log(JSON.stringify([total.resources, process.resourceUsage().maxRSS / 1024]));
`;
const retry = `
  const [discovering, opening, writing, path, into] = process.argv.slice(1);
  const { discover } = await import(discovering);
  const { openEarlierSnapshot } = await import(opening);
  const { createSnapshotWriter } = await import(writing);
  const { createWriteStream } = await import("node:fs");
  const { once } = await import("node:events");
  const kind = { id: "test.thing", locality: "project", needs: [], byDefault: true };
  const provider = {
    id: "test",
    kinds: [kind],
    load: async () => [kind],
    describe: () => "",
    countryOf: () => undefined,
    pausedForMs: () => 0,
    async *scopes(kinds) { yield { kinds, scope: { id: "p1", project: "p1" } }; },
    async *list() { throw new Error("nothing is to be read"); },
  };
  const writer = createSnapshotWriter({ inventory: "test", account: "account" });
  const file = createWriteStream(into);
  const earlier = await openEarlierSnapshot(path);
  let told;
  for await (const event of discover(provider, { earlier })) {
    if (!file.write(writer.event(event))) await once(file, "drain");
    told = event;
  }
  await earlier.close();
  console.log(JSON.stringify([told.resources, told.complete, process.resourceUsage().maxRSS / 1024]));
`;

function evaluated(program: string, ...args: readonly (string | number)[]): string {
  return execFileSync(process.execPath, ["--input-type=module", "-e", program, ...args.map(String)], {
    encoding: "utf8",
  });
}

test("two snapshots of a million resources are written and compared in at most 300 MB", () => {
  const folder = newFolder();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const writer = built("snapshots/write-snapshot.js");
  expect(Number(evaluated(write, writer, before, resources, 0))).toBeLessThanOrEqual(300);
  expect(Number(evaluated(write, writer, after, resources, 1_000))).toBeLessThanOrEqual(300);
  const [removed, megabytes] = JSON.parse(evaluated(compare, built("snapshots/diff.js"), before, after, folder));
  expect(removed).toBe(1_000);
  expect(megabytes).toBeLessThanOrEqual(300);
}, 600_000);

test("what is held of 200,000 resources is told in at most 300 MB: about a kilobyte each", () => {
  const path = join(newFolder(), "snapshot");
  evaluated(write, built("snapshots/write-snapshot.js"), path, 200_000, 0);
  const [judged, megabytes] = JSON.parse(evaluated(cover, built("snapshots/coverage.js"), path));
  expect(judged).toBe(200_000);
  expect(megabytes).toBeLessThanOrEqual(300);
}, 600_000);

test("a snapshot of a million resources is taken over in at most 300 MB", () => {
  const folder = newFolder();
  const before = join(folder, "before");
  const writer = built("snapshots/write-snapshot.js");
  evaluated(write, writer, before, resources, 0);
  const modules = [built("inventory/discover.js"), built("snapshots/earlier-snapshot.js"), writer];
  const [told, isComplete, megabytes] = JSON.parse(evaluated(retry, ...modules, before, join(folder, "after")));
  expect([told, isComplete]).toEqual([resources, true]);
  expect(megabytes).toBeLessThanOrEqual(300);
}, 600_000);
