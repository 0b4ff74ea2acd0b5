import { expect, test } from "vitest";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import { createRecorder, lostReads, type Reads, readsAfter, rememberedOf } from "../../src/memory/reads.ts";
import { fakeChild, fakeKind } from "../inventory/fake-provider.ts";

const kinds = [fakeKind({ id: "fake.project", required: true }), fakeKind({ id: "fake.server" })];
const cost = { warnings: [], requests: 1, durationMs: 0 };

/** Scope events out of `kind@scope outcome`. */
function eventsOf(...lines: readonly string[]): readonly ScopeEvent[] {
  return lines.map((line) => {
    const [, kind = "", scope = "", outcome = ""] = /^(\S+)@(\S+) (\S+)$/.exec(line) ?? [];
    return {
      type: "scope",
      inventory: "fake",
      kind,
      scope,
      outcome: outcome as ScopeEvent["outcome"],
      count: 0,
      ...cost,
    };
  });
}

const held = { held: true };
const before: Reads = { "fake.server": { gone: held, here: held, "other/north": held } };
const wholeAccount = "fake.project@account completed";

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["what was read to its end", ["fake.server@new completed"], ["gone", "here", "new", "other/north"]],
  ["nothing that was not", ["fake.server@new partial", "fake.server@newer denied"], ["gone", "here", "other/north"]],
  [
    "no project that is gone",
    [wholeAccount, "fake.server@here denied", "fake.server@other failed"],
    ["here", "other/north"],
  ],
  ["every project, where the config chose some", ["fake.server@here completed"], ["gone", "here", "other/north"]],
  [
    "every project, where their list was denied to the kind",
    [wholeAccount, "fake.server@here completed", "fake.server@account denied"],
    ["gone", "here", "other/north"],
  ],
  [
    "every project, where their list was not read to its end",
    ["fake.project@account partial", "fake.server@here completed"],
    ["gone", "here", "other/north"],
  ],
  [
    "every region of a project that is there",
    [wholeAccount, "fake.server@other/south completed"],
    ["other/north", "other/south"],
  ],
  ["a kind that was not read", [wholeAccount], ["gone", "here", "other/north"]],
])("what is remembered is %s", (_name, lines, expected) => {
  expect(Object.keys(readsAfter(before, eventsOf(...lines), kinds)["fake.server"] ?? {})).toEqual(expected);
});

test.each<readonly [string, boolean]>([
  ["fake.server@here denied", true],
  ["fake.server@other/north denied", true],
  ["fake.server@other denied", true],
  ["fake.server@account denied", true],
  ["fake.server@other/south denied", false],
  ["fake.server@elsewhere denied", false],
  ["fake.server@here failed", false],
  ["fake.project@here denied", false],
])("%s: a right was lost: %s", (line, isLost) => {
  const events = eventsOf(line);
  expect(lostReads(events, before)).toEqual(isLost ? events : []);
  expect(
    lostReads(
      events.map((event) => ({ ...event, accepted: true })),
      before,
    ),
  ).toEqual([]);
});

test("a read shows a right, be it empty; below no parents nothing was asked for", () => {
  const parent = fakeKind({ id: "fake.server" });
  const child = fakeChild(parent, { id: "fake.disk" });
  const [server, disk] = eventsOf("fake.server@here completed", "fake.disk@here completed");
  if (server === undefined || disk === undefined) throw new Error("no events");
  const grantedAfter = (lists: number) => {
    const reads = readsAfter({}, [server, { ...disk, lists }], [parent, child]);
    return ["fake.server", "fake.disk"].filter(rememberedOf(reads).wasGranted);
  };
  expect(grantedAfter(0)).toEqual(["fake.server"]);
  expect(grantedAfter(1)).toEqual(["fake.server", "fake.disk"]);
});

test("what is not granted is remembered until the kind is asked for again", () => {
  const recorder = createRecorder(kinds);
  for (const event of eventsOf("fake.server@here denied", "fake.server@there denied", "fake.disk@here completed")) {
    recorder.see(event.outcome === "denied" ? { ...event, notGranted: true } : event);
  }
  expect(recorder.notGrantedAfter(["fake.disk", "fake.other"])).toEqual(["fake.other", "fake.server"]);
  const { wasNotGranted } = rememberedOf({}, ["fake.other"]);
  expect(["fake.other", "fake.server"].map(wasNotGranted)).toEqual([true, false]);
});

test("how many there were is remembered, where they were counted", () => {
  const [read, none] = eventsOf("fake.server@here completed", "fake.server@there completed");
  if (read === undefined || none === undefined) throw new Error("no events");
  const reads = readsAfter(before, [{ ...read, count: 7 }, none], kinds);
  const { lastRead, wasRead } = rememberedOf(reads);
  const places = ["here", "there", "gone", "nowhere"];
  expect(places.map((place) => lastRead("fake.server", place)?.count)).toEqual([7, 0, undefined, undefined]);
  // An earlier version remembered that there was something, and not how much.
  expect(places.map((place) => wasRead("fake.server", place))).toEqual([true, false, true, false]);
});
