import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a fleet on a database", () => {
  const postgres = usePostgres();

  it("reads every inventory of a night once, by whichever worker is free", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    const asked = await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T02:00:00Z");
    expect(asked.stderr).toContain("asked for");
    const workers = await Promise.all([fleet.worker(), fleet.worker()]);
    await expect
      .poll(async () => JSON.parse((await fleet.run("status", "--json")).stdout), { timeout: 120_000, interval: 1000 })
      .toMatchObject({ queue: { waiting: 0, active: 0 } });
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });
});
