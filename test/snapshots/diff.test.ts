import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/inventory/resource.ts";
import { coverageOf } from "../../src/snapshots/coverage.ts";
import { type Difference, type DiffSummary, diffSnapshots } from "../../src/snapshots/diff.ts";
import { type FakeRun, newFolder, writeSnapshot } from "./worlds.ts";

const folder = newFolder();
let pairs = 0;

interface Found {
  readonly differences: readonly Difference[];
  readonly summary: DiffSummary;
}

async function diffOf(before: FakeRun, after: FakeRun): Promise<Found> {
  pairs += 1;
  const [one, other] = [
    writeSnapshot(folder, `${pairs % 4}-a`, before),
    writeSnapshot(folder, `${pairs % 4}-b`, after),
  ];
  const differences: Difference[] = [];
  for await (const told of diffSnapshots(one, other, { spoolFolder: folder })) {
    if (told.type === "summary") return { differences, summary: told };
    differences.push(told);
  }
  throw new Error("no summary was told");
}

const kind = "test.thing";
const thing = (name: string, more: Partial<Resource> = {}) => ({
  scope: "p1",
  resource: { urn: `urn:test:${name}`, kind, name, ...more },
});
const scope = (outcome: FakeRun["scopes"][number]["outcome"], more = {}) => ({ kind, scope: "p1", outcome, ...more });
const readWhole = [scope("completed")];
const types = ({ differences }: Found): readonly string[] => differences.map(({ type }) => type);

describe("a list that the later snapshot took over from a run before the earlier one", () => {
  const at = (readAt: string) => [scope("completed", { readAt })];
  const [old, recent] = ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"];
  const startedAt = "2026-01-03T00:00:00.000Z";

  it("does not know what became of what it lacks, nor of what it still has", async () => {
    const before: FakeRun = { scopes: at(recent), resources: [thing("made-since")], startedAt: recent };
    const after: FakeRun = { scopes: at(old), resources: [thing("gone-since")], startedAt };
    const found = await diffOf(before, after);
    expect(types(found)).toEqual(["unknown", "unknown"]);
    expect(found.differences[0]?.reason).toMatch(/took this list over from a run that read it before/);
    expect(found.summary.result).toBe("unknown");
  });

  it("is as good as any where it is the newer one", async () => {
    const before: FakeRun = { scopes: at(old), resources: [thing("gone")], startedAt: old };
    const after: FakeRun = { scopes: at(recent), resources: [thing("new")], startedAt };
    expect(types(await diffOf(before, after)).toSorted()).toEqual(["added", "removed"]);
  });
});

describe("a resource that the later snapshot lacks", () => {
  const before: FakeRun = { scopes: readWhole, resources: [thing("a"), thing("b")] };
  it.each<[string, Partial<FakeRun>, string, RegExp | undefined]>([
    ["is removed, where both read its scope to the end", { scopes: readWhole }, "removed", undefined],
    [
      "is unknown, where its scope failed",
      { scopes: [scope("failed", { reason: "timed out" })] },
      "unknown",
      /\(timed out\)$/,
    ],
    [
      "is unknown, where its scope was read in part",
      { scopes: [scope("partial")] },
      "unknown",
      /did not read it to its end/,
    ],
    [
      "is unknown, where the product is said to be absent",
      { scopes: [scope("not-offered")] },
      "unknown",
      /not offered there$/,
    ],
    [
      "is unknown, where the list may leave something out",
      { scopes: [scope("completed", { filtered: true })] },
      "unknown",
      /may have been shown a part/,
    ],
    ["is unknown, where pages may shift", { scopes: readWhole, mayShift: [kind] }, "unknown", /may shift/],
    [
      "is no longer looked at, where the right is gone",
      { scopes: [scope("denied", { reason: "needs GET /thing" })] },
      "no-longer-looked-at",
      /had no right to read it \(needs GET \/thing\)$/,
    ],
    [
      "is no longer looked at, where the kind was not read",
      { scopes: [{ kind: "test.other", scope: "p1", outcome: "completed" }] },
      "no-longer-looked-at",
      /did not read this kind$/,
    ],
    [
      "is no longer looked at, where the place was not read",
      { scopes: [scope("completed", { scope: "p2" })] },
      "no-longer-looked-at",
      /did not look at p1$/,
    ],
  ])("%s", async (_title, after, type, reason) => {
    const found = await diffOf(before, { scopes: [], resources: [], ...after });
    expect(types(found)).toEqual([type, type]);
    if (reason === undefined) expect(found.differences[0]?.reason).toBeUndefined();
    else expect(found.differences[0]?.reason).toMatch(reason);
  });

  it("is unknown, where the earlier one had it of a scope that it did not read to the end", async () => {
    const partly = { ...before, scopes: [scope("partial")] };
    expect(types(await diffOf(partly, { scopes: readWhole, resources: [] }))).toEqual(["unknown", "unknown"]);
  });

  it("is not removed, where another scope still lists it", async () => {
    const scopes = [scope("completed"), scope("completed", { scope: "p2" })];
    const twice = [thing("a"), { ...thing("a"), scope: "p2" }];
    const found = await diffOf({ scopes, resources: twice }, { scopes, resources: twice.slice(1) });
    expect(types(found)).toEqual([]);
    expect(found.summary).toMatchObject({ result: "equal", unchanged: 1 });
  });

  it("is unknown, where an index alone had named it", async () => {
    const named = thing("a", { details: { ...emptyDetails, status: "listed-only" } });
    const found = await diffOf({ scopes: readWhole, resources: [named] }, { scopes: readWhole, resources: [] });
    expect(types(found)).toEqual(["unknown"]);
  });
});

describe("a resource that the earlier snapshot lacks", () => {
  const after: FakeRun = { scopes: readWhole, resources: [thing("a")] };
  it.each<[string, FakeRun["scopes"], string]>([
    ["is added, where both read its scope to the end", readWhole, "added"],
    ["is added, where the product was not offered", [scope("not-offered")], "added"],
    ["is newly covered, where its scope failed", [scope("failed")], "newly-covered"],
    ["is newly covered, where the right was missing", [scope("denied")], "newly-covered"],
    ["is newly covered, where the place is new", [scope("completed", { scope: "p2" })], "newly-covered"],
    [
      "is newly covered, where the kind is new",
      [{ kind: "test.other", scope: "p1", outcome: "completed" }],
      "newly-covered",
    ],
  ])("%s", async (_title, scopes, type) => {
    expect(types(await diffOf({ scopes, resources: [] }, after))).toEqual([type]);
  });
});

const emptyDetails: Resource["details"] = { provider: "test", protection: [], relations: [], attributes: {} };

describe("a resource that both have", () => {
  const runWith = (resource: Partial<Resource>): FakeRun => ({ scopes: readWhole, resources: [thing("a", resource)] });
  const compared = async (one: Partial<Resource>, other: Partial<Resource>) => {
    const { differences, summary } = await diffOf(runWith(one), runWith(other));
    return { ...differences[0], result: summary.result };
  };

  it("is told field by field where it changed", async () => {
    const details = { ...emptyDetails, status: "running", attributes: { offer: { cores: 2 } } };
    const found = await compared(
      { region: "GRA11", tags: ["a", "b"], details },
      { tags: ["b", "c"], details: { ...details, attributes: { offer: { cores: 4 } } } },
    );
    expect(found.changes).toEqual([
      { field: "region", before: "GRA11" },
      { field: "tags", before: ["a", "b"], after: ["b", "c"] },
      { field: "details.attributes.offer.cores", before: 2, after: 4 },
    ]);
    expect(found).toMatchObject({ type: "changed", result: "different" });
  });

  it("is not told where only the order of a list is another", async () => {
    expect(await compared({ tags: ["a", "b"] }, { tags: ["b", "a"] })).toEqual({ result: "equal" });
  });

  it("changes by use alone where a backup ran or a bucket grew, and that is no difference", async () => {
    const backup = { type: "automatic-backup", state: "enabled", retentionDays: 7 } as const;
    const at = (lastSuccessAt: string, more = {}) => ({
      class: "object-storage" as const,
      details: {
        ...emptyDetails,
        sizeBytes: Number(lastSuccessAt.slice(0, 4)),
        protection: [{ ...backup, lastSuccessAt, ...more }],
      },
    });
    expect(await compared(at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"))).toMatchObject({
      type: "volatile",
      volatile: [{ field: "details.sizeBytes" }, { field: "details.protection" }],
      result: "equal",
    });
    const shorter = at("2026-01-01T00:00:00Z", { retentionDays: 1 });
    expect(await compared(at("2025-01-01T00:00:00Z"), shorter)).toMatchObject({
      type: "changed",
      changes: [{ field: "details.protection" }],
      result: "different",
    });
  });

  it("has changed where a disk is larger", async () => {
    const disk = (sizeBytes: number) => ({ class: "block-storage" as const, details: { ...emptyDetails, sizeBytes } });
    expect(await compared(disk(1), disk(2))).toMatchObject({
      type: "changed",
      changes: [{ field: "details.sizeBytes" }],
    });
  });
});

describe("two snapshots", () => {
  const empty: FakeRun = { scopes: readWhole, resources: [] };

  it("are equal only where both were read to the end everywhere", async () => {
    const failed = { scopes: [scope("failed")], resources: [] };
    expect((await diffOf(empty, empty)).summary).toMatchObject({ result: "equal", gaps: [], unchanged: 0 });
    expect((await diffOf(failed, failed)).summary).toMatchObject({
      result: "unknown",
      gaps: [{ kind, scope: "p1", before: "failed", after: "failed" }],
    });
    const other = {
      scopes: [...readWhole, { kind: "test.other", scope: "p1", outcome: "completed" as const }],
      resources: [],
    };
    expect((await diffOf(empty, other)).summary).toMatchObject({
      result: "unknown",
      gaps: [{ kind: "test.other", scope: "p1", after: "completed" }],
    });
  });

  it.each<[string, Partial<FakeRun>, Partial<FakeRun>, RegExp]>([
    [
      "of two providers",
      { inventory: "ovh" },
      { inventory: "scaleway" },
      /is an inventory of ovh and .* one of scaleway/,
    ],
    ["of two accounts", { account: "one" }, { account: "two" }, /is of the account one and .* of two/],
    ["of nobody knows whose accounts", { account: undefined }, { account: undefined }, /one that nothing names/],
  ])("%s are refused", async (_title, one, other, message) => {
    await expect(diffOf({ ...empty, ...one }, { ...empty, ...other })).rejects.toThrow(message);
  });

  it("are left as soon as somebody stops it, which is no defect", async () => {
    const path = writeSnapshot(folder, "stopped", empty);
    const signal = AbortSignal.abort();
    await expect(diffSnapshots(path, path, { spoolFolder: folder, signal }).next()).rejects.toMatchObject({
      code: "CANCELLED",
      message: "the run was cancelled",
    });
    await expect(coverageOf([path], { signal })).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("leave nothing behind", async () => {
    const spoolFolder = newFolder();
    const path = writeSnapshot(folder, "alone", empty);
    for await (const _told of diffSnapshots(path, path, { spoolFolder })) expect(readdirSync(spoolFolder)).toEqual([]);
    await expect(diffSnapshots(path, `${path}.none`, { spoolFolder }).next()).rejects.toThrow(/does not exist/);
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  it("of more than fits into memory come out in order", async () => {
    const names = Array.from({ length: 60_000 }, (_one, place) => String((place * 7919) % 60_000).padStart(6, "0"));
    const before = { scopes: readWhole, resources: names.map((name) => thing(name)) };
    const after = {
      scopes: readWhole,
      resources: names
        .toReversed()
        .filter((name) => !name.endsWith("9"))
        .map((name) => thing(name)),
    };
    const { differences, summary } = await diffOf(before, after);
    expect(summary).toMatchObject({ counts: { removed: 6_000 }, unchanged: 54_000 });
    const urns = differences.map(({ urn }) => urn);
    expect(urns).toEqual([...urns].sort());
  });
});

// What is said of an account that lives on, against what happened to it.
const outcomes = ["completed", "completed", "completed", "partial", "failed", "denied", "not-offered"] as const;
const kinds = ["test.one", "test.two", "test.three"];
const places = ["p1", "p1/r1", "p2"];
const cells = kinds.flatMap((one) => places.map((place) => ({ kind: one, scope: place })));
const look = fc.array(
  fc.record({
    outcome: fc.constantFrom(...outcomes),
    shown: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: cells.length, maxLength: cells.length },
);
const lost = fc.record({ kind: fc.option(fc.constantFrom(...kinds)), place: fc.option(fc.constantFrom(...places)) });
const account = fc.array(
  fc.record({ cell: fc.nat(cells.length - 1), before: fc.boolean(), after: fc.boolean(), changes: fc.boolean() }),
  { maxLength: 24 },
);

describe("what is called removed", () => {
  it("is exactly what was removed and could be seen", async () => {
    await fc.assert(
      fc.asyncProperty(account, look, look, lost, lost, async (items, one, other, lostBefore, lostAfter) => {
        const looked = [
          lookAt(
            one,
            lostBefore,
            items.filter(({ before }) => before).map((item) => ({ ...item, id: items.indexOf(item), name: "x" })),
          ),
          lookAt(
            other,
            lostAfter,
            items
              .filter(({ after }) => after)
              .map((item) => ({ ...item, id: items.indexOf(item), name: item.changes ? "y" : "x" })),
          ),
        ] as const;
        const { differences, summary } = await diffOf(...looked);
        const isWhole = (run: FakeRun, cell: number) =>
          run.scopes.some((ended) => ended.outcome === "completed" && isAt(ended, cell));
        const wholeInBoth = (cell: number) => looked.every((run) => isWhole(run, cell));
        const told = (type: string) =>
          differences.filter((difference) => difference.type === type).map(({ urn }) => urn);
        const urns = (chosen: typeof items) => chosen.map((item) => `urn:test:${items.indexOf(item)}`).sort();
        expect(told("removed").sort()).toEqual(
          urns(items.filter(({ before, after, cell }) => before && !after && wholeInBoth(cell))),
        );
        const seen = (run: FakeRun, urn: string) => run.resources.some(({ resource }) => resource.urn === urn);
        // What a run did not show although it had read the place was not there, or the provider said so.
        const isShown = (run: FakeRun, item: (typeof items)[number]) => urns([item]).every((urn) => seen(run, urn));
        const isNew = (item: (typeof items)[number]) => isShown(looked[1], item) && !isShown(looked[0], item);
        expect(told("added").sort()).toEqual(urns(items.filter((item) => isNew(item) && isRead(looked[0], item.cell))));
        const both = items.filter((item) => looked.every((run) => isShown(run, item)));
        expect(told("changed").sort()).toEqual(urns(both.filter(({ changes }) => changes)));
        // Whatever either shows is accounted for once.
        const shown = new Set(looked.flatMap((run) => run.resources.map(({ resource }) => resource.urn)));
        expect(differences.length + summary.unchanged).toBe(shown.size);
        const isEqual = differences.length === 0 && cells.every((_cell, cell) => isReadInBothOrNeither(looked, cell));
        expect(summary.result === "equal").toBe(isEqual);
      }),
      { numRuns: Number(process.env["DIFF_RUNS"] ?? 300) },
    );
  });

  const isAt = (ended: { readonly kind: string; readonly scope: string }, cell: number): boolean =>
    ended.kind === cells[cell]?.kind && ended.scope === cells[cell]?.scope;
  const isRead = (run: FakeRun, cell: number): boolean =>
    run.scopes.some((ended) => (ended.outcome === "completed" || ended.outcome === "not-offered") && isAt(ended, cell));

  const isReadInBothOrNeither = (looked: readonly FakeRun[], cell: number): boolean =>
    looked.every((run) => isRead(run, cell)) || !looked.some((run) => run.scopes.some((ended) => isAt(ended, cell)));

  /** A run over an account: what its outcomes let it see. */
  function lookAt(
    endings: readonly { readonly outcome: (typeof outcomes)[number]; readonly shown: number }[],
    gone: { readonly kind: string | null; readonly place: string | null },
    items: readonly { readonly cell: number; readonly id: number; readonly name: string }[],
  ): FakeRun {
    const isLookedAt = ({ kind: one, scope: place }: (typeof cells)[number]): boolean =>
      one !== gone.kind && place !== gone.place;
    const scopes = cells.flatMap((cell, place) =>
      isLookedAt(cell) ? [{ ...cell, outcome: endings[place]?.outcome ?? "failed" }] : [],
    );
    const isShown = ({ cell }: { readonly cell: number }, place: number): boolean => {
      const at = cells[cell];
      if (at === undefined || !isLookedAt(at)) return false;
      const { outcome = "failed", shown = 0 } = endings[cell] ?? {};
      return outcome === "completed" || (outcome === "partial" && place / items.length < shown);
    };
    const resources = items.filter(isShown).map(({ cell, id, name }) => ({
      scope: cells[cell]?.scope ?? "",
      resource: { urn: `urn:test:${id}`, kind: cells[cell]?.kind ?? "", name },
    }));
    return { kinds: kinds.filter((one) => one !== gone.kind), scopes, resources };
  }
});

describe("a project that is renamed", () => {
  const named = (projectName: string | undefined, more: Partial<Resource> = {}): FakeRun => {
    const resources = ["a", "b"].map((name) => thing(name, more));
    const details = { ...(projectName === undefined ? {} : { projectName }) } as Resource["details"];
    return {
      scopes: readWhole,
      resources: resources.map((one) => ({ ...one, resource: { ...one.resource, details } })),
    };
  };

  it("changes nothing that is in it: the new name is told apart", async () => {
    const found = await diffOf(named("old"), named("new"));
    expect(types(found)).toEqual(["volatile", "volatile"]);
    expect(found.differences[0]?.volatile).toEqual([{ field: "details.projectName", before: "old", after: "new" }]);
    expect(found.summary.result).toBe("equal");
  });

  it("is told apart from what did change, under its later name", async () => {
    const { differences } = await diffOf(named("old"), named("new", { region: "GRA11" }));
    expect(differences[0]).toMatchObject({ type: "changed", projectName: "new", changes: [{ field: "region" }] });
    expect(differences[0]?.volatile).toMatchObject([{ field: "details.projectName" }]);
  });

  it("is the same where an earlier version did not say its name", async () => {
    expect(types(await diffOf(named(undefined), named("new")))).toEqual(["volatile", "volatile"]);
  });

  it("is no more of a change than an account that one run knew and another did not; a resource that moves is one", async () => {
    const owned = (account: string | undefined): FakeRun => {
      const details = { ...(account === undefined ? {} : { account }) } as Resource["details"];
      return { scopes: readWhole, resources: [thing("a", { details })] };
    };
    expect(types(await diffOf(owned(undefined), owned("account-1")))).toEqual(["volatile"]);
    expect(types(await diffOf(owned("account-2"), owned("account-1")))).toEqual(["changed"]);
  });
});
