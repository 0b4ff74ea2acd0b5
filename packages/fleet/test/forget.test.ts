import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a customer that is forgotten", () => {
  const postgres = usePostgres();

  it("leaves nothing in the database and among the snapshots, and the others stay", async () => {
    const url = await freshDatabase(postgres);
    const fleet = await fleetAtWork(url);
    await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "ash/*");
    const worker = await fleet.worker();
    await expect.poll(() => worker.said().match(/: complete/g)?.length, { timeout: 60_000 }).toBe(5);
    await worker.end("SIGTERM");
    await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "ash/*");
    const client = new pg.Client(url);
    await client.connect();
    onTestFinished(() => client.end());

    await client.query("INSERT INTO cloud_inventory.readers VALUES ('a_reader', 'alder'), ('another', 'ash')");

    // Somebody is at one of its accounts.
    await client.query(
      "INSERT INTO cloud_inventory.account_leases VALUES ('digest', 1, 'alder', 'elsewhere/7', now() + interval '1 hour')",
    );
    const forget = () => fleet.run("forget", "alder", "--snapshots", fleet.snapshots, "--yes");
    expect(await forget()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "an inventory of alder is being read by elsewhere/7; wait for its end, or stop the workers",
      ),
    });
    expect(existsSync(join(fleet.snapshots, "alder"))).toBe(true);

    await client.query("UPDATE cloud_inventory.account_leases SET expires_at = now() WHERE account_digest = 'digest'");
    const { stderr, ...forgotten } = await forget();
    expect(forgotten).toMatchObject({ code: 0 });
    expect(stderr).toMatch(
      /^removed 3 snapshots of alder, and 0 memories; from the database 3 runs, 6 jobs and \d\d+ other rows\n$/,
    );
    expect(await forget()).toMatchObject({
      code: 2,
      stderr: "error: no snapshot is kept of a customer alder, and the database knows of none\n",
    });
    expect(existsSync(join(fleet.snapshots, "alder"))).toBe(false);
    expect(existsSync(join(fleet.snapshots, "ash"))).toBe(true);
    expect(await placesWith(client, "alder")).toEqual([]);
    expect(await placesWith(client, "ash")).toEqual(
      expect.arrayContaining(["cloud_inventory.runs", "pgboss.job_common"]),
    );
    const { rows } = await client.query("SELECT count(*)::int AS memories FROM cloud_inventory.memories");
    expect(rows).toEqual([{ memories: 2 }]);
  });
});

/** Every table in which a row mentions a text. */
async function placesWith(client: pg.Client, text: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ place: string }>(
    `SELECT schemaname || '.' || tablename AS place FROM pg_tables WHERE schemaname IN ('cloud_inventory', 'pgboss') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { place } of rows) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${place} AS t WHERE t::text ~ ('\\m' || $1 || '\\M') LIMIT 1`,
      [text],
    );
    if (rowCount === 1) found.push(place);
  }
  return found;
}
