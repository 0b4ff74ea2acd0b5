import { readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { smallFleet } from "./small-fleet.ts";

describe.skipIf(noPostgres !== undefined)("a scheduled fleet", () => {
  const postgres = usePostgres();

  it("is read once for the last night that nobody was up for, each entry by its own schedule", async () => {
    const url = await freshDatabase(postgres);
    const fleet = await fleetAtWork(url);
    const own = join(fleet.customers, "alder", "scaleway.json");
    appendSchedule(own, { schedule: "15 4 * * *", time_zone: "Asia/Kolkata" });
    const told = await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *", "--time-zone", "Europe/Paris");
    expect(told.stdout).toMatch(/^15 4 \* \* \* {2}Asia\/Kolkata {2}1 inventory, next at \d{4}-/m);
    expect(told.stdout).toMatch(/^0 2 \* \* \* {2}Europe\/Paris {2}49 inventories, next at \d{4}-/m);
    await query(url, "UPDATE cloud_inventory.schedules SET last_night = '2026-11-20T12:00:00Z'");
    // What somebody broke since, and what was given another schedule, is said.
    writeFileSync(join(fleet.customers, "willow", "scaleway.json"), "{");
    appendSchedule(join(fleet.customers, "willow", "ovhcloud.json"), { schedule: "30 3 * * *" });
    const worker = await fleet.worker();
    const nights = () =>
      query(
        url,
        "SELECT night, count(*)::int AS count, count(*) FILTER (WHERE ended_at IS NULL)::int AS running FROM cloud_inventory.runs GROUP BY night ORDER BY count",
      );
    await expect.poll(nights, { timeout: 120_000, interval: 1000 }).toMatchObject([
      { count: 2, running: 0 },
      { count: 48, running: 0 },
    ]);
    const [kolkata, paris] = await nights();
    expect(kolkata?.["night"].toISOString()).toMatch(/T22:45:00.000Z$/);
    expect(paris?.["night"].toISOString()).toMatch(/T0[01]:00:00.000Z$/);
    await worker.end("SIGTERM");
    expect(worker.said().match(/has come/g)).toHaveLength(2);
    expect(worker.said()).toContain("willow/scaleway: misconfigured, not to be tried again");
    expect(worker.said()).toContain("willow/ovhcloud has a schedule that is not kept: call fleet schedule again");
    const status = JSON.parse((await fleet.run("status", "--json")).stdout);
    expect(status.schedules).toHaveLength(2);
  });

  it("tells with the night what a folder holds as a rule that cannot be read", async () => {
    const url = await freshDatabase(postgres);
    const fleet = await fleetAtWork(url, smallFleet(2));
    await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *");
    const comes = (before: string) =>
      query(url, `UPDATE cloud_inventory.schedules SET last_night = now() - interval '${before}'`);
    const states = () =>
      query(url, "SELECT DISTINCT ON (customer) state, reason FROM cloud_inventory.runs ORDER BY customer, night DESC");
    const worker = await fleet.worker();
    await comes("3 days");
    const waiting = { timeout: 120_000, interval: 1000 };
    await expect.poll(states, waiting).toEqual(Array(2).fill({ state: "complete", reason: null }));
    const folder = join(fleet.customers, "customer-0");
    renameSync(folder, join(fleet.customers, ".mounted"));
    symlinkSync(join(fleet.customers, ".nowhere"), folder);
    await query(url, "UPDATE cloud_inventory.runs SET night = night - interval '1 day'");
    await query(url, "DELETE FROM pgboss.job");
    await comes("2 days");
    await expect.poll(states, waiting).toEqual([
      { state: "failed", reason: expect.stringContaining("customer-0 may hold it: ") },
      { state: "complete", reason: null },
    ]);
    expect(await query(url, "SELECT count(*)::int AS count FROM cloud_inventory.runs")).toEqual([{ count: 4 }]);
    expect(await worker.end("SIGTERM")).toBe(0);
  });

  it("comes where another schedule is one that the machine cannot read, which is said", async () => {
    const url = await freshDatabase(postgres);
    const fleet = await fleetAtWork(url, smallFleet(1));
    await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *");
    await query(url, "UPDATE cloud_inventory.schedules SET last_night = now() - interval '2 days'");
    await query(
      url,
      "INSERT INTO cloud_inventory.schedules (cron, time_zone, default_time_zone, last_night) VALUES ('0 1 * * *', 'Mars/Olympus', 'UTC', now())",
    );
    const worker = await fleet.worker();
    const states = () => query(url, "SELECT state FROM cloud_inventory.runs");
    await expect.poll(states, { timeout: 120_000, interval: 500 }).toEqual([{ state: "complete" }]);
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(worker.said()).toMatch(/^warning: the schedule 0 1 \* \* \* \(Mars\/Olympus\) cannot be used: /m);
    expect(await fleet.run("status")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^schedule: the schedule 0 1 .* cannot be used: .*\nschedule: 0 2 .*, next at /m),
    });
  });

  it("keeps the schedules that it is given last", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *");
    const bad = await fleet.run("schedule", fleet.customers, "--cron", "0 99 * * *");
    expect(bad).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the schedule 0 99 * * * (UTC) cannot be used"),
    });
    expect((await fleet.run("status")).stdout).toContain("schedule: 0 2 * * * UTC, next at ");
    await fleet.run("schedule", fleet.customers, "--cron", "0 3 * * *");
    const { stdout } = await fleet.run("status");
    expect(stdout).toContain("schedule: 0 3 * * * UTC");
    expect(stdout).not.toContain("0 2 * * *");
  });

  it("is scheduled but for entries that cannot be, and says so with its exit status", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres), smallFleet(4));
    const entryOf = (index: number) => join(fleet.customers, `customer-${index}`, "ovhcloud.json");
    appendSchedule(entryOf(0), { schedule: "0 3 * * *" });
    appendSchedule(entryOf(1), { schedule: "0 0 31 2 *" });
    writeFileSync(entryOf(2), "{");
    const { code, stdout, stderr } = await fleet.run("schedule", fleet.customers);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^0 3 \* \* \* {2}UTC {2}1 inventory, next at \S+\n$/)]);
    expect(stderr).toContain(
      "warning: customer-1/ovhcloud: the schedule 0 0 31 2 * (UTC) cannot be used: it never comes\n",
    );
    expect(stderr).toMatch(/^warning: .*customer-2\/ovhcloud\.json: /m);
    expect(stderr).toContain("warning: nothing says when these run: customer-3/ovhcloud\n");
    expect((await fleet.run("status")).stdout).toMatch(/^schedule: 0 3 \* \* \* UTC, next at .*\nno inventory/m);
    const paris = await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *", "--time-zone", "Paris");
    expect(paris).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: the schedule 0 2 * * * (Paris) cannot be used: there is no such time zone; Europe/Paris is one\n",
    });
  });

  it("has to be told when, and where its database is", async () => {
    const fleet = await fleetAtWork(await freshDatabase(postgres));
    expect(await fleet.run("schedule", fleet.customers)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no entry of the fleet says a schedule; --cron '0 2 * * *' is one for all"),
    });
    expect(await fleet.run("enqueue", fleet.customers, "--night", "tomorrow")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--night has to be an instant, such as 2026-11-26T02:00:00Z"),
    });
    const nowhere = await fleetAtWork("");
    for (const words of [
      ["status"],
      ["enqueue", nowhere.customers],
      ["schedule", nowhere.customers, "--cron", "0 2 * * *"],
    ]) {
      expect(await nowhere.run(...words)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("DATABASE_URL is not set"),
      });
    }
    const away = await fleetAtWork("postgres://fleet:planted-password@127.0.0.1:1/fleet");
    const { code, stderr } = await away.run("status");
    expect([code, stderr]).toEqual([
      2,
      "error: the database of DATABASE_URL cannot be reached at 127.0.0.1:1 (ECONNREFUSED): check its host and port, and that it runs\n",
    ]);
  });
});

function appendSchedule(path: string, fields: object): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...fields }));
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
