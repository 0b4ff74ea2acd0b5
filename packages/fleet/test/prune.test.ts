import fc from "fast-check";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { viewQuery, views } from "../src/catalogue/views.ts";
import { inventoryQueue, openBoss } from "../src/jobs/boss.ts";
import { pruneDatabase } from "../src/jobs/prune.ts";
import { statusOf } from "../src/jobs/status.ts";
import { readFleetSamples } from "../src/operations/fleet-samples.ts";
import { lastAccountOf } from "../src/work/last-account.ts";
import { type FakeNight, merge, night, openCatalogue } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

/** How many days ago half of a day before a night was. */
const daysSince = (number: number): number => (Date.now() - Date.parse(night(number))) / 86_400_000 + 0.5;

const ends = [
  { state: "complete", exitCode: 0 },
  { state: "incomplete", exitCode: 0 },
  { state: "incomplete", exitCode: 4 },
  { state: "refused", exitCode: 3 },
  { state: "failed", exitCode: 1 },
  { state: null, exitCode: null },
] as const;
const aRun = fc.record({
  end: fc.constantFrom(...ends),
  account: fc.constantFrom(null, "account-1"),
  /** Some are read long after their night. */
  lateBy: fc.constantFrom(0, 0, 0, 2, 5),
  takesDays: fc.constantFrom(0, 0, 4),
});
const someRuns = fc.array(aRun, { minLength: 4, maxLength: 12, size: "max" });

describe.skipIf(noPostgres !== undefined)("what is old in the database", () => {
  const postgres = usePostgres();

  /** What anybody asks of the present. */
  const present = async (pool: pg.Pool, since: string): Promise<unknown> => {
    const answers = Object.keys(views).map(async (name) => {
      const { sql, values } = viewQuery(name, { since: new Date(since), days: 10_000 });
      return (await pool.query(sql, [...values])).rows;
    });
    return Promise.all([
      ...answers,
      readFleetSamples(pool, 0),
      statusOf(pool),
      ...["one", "two"].map((name) => lastAccountOf(pool, { customer: "acme", name, night: night(1) })),
    ]);
  };

  const withJobs = async (url: string): Promise<void> => {
    const boss = await openBoss({ DATABASE_URL: url }, { supervises: false, onError: () => {} });
    await boss.stop({ graceful: false });
  };

  it("goes, and nothing of the present is told in another way", async () => {
    const pool = await openCatalogue(postgres);
    await withJobs(pool.options.connectionString ?? "");
    let [removed, kept] = [0, 0];
    await fc.assert(
      fc.asyncProperty(someRuns, someRuns, fc.integer({ min: 2, max: 14 }), async (one, two, from) => {
        await pool.query("TRUNCATE cloud_inventory.runs");
        for (const [name, runs] of Object.entries({ one, two })) {
          for (const [index, { end, account, lateBy, takesDays }] of runs.entries()) {
            const startedAt = new Date(Date.parse(night(index + 1)) + lateBy * 86_400_000 + index * 1000);
            await pool.query(
              `INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account, account_digest, token, worker, started_at, ended_at, state, exit_code)
               VALUES ('acme', $1, $2, 'test', $3, '', 0, '', $4, CASE WHEN $5::text IS NOT NULL THEN $4::timestamptz + make_interval(days => $7, mins => 1) END, $5, $6)`,
              [name, night(index + 1), account, startedAt, end.state, end.exitCode, takesDays],
            );
          }
        }
        const before = await present(pool, night(from));
        const isNew = `SELECT count(*)::int FROM cloud_inventory.runs WHERE coalesce(ended_at, started_at) > '${night(from)}'`;
        const { rows: newBefore } = await pool.query(isNew);
        removed += (await pruneDatabase(pool, daysSince(from))).runs;
        expect(await present(pool, night(from))).toEqual(before);
        expect((await pool.query(isNew)).rows).toEqual(newBefore);
        kept += newBefore[0].count;
        expect((await pruneDatabase(pool, daysSince(from))).runs).toBe(0);
      }),
      { numRuns: 60 },
    );
    // Where nothing goes, nothing is shown.
    expect(Math.min(removed, kept)).toBeGreaterThan(50);
    await pool.end();
  });

  it("is a run that was cut off, once its job is there no more and a later run is", async () => {
    const pool = await openCatalogue(postgres);
    await withJobs(pool.options.connectionString ?? "");
    const ofNight = (number: number) => ({ customer: "acme", name: "prod", night: night(number) });
    for (const number of [1, 2, 3]) {
      await pool.query(
        `INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account_digest, token, worker, started_at)
         VALUES ('acme', 'prod', $1, 'test', '', 0, '', $1)`,
        [night(number)],
      );
    }
    await pool.query("INSERT INTO pgboss.job (name, data) VALUES ($1, $2)", [inventoryQueue, ofNight(2)]);
    const left = async () => {
      const { rows } = await pool.query<{ night: Date }>("SELECT night FROM cloud_inventory.runs ORDER BY night");
      return rows.map((row) => row.night);
    };
    expect((await pruneDatabase(pool, daysSince(1))).runs).toBe(0);
    expect((await pruneDatabase(pool, daysSince(9))).runs).toBe(1);
    expect(await left()).toEqual([2, 3].map((number) => new Date(night(number))));
    await pool.query("DELETE FROM pgboss.job WHERE name = $1", [inventoryQueue]);
    expect((await pruneDatabase(pool, daysSince(9))).runs).toBe(1);
    expect(await left()).toEqual([new Date(night(3))]);
    await pool.end();
  });

  it("are changes, resources that are gone, and lists that nobody looks at and that show nothing", async () => {
    const pool = await openCatalogue(postgres);
    await withJobs(pool.options.connectionString ?? "");
    const scopes: FakeNight["scopes"] = [{ outcome: "completed" }];
    const old: FakeNight["scopes"] = [
      ...scopes,
      { outcome: "completed", scope: "left" },
      { outcome: "denied", scope: "p1" },
    ];
    const left = { name: "left", scope: "left" };
    await merge(pool, { startedAt: night(1), scopes: old, resources: [{ name: "a" }, { name: "b" }, left] });
    await merge(pool, { startedAt: night(2), scopes: old, resources: [{ name: "a", tags: ["x"] }, left] });
    await merge(pool, { startedAt: night(3), scopes, resources: [{ name: "a", tags: ["y"] }, { name: "c" }] });
    await merge(pool, { startedAt: night(4), scopes, resources: [{ name: "a", tags: ["y"] }] });
    const all = async (sql: string) => (await pool.query({ text: sql, rowMode: "array" })).rows.flat();
    expect(await pruneDatabase(pool, daysSince(3))).toEqual({ runs: 0, changes: 2, resources: 1 });
    expect(await all("SELECT urn FROM cloud_inventory.resources ORDER BY urn")).toEqual(
      ["a", "c", "left"].map((name) => `urn:test:${name}`),
    );
    expect(await all("SELECT type FROM cloud_inventory.resource_changes ORDER BY type")).toEqual([
      "added",
      "changed",
      "removed",
    ]);
    // What merely was not looked at is there, as far as anybody knows.
    expect(await all("SELECT scope FROM cloud_inventory.scopes ORDER BY scope")).toEqual(["account", "left"]);
    expect(await pruneDatabase(pool, 1e12)).toEqual({ runs: 0, changes: 0, resources: 0 });
    await pool.end();
  });
});
