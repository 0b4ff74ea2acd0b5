import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const [first, second] = ["2026-11-25T02:00:00Z", "2026-11-26T02:00:00Z"];
const waiting = { timeout: 120_000 };

describe.skipIf(noPostgres !== undefined)("what is not mounted in the middle of the night", () => {
  const postgres = usePostgres();

  it("is the place of snapshots: nothing is called misconfigured, and it is tried again", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    await fleet.run("enqueue", fleet.customers, "--night", first);
    const queue = queueState(databaseUrl);
    const worker = await fleet.worker();
    await queue.done();
    renameSync(fleet.snapshots, `${fleet.snapshots}-away`);
    writeFileSync(fleet.snapshots, "");
    await fleet.run("enqueue", fleet.customers, "--night", second);
    await expect
      .poll(() => queue.run("customer-0/ovhcloud"), waiting)
      .toMatchObject({ state: "failed", reason: expect.stringContaining(fleet.snapshots) });
    await expect.poll(() => queue.job("customer-0/ovhcloud"), waiting).toMatchObject({ state: "retry" });
    rmSync(fleet.snapshots);
    renameSync(`${fleet.snapshots}-away`, fleet.snapshots);
    await queue.done();
    expect(await queue.run("customer-0/ovhcloud")).toMatchObject({ state: "complete", attempts: 2 });
    expect(await worker.end("SIGTERM")).toBe(0);
  });

  it("is the folder of a customer: its inventories are not taken for gone, and those of others are read", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(2));
    await fleet.run("enqueue", fleet.customers, "--night", first);
    const [folder, mounted] = [join(fleet.customers, "customer-0"), join(fleet.customers, ".mounted")];
    renameSync(folder, mounted);
    symlinkSync(join(fleet.customers, ".nowhere"), folder);
    const queue = queueState(databaseUrl);
    const worker = await fleet.worker();
    await expect.poll(() => queue.run("customer-1/ovhcloud"), waiting).toMatchObject({ state: "complete" });
    await expect
      .poll(() => queue.run("customer-0/ovhcloud"), waiting)
      .toMatchObject({
        state: "failed",
        reason: expect.stringMatching(/customer-0 may hold it: .*cannot be read \(ENOENT\)/),
      });
    await expect.poll(() => queue.job("customer-0/ovhcloud"), waiting).toMatchObject({ state: "retry" });
    rmSync(folder);
    renameSync(mounted, folder);
    // The worker reads a fleet again for a night that it does not know.
    await fleet.run("enqueue", fleet.customers, "--night", second);
    await queue.done();
    expect(await queue.run("customer-0/ovhcloud")).toMatchObject({ state: "complete" });
    expect((await queue.pool.query("SELECT DISTINCT state FROM cloud_inventory.runs")).rows).toEqual([
      { state: "complete" },
    ]);
    expect(await worker.end("SIGTERM")).toBe(0);
    // What is gone from a fleet that can be read is told at once.
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T03:00:00Z");
    rmSync(folder, { recursive: true });
    const another = await fleet.worker();
    await expect
      .poll(() => queue.run("customer-0/ovhcloud"), waiting)
      .toMatchObject({ state: "misconfigured", reason: expect.stringContaining("no inventory of this name any more") });
    expect(await another.end("SIGTERM")).toBe(0);
  });
});
