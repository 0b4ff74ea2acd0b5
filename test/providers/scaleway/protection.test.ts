import { describe, expect, it } from "vitest";
import type { Protection } from "../../../src/inventory/resource.ts";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const rows = await rowsOf("scaleway");

/** What a kind says of the protection of its golden item, with some fields as they are given and some taken away. */
function protectionOf(id: string, fields: Readonly<Record<string, unknown>>, absent: readonly string[] = []) {
  const row = rows.find((known) => known.id === id);
  const { item, scope } = fixtureOf("scaleway", id);
  const kept = Object.entries(item as object).filter(([name]) => !absent.includes(name));
  const reading = row?.read({ ...Object.fromEntries(kept), ...fields }, scope);
  return new Map(reading?.resource.details.protection.map((one): [string, Protection] => [one.type, one]));
}

describe("the protection of a managed MongoDB", () => {
  const id = "scaleway.mongodb.instance";
  // As recorded (scaleway/scaleway-cli).
  const schedule = {
    frequency_hours: 24,
    retention_days: 7,
    enabled: true,
    next_update: "2026-08-06T15:18:37.484361Z",
  };

  it.each<[string, object, readonly string[], Protection]>([
    [
      "a schedule",
      { snapshot_schedule: schedule },
      [],
      { type: "snapshots", state: "enabled", retentionDays: 7, detail: "every 24 h" },
    ],
    [
      "a schedule that is switched off",
      { snapshot_schedule: { ...schedule, enabled: false } },
      [],
      { type: "snapshots", state: "disabled" },
    ],
    ["no schedule in the answer", {}, ["snapshot_schedule"], { type: "snapshots", state: "unknown" }],
    ["a schedule of null", { snapshot_schedule: null }, [], { type: "snapshots", state: "unknown" }],
    ["a schedule of another form", { snapshot_schedule: "daily" }, [], { type: "snapshots", state: "unknown" }],
    [
      "a switch of another form",
      { snapshot_schedule: { enabled: "yes" } },
      [],
      { type: "snapshots", state: "unknown" },
    ],
    ["one node", { node_amount: 1 }, [], { type: "replication", state: "disabled" }],
    ["three nodes", { node_amount: 3 }, [], { type: "replication", state: "enabled" }],
    ["an unknown number of nodes", {}, ["node_amount"], { type: "replication", state: "unknown" }],
  ])("with %s", (_name, fields, absent, wanted) => {
    expect(protectionOf(id, { ...fields }, absent).get(wanted.type)).toEqual(wanted);
  });

  it("never calls snapshots, which lie where the data is, a backup", () => {
    expect([...protectionOf(id, { snapshot_schedule: schedule }).keys()]).toEqual(["snapshots", "replication"]);
  });
});

describe.each(["scaleway.elastic-metal.server", "scaleway.key-manager.key"])("the deletion protection of %s", (id) => {
  it.each<[string, Readonly<Record<string, unknown>>, Protection["state"]]>([
    ["protected", { protected: true }, "enabled"],
    ["not protected", { protected: false }, "disabled"],
    ["without a word", {}, "unknown"],
    ["of null", { protected: null }, "unknown"],
    ["of another form", { protected: "yes" }, "unknown"],
  ])("%s", (_name, fields, state) => {
    expect(protectionOf(id, fields, ["protected"]).get("deletion-protection")).toEqual({
      type: "deletion-protection",
      state,
    });
  });
});

it("of a Dedibox server is unknown: its backup space is in no list that is read", () => {
  expect([...protectionOf("scaleway.dedibox.server", {}).values()]).toEqual([{ type: "backup", state: "unknown" }]);
});
