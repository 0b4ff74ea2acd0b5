import { describe, expect, test } from "vitest";
import type { Protection } from "../../../src/inventory/resource.ts";
import { localScope } from "../../../src/inventory/scope.ts";
import { rowsOf } from "../../rows.ts";

// Items in the form of OVHcloud's schema (cloud.json).
const rows = await rowsOf("ovh");
const scope = { ...localScope("p1", "GRA11"), realm: "eu" };

function protectionOf(kind: string, item: object): readonly Protection[] | undefined {
  const row = rows.find(({ id }) => id === kind);
  return row?.read(item, scope)?.resource.details.protection;
}

type Case = readonly [name: string, item: object, expected: readonly Protection[]];

describe("the backup workflow of an instance", () => {
  const run = (executedAt: string, state: string) => ({ id: executedAt, executedAt, state, stateInfo: "" });
  const [first, second] = ["2026-04-20T02:00:11+02:00", "2026-04-21T02:00:09+02:00"];
  const cron = "0 2 * * *";
  const known = { copiesKept: 7, detail: `cron ${cron}` };
  test.each<Case>([
    [
      "enabled, with the last run that succeeded and a second copy",
      { cron, rotation: 7, distantRegion: "SBG7", executions: [run(second, "ERROR"), run(first, "SUCCESS")] },
      [
        { type: "automatic-backup", state: "enabled", lastSuccessAt: first, ...known },
        { type: "replication", state: "enabled", detail: "to SBG7" },
      ],
    ],
    [
      "enabled before its first run, and without a second copy",
      { cron, rotation: 7, distantRegion: null, executions: null },
      [
        { type: "automatic-backup", state: "enabled", ...known },
        { type: "replication", state: "disabled" },
      ],
    ],
    [
      "disabled where its latest run says that it was stopped",
      { cron, rotation: 7, distantRegion: null, executions: [run(first, "SUCCESS"), run(second, "PAUSED")] },
      [
        { type: "automatic-backup", state: "disabled" },
        { type: "replication", state: "disabled" },
      ],
    ],
    [
      "unknown where nothing of it can be read",
      { cron: 2, rotation: "x", executions: "none", distantRegion: {} },
      [
        { type: "automatic-backup", state: "unknown" },
        { type: "replication", state: "unknown" },
      ],
    ],
  ])("is %s", (_name, item, expected) => {
    expect(protectionOf("ovh.cloud.backup-workflow", { id: "w1", ...item })).toEqual(expected);
  });
});

describe("the lock of a cold archive", () => {
  test.each<Case>([
    [
      "enabled until the day that it names",
      { lockedUntil: "2031-01-31T09:26:53+02:00" },
      [{ type: "object-lock", state: "enabled", detail: "until 2031-01-31T09:26:53+02:00" }],
    ],
    ["disabled where there is none", { lockedUntil: null }, [{ type: "object-lock", state: "disabled" }]],
    ["unknown where it cannot be read", { lockedUntil: 7 }, [{ type: "object-lock", state: "unknown" }]],
  ])("is %s", (_name, item, expected) => {
    expect(protectionOf("ovh.cloud.cold-archive", { name: "a", ...item })).toEqual(expected);
  });
});

describe("versioning, lock and replication of a bucket", () => {
  const states = (versioning: Protection["state"], lock: Protection["state"], replication: Protection["state"]) => [
    { type: "versioning", state: versioning },
    { type: "object-lock", state: lock },
    { type: "replication", state: replication },
  ];
  const rule = (status: string) => ({ id: "r", status, priority: 1, destination: { name: "other" } });
  test.each<readonly [name: string, item: object, expected: readonly object[]]>([
    [
      "enabled",
      {
        versioning: { status: "enabled" },
        objectLock: { status: "enabled", rule: null },
        replication: { rules: [rule("disabled"), rule("enabled")] },
      },
      states("enabled", "enabled", "enabled"),
    ],
    [
      "disabled where they say so, and where no rule is in force",
      {
        versioning: { status: "suspended" },
        objectLock: { status: "disabled", rule: null },
        replication: { rules: [rule("disabled")] },
      },
      states("disabled", "disabled", "disabled"),
    ],
    [
      "disabled where none is set up",
      { versioning: null, objectLock: null, replication: null },
      states("disabled", "disabled", "disabled"),
    ],
    ["unknown where the list alone could be read", {}, states("unknown", "unknown", "unknown")],
  ])("are %s", (_name, item, expected) => {
    expect(protectionOf("ovh.cloud.bucket", { name: "b", ...item })).toEqual(expected);
  });

  test.each<readonly [name: string, lifecycle: unknown, expected: boolean | undefined]>([
    ["deletes objects", { rules: [{ id: "r", status: "enabled", expiration: { days: 30, date: null } }] }, true],
    ["would, but is not in force", { rules: [{ id: "r", status: "disabled", expiration: { days: 30 } }] }, false],
    ["ends uploads alone", { rules: [{ id: "r", status: "enabled", expiration: null }] }, false],
    ["is not there", null, undefined],
  ])("stand beside a lifecycle that %s", (_name, lifecycle, expected) => {
    const row = rows.find(({ id }) => id === "ovh.cloud.bucket");
    const attributes = row?.read({ name: "b", lifecycle }, scope)?.resource.details.attributes;
    expect(attributes?.["expiresObjects"]).toBe(expected);
  });
});

test("the backups of a database tell their regions, how long they are kept, and how far back any moment can be reached", () => {
  const backups = { regions: ["GRA", "SBG"], retentionDays: 14, time: "02:30:00", pitr: "2026-04-20T02:00:00Z" };
  expect(protectionOf("ovh.cloud.database", { id: "d", backups, deletionProtection: true })).toEqual([
    {
      type: "automatic-backup",
      state: "enabled",
      retentionDays: 14,
      detail: "in GRA, SBG; any moment since 2026-04-20T02:00:00Z",
    },
    { type: "deletion-protection", state: "enabled" },
  ]);
  expect(protectionOf("ovh.cloud.database", { id: "d", backups: null, deletionProtection: false })).toEqual([
    { type: "automatic-backup", state: "unknown" },
    { type: "deletion-protection", state: "disabled" },
  ]);
});

test.each([
  ["ovh.cloud.share", "snapshots"],
  ["ovh.cloud.ai-notebook", "automatic-backup"],
])("what %s does not tell is unknown: %s", (kind, type) => {
  expect(protectionOf(kind, { id: "x" })).toEqual([{ type, state: "unknown" }]);
});
