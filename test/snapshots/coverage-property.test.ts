import fc from "fast-check";
import { expect, it } from "vitest";
import type { Protection } from "../../src/inventory/resource.ts";
import { coverageIn, ended, held, resourceIn, urnOf } from "./covered-worlds.ts";
import type { FakeRun } from "./worlds.ts";

// Two kinds of one project: volumes whose copies are listed region by region, and servers that are covered as their volumes.
const volume = "ovh.cloud.volume";
const backup = "ovh.cloud.volume-backup";
const snapshot = "ovh.cloud.volume-snapshot";
const server = "scaleway.instance.server";
const regions = ["GRA11", "SBG5"] as const;

/** How a list was read: `filtered` and `shifting` are completed lists that may lack something; `unplanned` was never asked for. */
const looks = ["completed", "partial", "failed", "denied", "not-offered", "filtered", "shifting", "unplanned"] as const;
type Look = (typeof looks)[number];
// Mostly read, or nearly everything would be unknown.
const look: fc.Arbitrary<Look> = fc.oneof(
  { weight: 6, arbitrary: fc.constant("completed" as const) },
  fc.constantFrom(...looks),
);
const region = fc.constantFrom(...regions);

const copy = fc.record({
  of: fc.nat(3),
  type: fc.constantFrom("backup", "snapshot"),
  region,
  /** Whether a list that was not read whole shows it. */
  isLucky: fc.boolean(),
  isBroken: fc.boolean(),
});
const world = fc.record({
  volumes: fc.array(fc.record({ region, said: fc.constantFrom("right", "unknown", "nothing") }), {
    minLength: 1,
    maxLength: 4,
  }),
  servers: fc.array(fc.array(fc.nat(4), { maxLength: 3 }), { maxLength: 2 }),
  copies: fc.array(copy, { maxLength: 5 }),
  backups: fc.record({ GRA11: look, SBG5: look }),
  snapshots: look,
  isBackupKindRead: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.constant(false)),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;
type Copy = World["copies"][number];

const lookAt = ({ backups, snapshots, isBackupKindRead }: World, one: Pick<Copy, "type" | "region">): Look => {
  if (one.type === "snapshot") return snapshots;
  return isBackupKindRead ? backups[one.region] : "unplanned";
};

/** What is really there: a product that is not offered holds nothing, and what is broken is no copy. */
function copiesOf(made: World, index: number): readonly Copy[] {
  return made.copies.filter((one) => one.of === index && !one.isBroken && lookAt(made, one) !== "not-offered");
}

function isSeen(made: World, one: Copy): boolean {
  const seenAs = lookAt(made, one);
  if (seenAs === "completed") return true;
  return one.isLucky && seenAs !== "not-offered" && seenAs !== "denied" && seenAs !== "unplanned";
}

function scopesOf(kind: string, scope: string, seenAs: Look): FakeRun["scopes"] {
  if (seenAs === "unplanned") return [];
  if (seenAs === "filtered") return [ended(kind, scope, { filtered: true })];
  return [ended(kind, scope, { outcome: seenAs === "shifting" ? "completed" : seenAs })];
}

function protectionOf(made: World, index: number): readonly Protection[] {
  const said = made.volumes[index]?.said;
  if (said === "nothing") return [];
  if (said === "unknown") return [{ type: "backup", state: "unknown" }];
  const hasBackup = copiesOf(made, index).some(({ type }) => type === "backup");
  return [{ type: "backup", state: hasBackup ? "enabled" : "disabled" }];
}

function runOf(made: World): FakeRun {
  const backups = regions.flatMap((one) => scopesOf(backup, `p/${one}`, lookAt(made, { type: "backup", region: one })));
  const mayShift = [
    ...(regions.some((one) => made.backups[one] === "shifting") ? [backup] : []),
    ...(made.snapshots === "shifting" ? [snapshot] : []),
  ];
  return {
    kinds: [volume, server, snapshot, ...(made.isBackupKindRead ? [backup] : [])],
    mayShift,
    scopes: [ended(volume, "p"), ended(server, "p"), ...backups, ...scopesOf(snapshot, "p", made.snapshots)],
    resources: [
      ...made.volumes.map((one, index) =>
        held(volume, `v${index}`, "p", { region: one.region, protection: protectionOf(made, index) }),
      ),
      ...made.servers.map((parts, index) =>
        held(server, `m${index}`, "p", {
          class: "compute",
          relations: parts.map((part) => ({ type: "has-volume" as const, urn: urnOf(`v${part}`) })),
        }),
      ),
      ...made.copies.flatMap((one, index) => {
        if (!isSeen(made, one)) return [];
        const kind = one.type === "backup" ? backup : snapshot;
        const relation = one.type === "backup" ? ("backup-of" as const) : ("snapshot-of" as const);
        const relations = [{ type: relation, urn: urnOf(`v${one.of}`) }];
        const scope = one.type === "backup" ? `p/${one.region}` : "p";
        return [held(kind, `c${index}`, scope, { relations, status: one.isBroken ? "error" : "ok" })];
      }),
    ],
  };
}

/** Whether everything was read that could tell of the copies of a volume, and it says what it has to. */
function isAllKnown(made: World, index: number): boolean {
  const { region: here, said } = made.volumes[index] ?? { region: "GRA11", said: "unknown" };
  const isElsewhereKnown = regions.every((one) => {
    const seenAs = lookAt(made, { type: "backup", region: one });
    return seenAs === "completed" || (one !== here && (seenAs === "not-offered" || seenAs === "unplanned"));
  });
  // A kind that may shift in one place may shift in all.
  const isStill = !regions.some((one) => made.backups[one] === "shifting");
  return isElsewhereKnown && isStill && made.isBackupKindRead && made.snapshots === "completed" && said !== "unknown";
}

it("never calls a resource without, where something was not read or it has one", { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const coverage = await coverageIn([runOf(made)]);
      for (const index of made.volumes.keys()) {
        const { state } = resourceIn(coverage, `v${index}`);
        const types = copiesOf(made, index).map(({ type }) => type);
        seen.add(`volume ${state}`);
        if (state === "none-found") {
          expect(isAllKnown(made, index)).toBe(true);
          // A place that was never planned is none of the account's; only there can something be that nobody looked for.
          expect(copiesOf(made, index).filter((one) => lookAt(made, one) !== "unplanned")).toEqual([]);
        }
        if (state === "backup") expect(types).toContain("backup");
        if (state === "snapshots-only") expect(types).toContain("snapshot");
        if (isAllKnown(made, index)) expect(state).not.toBe("unknown");
      }
      for (const [index, parts] of made.servers.entries()) {
        const { state } = resourceIn(coverage, `m${index}`);
        seen.add(`server ${state}`);
        const states = parts.map((part) =>
          part < made.volumes.length ? resourceIn(coverage, `v${part}`).state : undefined,
        );
        if (state === "none-found") expect(states).toContain("none-found");
        if (state === "backup") expect(new Set(states)).toEqual(new Set(["backup"]));
      }
    }),
    { numRuns: 3000 },
  );
  const states = ["backup", "snapshots-only", "none-found", "unknown"];
  expect([...seen].sort()).toEqual(
    ["server", "volume"].flatMap((what) => states.map((state) => `${what} ${state}`)).sort(),
  );
});
