import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a worker, seen from outside", () => {
  const postgres = usePostgres();

  it("says that it lives, that it is ready, and what it did", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    const worker = await fleet.worker("--listen", "127.0.0.1:0");
    const origin = /answers at (http:\S+)/.exec(worker.said())?.[1] ?? "";
    const statusAt = async (path: string) => (await fetch(`${origin}${path}`)).status;
    expect([await statusAt("/healthz"), await statusAt("/readyz")]).toEqual([200, 200]);
    await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "larch/ovhcloud");
    const metrics = async () => (await fetch(`${origin}/metrics`)).text();
    await expect.poll(metrics, { timeout: 60_000, interval: 500 }).toMatch(/jobs_total\{result="complete"\} 3\n/);
    await expect.poll(metrics, { timeout: 60_000, interval: 500 }).toMatch(/jobs_total\{result="refused"\} 1\n/);
    expect(await metrics()).toMatch(/worker_running 0\n/);
    postgres.halt();
    postgres.start();
    // The database is there again: so is the worker.
    await expect.poll(() => statusAt("/readyz"), { timeout: 60_000, interval: 500 }).toBe(200);
    expect(await worker.end("SIGTERM")).toBe(0);
  });

  it("writes a log of JSON that names runs", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    await fleet.run("enqueue", fleet.customers, "--only", "alder/scaleway", "--night", "2026-11-26T02:00:00Z");
    const worker = await fleet.worker("--log", "json");
    await expect.poll(() => worker.said(), { timeout: 60_000 }).toContain('"message":"complete"');
    await worker.end("SIGTERM");
    const lines = worker
      .said()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual({
      time: expect.stringMatching(/^\d{4}-/),
      level: "info",
      message: "complete",
      customer: "alder",
      name: "scaleway",
      night: "2026-11-26T02:00:00.000Z",
      runId: "1",
    });
  });
});
