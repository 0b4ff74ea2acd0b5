import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FleetAtWork, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { small } from "./small-fleet.ts";

const denied = {
  type: "permissions_denied",
  message: "insufficient permissions",
  details: [{ action: "read", resource: "instance" }],
};

describe.skipIf(noPostgres !== undefined)("what is remembered of an account", () => {
  const postgres = usePostgres();

  it("is known on every machine: a right that was withdrawn is lost, and no kind that was never granted", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, {
      options: [small],
      inventories: ([account]) => [
        { customer: "cedar", name: "scaleway", config: account?.credentials.scaleway ?? {} },
      ],
    });
    const queue = queueState(databaseUrl);
    const gapsOf = async (night: string) => {
      await fleet.run("enqueue", fleet.customers, "--night", night);
      const worker = await elsewhere(fleet);
      await queue.done();
      expect(await worker.end("SIGTERM")).toBe(0);
      const { rows } = await queue.pool.query(
        "SELECT state, reason, result->'run'->'gaps' AS gaps FROM cloud_inventory.runs WHERE night = $1",
        [night],
      );
      return rows[0];
    };
    expect(await gapsOf("2026-11-24T02:00:00Z")).toMatchObject({ state: "complete", gaps: [] });
    fleet.emulators.accounts[0]?.addFault({ match: "/rdb/v1/", status: 403, body: denied });
    const lost = { status: "denied", reason: expect.stringContaining("needs RelationalDatabasesReadOnly") };
    expect(await gapsOf("2026-11-25T02:00:00Z")).toMatchObject({
      state: "incomplete",
      reason: lost.reason,
      gaps: [lost],
    });
    // Where nothing is remembered, the same answers are those of a right that was never there, and no gap.
    await queue.pool.query("DELETE FROM cloud_inventory.memories");
    expect(await gapsOf("2026-11-26T02:00:00Z")).toMatchObject({ state: "incomplete", reason: null, gaps: [] });
  });
});

/** A worker with another home, as if it were on another machine; the snapshots are where they were. */
async function elsewhere(fleet: FleetAtWork) {
  const home = mkdtempSync(join(tmpdir(), "fleet-home-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return fleet.with({ HOME: home, CLOUD_INVENTORY_STATE_DIR: "" }).worker();
}
