import { describe, expect, it } from "vitest";
import type { Protection, Relation } from "../../src/inventory/resource.ts";
import { coverageIn, ended, held, resourceIn, urnOf } from "./covered-worlds.ts";
import type { FakeRun } from "./worlds.ts";

const volume = "ovh.cloud.volume";
const backup = "ovh.cloud.volume-backup";
const snapshot = "ovh.cloud.volume-snapshot";
const of = (type: Relation["type"], id: string): { readonly relations: readonly Relation[] } => ({
  relations: [{ type, urn: urnOf(id) }],
});
const state = (type: Protection["type"], said: Protection["state"], more = {}): Protection => ({
  type,
  state: said,
  ...more,
});

/** A project of two regions, in which all was read. */
const whole: FakeRun["scopes"] = [
  ended(volume, "p"),
  ended(snapshot, "p"),
  ended(backup, "p/GRA11"),
  ended(backup, "p/SBG5"),
];
const without = (kind: string, scope?: string): FakeRun["scopes"] =>
  whole.filter((one) => one.kind !== kind || (scope !== undefined && one.scope !== scope));
const one = held(volume, "one", "p", { region: "GRA11" });
const but = (kind: string, scope: string, more: Partial<FakeRun["scopes"][number]>): FakeRun["scopes"] =>
  whole.map((scoped) => (scoped.kind === kind && scoped.scope === scope ? { ...scoped, ...more } : scoped));

const judged = async (run: FakeRun, options = {}) => resourceIn(await coverageIn([run], options), "one");

describe("a volume", () => {
  it.each<[string, Partial<FakeRun>, string, RegExp | undefined]>([
    ["has none, where all that could tell was read", {}, "none-found", undefined],
    [
      "has a backup that names it",
      { resources: [one, held(backup, "b", "p/GRA11", of("backup-of", "one"))] },
      "backup",
      undefined,
    ],
    [
      "has a backup, whatever else was not read",
      { scopes: without(snapshot), resources: [one, held(backup, "b", "p/SBG5", of("backup-of", "one"))] },
      "backup",
      undefined,
    ],
    [
      "has only snapshots, where all backups were read",
      { resources: [one, held(snapshot, "s", "p", of("snapshot-of", "one"))] },
      "snapshots-only",
      undefined,
    ],
    [
      "is unknown with snapshots, where backups were not read",
      { scopes: without(backup), resources: [one, held(snapshot, "s", "p", of("snapshot-of", "one"))] },
      "unknown",
      /^ovh\.cloud\.volume-backup was not read$/,
    ],
    [
      "has nothing of a copy that failed",
      { resources: [one, held(backup, "b", "p/GRA11", { ...of("backup-of", "one"), status: "error" })] },
      "none-found",
      undefined,
    ],
    [
      "has no backup by versioning, lock, replication and protection from deletion",
      {
        resources: [
          held(volume, "one", "p", {
            protection: (["versioning", "object-lock", "replication", "deletion-protection"] as const).map((type) =>
              state(type, "enabled"),
            ),
          }),
        ],
      },
      "none-found",
      undefined,
    ],
    [
      "is unknown, where a kind was not read",
      { scopes: without(snapshot) },
      "unknown",
      /volume-snapshot was not read$/,
    ],
    [
      "is unknown, where its region was not looked at",
      { scopes: without(backup, "p/GRA11") },
      "unknown",
      /was not read where its copies would be$/,
    ],
    [
      "is unknown, where the right is gone",
      { scopes: but(backup, "p/GRA11", { outcome: "denied", reason: "needs GET /x" }) },
      "unknown",
      /had no right to read it \(needs GET \/x\)$/,
    ],
    [
      "is unknown, where a list failed",
      { scopes: but(backup, "p/GRA11", { outcome: "failed" }) },
      "unknown",
      /to its end/,
    ],
    [
      "is unknown, where copies elsewhere were not read",
      { scopes: but(backup, "p/SBG5", { outcome: "partial" }) },
      "unknown",
      /to its end/,
    ],
    [
      "has none, where the product is not offered elsewhere",
      { scopes: but(backup, "p/SBG5", { outcome: "not-offered" }) },
      "none-found",
      undefined,
    ],
    [
      "is unknown, where the product is said not to be offered in its own place",
      { scopes: but(backup, "p/GRA11", { outcome: "not-offered" }) },
      "unknown",
      /not offered there$/,
    ],
    [
      "is unknown, where a list may be cut",
      { scopes: but(snapshot, "p", { filtered: true }) },
      "unknown",
      /a part of the list/,
    ],
    ["is unknown, where pages may shift", { mayShift: [snapshot] }, "unknown", /may shift/],
    [
      "is unknown, where a fact could not be read",
      { resources: [held(volume, "one", "p", { region: "GRA11", protection: [state("snapshots", "unknown")] })] },
      "unknown",
      /could not be read$/,
    ],
    [
      "is not held to be read by what another project shows",
      { scopes: [...without(snapshot), ended(snapshot, "q")] },
      "unknown",
      /where its copies would be$/,
    ],
  ])("%s", async (_, run, expected, reason) => {
    const found = await judged({ scopes: whole, resources: [one], ...run });
    expect(found.state).toBe(expected);
    if (reason === undefined) expect(found.reason).toBeUndefined();
    else expect(found.reason).toMatch(reason);
  });

  it("shows its safeguards beside", async () => {
    const protection = [state("replication", "enabled"), state("deletion-protection", "disabled")];
    const replica = held("ovh.netapp.share-replication", "r", "account", { class: "", ...of("replica-of", "one") });
    const found = await judged({ scopes: whole, resources: [held(volume, "one", "p", { protection }), replica] });
    expect(found).toMatchObject({ state: "none-found", safeguards: ["replication"] });
  });
});

describe("what a resource says of itself", () => {
  const vps = "ovh.vps";
  const all = [vps, "ovh.vps.automated-backup", "ovh.vps.veeam-restore-point", "ovh.vps.snapshot"].map((kind) =>
    ended(kind, "account"),
  );
  it.each<[string, readonly Protection[], string, string | undefined]>([
    ["has to be said before it has none", [], "unknown", "it does not say whether it has backups"],
    ["is believed, where it is none", [state("automatic-backup", "disabled")], "none-found", undefined],
    ["is believed, where it is one", [state("automatic-backup", "enabled")], "backup", undefined],
    [
      "is none, where nothing came of it",
      [state("automatic-backup", "enabled", { copiesKept: 0 })],
      "none-found",
      undefined,
    ],
    [
      "is unknown, where it could not be read",
      [state("automatic-backup", "unknown")],
      "unknown",
      "whether it has backups could not be read",
    ],
  ])("%s", async (_, protection, expected, reason) => {
    const found = await judged({
      scopes: all,
      resources: [held(vps, "one", "account", { class: "compute", protection })],
    });
    expect([found.state, found.reason]).toEqual([expected, reason]);
  });

  it("is not believed of what the provider names without describing it", async () => {
    const protection = [state("automatic-backup", "disabled")];
    const resources = [held(vps, "one", "account", { class: "compute", protection, status: "listed-only" })];
    expect((await judged({ scopes: all, resources })).state).toBe("unknown");
  });

  it("counts of a schedule that protects it", async () => {
    const workflow = (said: Protection["state"]) =>
      held("ovh.cloud.backup-workflow", "w", "p/GRA11", {
        class: "",
        ...of("protects", "one"),
        protection: [state("automatic-backup", said)],
      });
    const scopes = ["ovh.cloud.backup-workflow", "ovh.cloud.instance-snapshot"].map((kind) => ended(kind, "p"));
    const instance = held("ovh.cloud.instance", "one", "p", { class: "compute", region: "GRA11" });
    const by = async (said: Protection["state"]) =>
      (await judged({ scopes, resources: [instance, workflow(said)] })).state;
    expect([await by("enabled"), await by("disabled"), await by("unknown")]).toEqual([
      "backup",
      "none-found",
      "unknown",
    ]);
    const image = held("ovh.cloud.instance-snapshot", "i", "p", {});
    expect(await judged({ scopes, resources: [instance, image] })).toMatchObject({
      state: "unknown",
      reason: expect.stringContaining("do not say what they are of"),
    });
  });
});

describe("a whole and its parts", () => {
  const [server, block, copy] = [
    "scaleway.instance.server",
    "scaleway.block.volume",
    "scaleway.block.snapshot",
  ] as const;
  const scopes = [server, block, copy].map((kind) => ended(kind, "p/fr-par-1"));
  const place = { region: "fr-par-1" };
  const on = (...ids: string[]) =>
    held(server, "one", "p/fr-par-1", {
      ...place,
      class: "compute",
      relations: ids.map((id) => ({ type: "has-volume", urn: urnOf(id) })),
    });
  const disk = (id: string) => held(block, id, "p/fr-par-1", place);
  const snap = (id: string) => held(copy, `of-${id}`, "p/fr-par-1", of("snapshot-of", id));
  const backed = (id: string, at?: string) =>
    held(block, id, "p/fr-par-1", {
      ...place,
      protection: [state("backup", "enabled", at === undefined ? {} : { lastSuccessAt: at })],
    });
  it.each<[string, FakeRun["resources"], string, string | undefined]>([
    ["has a backup, where each part has", [on("a", "b"), backed("a"), backed("b")], "backup", undefined],
    ["has none, where one part has none", [on("a", "b"), backed("a"), disk("b")], "none-found", undefined],
    [
      "has snapshots, where its parts have",
      [on("a", "b"), backed("a"), disk("b"), snap("b")],
      "snapshots-only",
      undefined,
    ],
    [
      "is unknown, where a part was not read",
      [on("a", "b"), backed("a")],
      "unknown",
      "what it is covered with was not read",
    ],
    ["is unknown, where it names no part", [on()], "unknown", "it does not say what it is covered with"],
  ])("%s", async (_, resources, expected, reason) => {
    const found = await judged({ scopes, resources });
    expect([found.state, found.reason]).toEqual([expected, reason]);
  });

  it("has a backup as old as the oldest of its parts", async () => {
    const resources = [on("a", "b"), backed("a", "2025-12-31T00:00:00Z"), backed("b", "2025-12-01T00:00:00Z")];
    expect((await judged({ scopes, resources })).lastBackupAt).toBe("2025-12-01T00:00:00Z");
  });

  it("is covered as its whole by what the provider makes, and not by what was made by hand", async () => {
    const [instance, database] = ["scaleway.rdb.instance", "scaleway.rdb.database"] as const;
    const inside = held(database, "one", "p/fr-par", { class: "database", ...of("member-of", "i") });
    const by = async (type: Protection["type"]) =>
      (
        await judged({
          scopes: [],
          resources: [inside, held(instance, "i", "p/fr-par", { protection: [state(type, "enabled")] })],
        })
      ).state;
    expect([await by("automatic-backup"), await by("backup")]).toEqual(["backup", "unknown"]);
  });
});

describe("the age of a backup", () => {
  const day = 24 * 3_600_000;
  const at = (lastSuccessAt?: string, more: readonly Protection[] = []) =>
    judged(
      {
        scopes: [ended(volume, "p")],
        // The scope was read at the beginning of 1970: see worlds.ts.
        resources: [
          held(volume, "one", "p", {
            protection: [
              state("automatic-backup", "enabled", lastSuccessAt === undefined ? {} : { lastSuccessAt }),
              ...more,
            ],
          }),
        ],
      },
      { maxAgeMs: 7 * day },
    );
  it("is stale where it is known and too old when the resource was read", async () => {
    expect((await at("1969-12-24T23:59:59Z")).isStale).toBe(true);
    expect((await at("1969-12-25T00:00:00Z")).isStale).toBeUndefined();
  });
  it("is not known where one of the backups does not say it", async () => {
    expect((await at()).isStale).toBeUndefined();
    expect((await at("1960-01-01T00:00:00Z", [state("backup", "enabled")])).isStale).toBeUndefined();
  });
});

describe("several snapshots", () => {
  const run = (account: string | undefined, id: string): FakeRun => ({
    account,
    scopes: whole,
    resources: [held(volume, id, "p", { region: "GRA11" })],
  });
  it("count together, and what two accounts see counts once", async () => {
    const coverage = await coverageIn([run("a", "one"), run("b", "two"), run("c", "one")]);
    expect(coverage.resources.map(({ urn, account }) => [urn, account])).toEqual([
      [urnOf("one"), "a"],
      [urnOf("two"), "b"],
    ]);
    expect(coverage.snapshots.map(({ account }) => account)).toEqual(["a", "b", "c"]);
  });
  it("are not of one account", async () => {
    await expect(coverageIn([run("a", "one"), run("a", "two")])).rejects.toThrow(
      /are both of test, the account a: name one of them$/,
    );
    await expect(coverageIn([run(undefined, "one"), run(undefined, "two")])).rejects.toThrow(
      /an account that neither names/,
    );
  });
});

describe("what is said of all", () => {
  const resources = [
    held(volume, "small", "p", {
      region: "GRA11",
      country: "FR",
      project: "p",
      sizeBytes: 1,
      createdAt: "2020-01-01T00:00:00Z",
    }),
    held(volume, "young", "p", { region: "SBG5", project: "p", sizeBytes: 9, createdAt: "2025-01-01T00:00:00Z" }),
    held(volume, "old", "p", { region: "SBG5", project: "p", sizeBytes: 9, createdAt: "2020-01-01T00:00:00Z" }),
    held(volume, "unsized", "p", { region: "GRA11", country: "FR", project: "p" }),
    held("ovh.cloud.network", "net", "p", { class: "network" }),
    held("ovh.domain", "domain", "account", { class: "" }),
  ];
  const named = whole.map((scope) => ({ ...scope, projectName: "shop" }));
  it("is sorted by size and age, and grouped", async () => {
    const coverage = await coverageIn([{ scopes: named, resources }]);
    expect(coverage.resources.map(({ name }) => name)).toEqual(["old", "young", "small", "unsized"]);
    expect(coverage.byClass).toMatchObject([{ class: "block-storage", resources: 4, "none-found": 4 }]);
    expect(coverage.byProject).toMatchObject([
      { inventory: "test", account: "account-1", project: "p", projectName: "shop", resources: 4 },
    ]);
    expect(coverage.byPlace).toMatchObject([
      { region: "SBG5", resources: 2 },
      { country: "FR", region: "GRA11", resources: 2 },
    ]);
  });
  it("knows what the backup tool protects, and what of that no snapshot holds", async () => {
    const protectedUrns = new Set([urnOf("old"), urnOf("net"), urnOf("gone")]);
    const coverage = await coverageIn([{ scopes: named, resources }], { protectedUrns });
    expect(coverage.total).toMatchObject({ protected: 1, unprotected: 3 });
    expect(coverage.protectedUnseen).toBe(1);
    const unread = await coverageIn([{ scopes: without(backup), resources }], { protectedUrns });
    expect(unread.total).toMatchObject({ protected: 1, unprotected: 0, unknown: 4 });
  });
});
