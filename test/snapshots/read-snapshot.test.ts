import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSnapshot } from "../../src/snapshots/read-snapshot.ts";
import { eventsOf, type FakeRun, newFolder, snapshotOf } from "./worlds.ts";

const run: FakeRun = {
  scopes: [
    { kind: "test.thing", scope: "p1", outcome: "completed" },
    { kind: "test.thing", scope: "p2", outcome: "failed" },
  ],
  resources: ["a", "b", "c"].map((name) => ({
    scope: "p1",
    resource: { urn: `urn:test:${name}`, kind: "test.thing" },
  })),
};
const whole = snapshotOf(run);
const linesOfWhole = whole.trimEnd().split("\n");
const folder = newFolder();
let files = 0;

function written(content: string | Uint8Array, name = `${++files}.ndjson`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function lines(path: string, options = {}): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const line of readSnapshot(path, options)) found.push(line);
  return found;
}

describe("a snapshot that is whole", () => {
  it.each([
    ["as it was written", whole],
    ["compressed, whatever its name", gzipSync(whole)],
  ])("is read %s", async (_how, content) => {
    const [header, ...events] = await lines(written(content));
    expect(header).toEqual({ type: "snapshot", format: 1, inventory: "test", account: "account-1" });
    const readAt = "1970-01-01T00:00:00.000Z";
    expect(events).toEqual(eventsOf(run).map((event) => (event.type === "scope" ? { ...event, readAt } : event)));
  });
});

describe("what is no whole snapshot is known as such:", () => {
  const edited = linesOfWhole.map((line) => line.replace("urn:test:b", "urn:test:d"));
  const inOrder = (...order: readonly number[]) => `${order.map((place) => linesOfWhole[place]).join("\n")}\n`;
  const compressed = gzipSync(whole);
  it.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "", /is empty$/],
    ["blank lines", "\n\n", /is no snapshot: its first line is no JSON$/],
    ["binary", Uint8Array.from({ length: 4096 }, (_value, place) => (place * 37) % 256), /is no snapshot/],
    ["JSON of something else", '{"resources":[]}\n', /is no snapshot: write one with discover --snapshot FILE$/],
    ["a stream of events", `${JSON.stringify(eventsOf(run)[0])}\n`, /is no snapshot: write one/],
    ["one that lacks its end", inOrder(0, 1, 2, 3, 4, 5, 6, 7), /was cut off: it has no end$/],
    ["one that ends in the middle of a line", whole.slice(0, 700), /was cut off/],
    ["one that was edited", `${edited.join("\n")}\n`, /was changed since it was written$/],
    ["one that lacks a line", inOrder(0, 1, 2, 4, 5, 6, 7, 8), /was changed since it was written$/],
    ["one whose lines were sorted", `${[...linesOfWhole].sort().join("\n")}\n`, /is no snapshot|was changed/],
    ["two in one file", whole + whole, /goes on after its end/],
    ["two headers", inOrder(0, 0, 1), /holds several snapshots in one file$/],
    ["resources behind the end of the run", inOrder(0, 1, 7, 2, 8), /was changed: line 4 follows the end of the run$/],
    ["a newer format", whole.replace('"format":1', '"format":2'), /is of format 2, which is newer than 1/],
    ["a header with more", whole.replace('"format":1', '"format":1,"x":1'), /has a header that is none of a snapshot$/],
    ["compressed data that is cut", compressed.subarray(0, compressed.length - 20), /was cut off: its compressed data/],
    ["compressed data that is damaged", damaged(compressed), /compressed data/],
  ])("%s", async (_what, content, message) => {
    await expect(lines(written(content))).rejects.toThrow(message);
    await expect(lines(written(content))).rejects.toMatchObject({ code: "INVALID_CONFIG" });
  });

  it("a folder, and a file that is not there", async () => {
    await expect(lines(folder)).rejects.toThrow(/is a folder: name one of the snapshots in it$/);
    await expect(lines(join(folder, "none"))).rejects.toThrow(/does not exist$/);
  });

  it("a line that never ends is not held", async () => {
    const endless = written(gzipSync(Buffer.alloc(64 * 1024 * 1024, "x")));
    await expect(lines(endless)).rejects.toThrow(/has a line that is longer than any of a snapshot$/);
  });
});

describe("a snapshot that was cut off, where it may be,", () => {
  it.each([700, 900, whole.length - 1])("is read up to its last whole line: %i characters", async (length) => {
    const part = whole.slice(0, length);
    const expected = part.split("\n").slice(0, -1);
    expect(await lines(written(part), { mayBeCutOff: true })).toEqual(expected.map((line) => JSON.parse(line)));
  });

  it("is read as far as its compressed data go", async () => {
    const long = snapshotOf({
      ...run,
      resources: Array.from({ length: 2_000 }, (_one, place) => ({
        scope: "p1",
        resource: { urn: `urn:test:${place}`, kind: "test.thing", name: String(Math.sin(place)) },
      })),
    });
    const compressed = gzipSync(long);
    const found = await lines(written(compressed.subarray(0, compressed.length / 2)), { mayBeCutOff: true });
    expect(found.length).toBeGreaterThan(100);
    expect(found.length).toBeLessThan(2_000);
  });
});

function damaged(compressed: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(compressed);
  copy.fill(0xff, 40, 80);
  return copy;
}
