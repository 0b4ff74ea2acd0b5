import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { madeUpFleet } from "../../../src/emulator/index.ts";
import { type FleetAtWork, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("what workers read", () => {
  const postgres = usePostgres();

  it("is in the catalogue, with what changed from night to night", async () => {
    const made = madeUpFleet(Date.now());
    const fleet = await fleetAtWork(await freshDatabase(postgres), made);
    await readNight(fleet, "2026-11-25T02:00:00Z");
    const first = await query(fleet, "current", "--customer", "alder");
    expect(first.map(({ name }) => name)).toContain("scaleway");
    expect(await query(fleet, "changes", "--since", "2026-01-01")).toEqual([]);
    made.passNight();
    await readNight(fleet, "2026-11-26T02:00:00Z");
    const changes = await query(fleet, "changes", "--since", "2026-01-01");
    expect(changes.map(({ type }) => type).toSorted()).toEqual(["added", "added", "removed"]);
    const second = await query(fleet, "current", "--customer", "alder");
    expect(second.length).toBe(first.length + 1);
    expect(await query(fleet, "customers")).toMatchObject([
      { customer: "alder", inventories: 3, incomplete: 0 },
      { customer: "ash", inventories: 2, incomplete: 0 },
    ]);
  });

  it("stays where an inventory is suddenly another account's", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    await readNight(fleet, "2026-11-25T02:00:00Z");
    const before = await query(fleet, "current", "--customer", "ash");
    copyFileSync(join(fleet.customers, "aspen", "scaleway.json"), join(fleet.customers, "ash", "scaleway.json"));
    await readNight(fleet, "2026-11-26T02:00:00Z");
    const status = JSON.parse((await fleet.run("status", "--json")).stdout);
    expect(status.nights[0].notComplete).toEqual([
      {
        customer: "ash",
        name: "scaleway",
        state: "misconfigured",
        reason: expect.stringMatching(/, and the catalogue has \S+ by this name: give the new one a name of its own$/),
      },
    ]);
    const after = await query(fleet, "current", "--customer", "ash");
    const urnsOf = (rows: readonly Row[]) => rows.map(({ urn }) => urn).toSorted();
    expect(urnsOf(after)).toEqual(urnsOf(before));
  });
});

type Row = Readonly<Record<string, unknown>>;

async function readNight(fleet: FleetAtWork, night: string): Promise<void> {
  await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "ash/*", "--night", night);
  const worker = await fleet.worker();
  const ended = async () => {
    const { queue, nights } = JSON.parse((await fleet.run("status", "--json")).stdout);
    return [queue.waiting + queue.active, nights[0]?.at];
  };
  await expect.poll(ended, { timeout: 120_000, interval: 1000 }).toEqual([0, new Date(night).toISOString()]);
  await worker.end("SIGTERM");
}

async function query(fleet: FleetAtWork, ...words: readonly string[]): Promise<readonly Row[]> {
  const { code, stdout, stderr } = await fleet.run("query", ...words, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as readonly Row[];
}
