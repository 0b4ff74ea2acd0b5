import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const diskBytes = 1024 * 1024;
const mount = (folder: string) => spawnSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", folder]);

/** Why a disk cannot be made for the test; it takes root on Linux. */
function whyNoDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "fleet-disk-"));
  const { status } = mount(folder);
  if (status === 0) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? undefined : "no tmpfs can be mounted";
}

describe.skipIf(noPostgres !== undefined || whyNoDisk() !== undefined)("a disk that is full of snapshots", () => {
  const postgres = usePostgres();

  it("fails the night, keeps the snapshot of the one before, and is tried again", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    mkdirSync(fleet.snapshots);
    expect(mount(fleet.snapshots).status).toBe(0);
    onTestFinished(() => expect(spawnSync("umount", [fleet.snapshots]).status).toBe(0));
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-25T02:00:00Z");
    const queue = queueState(databaseUrl);
    const worker = await fleet.worker();
    onTestFinished(async () => {
      await worker.end("SIGKILL");
    });
    await queue.done();
    const folder = join(fleet.snapshots, "customer-0", "ovhcloud");
    const before = readdirSync(folder);
    expect(before).toEqual([expect.stringMatching(/\.ndjson\.gz$/)]);

    const filling = join(fleet.snapshots, "filling");
    expect(() => writeFileSync(filling, Buffer.alloc(diskBytes))).toThrow(/ENOSPC/);
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T02:00:00Z");
    const state = () => queue.run("customer-0/ovhcloud");
    await expect.poll(state, { timeout: 120_000 }).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("ENOSPC"),
      snapshot: null,
    });
    expect(readdirSync(folder)).toEqual(before);
    await expect.poll(() => queue.job("customer-0/ovhcloud")).toEqual({ state: "retry", retryCount: 0 });

    rmSync(filling);
    await queue.done();
    expect(await state()).toMatchObject({ state: "complete", attempts: 2 });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(before));
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});
