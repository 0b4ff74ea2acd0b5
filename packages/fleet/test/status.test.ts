import { main } from "cloud-inventory-plugin/fleet";
import pg from "pg";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { fleetEngine } from "../src/index.ts";
import { openBoss } from "../src/jobs/boss.ts";
import { applicationOf } from "../src/jobs/status.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { smallFleet } from "./small-fleet.ts";
import { terminalOf } from "./terminal.ts";

async function status(url: string, ...words: readonly string[]) {
  const { terminal, stdout, stderr } = terminalOf({ DATABASE_URL: url });
  const code = await main(["fleet", "status", ...words], { ...terminal, fleetEngine });
  return { code, stdout: stdout(), stderr: stderr() };
}

describe.skipIf(noPostgres !== undefined)("fleet status", () => {
  const postgres = usePostgres();
  let url: string;
  let pool: pg.Pool;
  beforeEach(async () => {
    url = await freshDatabase(postgres);
    pool = await openDatabase({ DATABASE_URL: url });
    onTestFinished(() => pool.end());
  });

  const makeTables = async (): Promise<void> => {
    await migrate(pool);
    const boss = await openBoss({ DATABASE_URL: url }, { supervises: false, onError: () => {} });
    await boss.stop({ graceful: false });
  };

  const insert = (name: string, night: string, state: string | null, reason?: string) =>
    pool.query(
      `INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account_digest, token, worker, state, reason)
       VALUES ('acme', $1, $2, 'ovh', '', 0, '', $3, $4)`,
      [name, night, state, reason],
    );

  it("makes no tables, and says that there are none", async () => {
    expect(await status(url)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("holds no fleet yet"),
    });
    const { rows } = await pool.query("SELECT 1 FROM pg_namespace WHERE nspname IN ('cloud_inventory', 'pgboss')");
    expect(rows).toEqual([]);
  });

  it("needs the right to read alone, and says where a role does not see all", async () => {
    await makeTables();
    await insert("prod", "2026-11-26T02:00:00Z", "complete");
    await pool.query(
      `DROP ROLE IF EXISTS watcher;
       CREATE ROLE watcher LOGIN BYPASSRLS;
       GRANT USAGE ON SCHEMA cloud_inventory, pgboss TO watcher;
       GRANT SELECT ON ALL TABLES IN SCHEMA cloud_inventory, pgboss TO watcher`,
    );
    const watcher = new URL(url);
    watcher.username = "watcher";
    const worker = new pg.Client({ connectionString: url, application_name: applicationOf("host/1") });
    await worker.connect();
    onTestFinished(() => worker.end());
    expect(await status(watcher.href)).toEqual({
      code: 0,
      stdout: [
        "queue: 0 waiting, 0 being read, 0 dead letters",
        "workers: host/1 (idle)",
        "night 2026-11-26T02:00:00.000Z: 1 complete, 0 running\n",
      ].join("\n"),
      stderr: "",
    });
    await pool.query("ALTER ROLE watcher NOBYPASSRLS");
    const { code, stdout, stderr } = await status(watcher.href);
    expect(code).toBe(0);
    expect(stdout).toContain("no inventory was ever read");
    expect(stderr).toBe("note: the role of DATABASE_URL sees the rows of its customers alone\n");
  });

  it("shows the last run of every inventory of a day, by its night", async () => {
    await makeTables();
    await insert("early", "2026-11-25T22:45:00Z", "complete");
    await insert("broken", "2026-11-26T02:00:00Z", "refused", "the key is gone");
    await insert("mended", "2026-11-26T02:00:00Z", "failed", "the disk is full");
    await insert("prod", "2026-11-26T02:00:00Z", "complete");
    await insert("prod", "2026-11-25T02:00:00Z", "failed", "long ago");
    await insert("yesterday", "2026-11-25T09:00:00Z", "failed", "a day before the newest");
    await insert("mended", "2026-11-26T09:00:00Z", null);
    expect((await status(url)).stdout).toContain(
      [
        "workers: none that the database shows",
        "night 2026-11-26T09:00:00.000Z: 1 running",
        "night 2026-11-26T02:00:00.000Z: 1 complete, 1 refused, 0 running",
        "  acme/broken: refused: the key is gone",
        "night 2026-11-25T22:45:00.000Z: 1 complete, 0 running\n",
      ].join("\n"),
    );
    const one = await status(url, "--night", "2026-11-26T02:00:00Z", "--json");
    expect(JSON.parse(one.stdout).nights).toEqual([
      {
        at: "2026-11-26T02:00:00.000Z",
        states: { complete: 1, failed: 1, refused: 1 },
        running: 0,
        notComplete: [
          { customer: "acme", name: "broken", state: "refused", reason: "the key is gone" },
          { customer: "acme", name: "mended", state: "failed", reason: "the disk is full" },
        ],
      },
    ]);
    const none = await status(url, "--night", "2026-11-20T02:00:00Z");
    expect(none.stdout).toContain("night 2026-11-20T02:00:00.000Z: nothing was begun\n");
  });

  it("names a thousand in a text, and all as JSON", async () => {
    await makeTables();
    await pool.query(
      `INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account_digest, token, worker, state, reason)
       SELECT 'acme', number::text, '2026-11-26T02:00:00Z'::timestamptz - make_interval(hours => number % 2), 'ovh', '', 0, '', 'failed', 'why'
       FROM generate_series(1, 2400) AS number`,
    );
    const { stdout } = await status(url);
    expect(stdout.match(/^ {2}acme\//gm)).toHaveLength(1000);
    expect(stdout.match(/and .* more.*/g)).toEqual([
      "and 200 more: --json names all",
      "and 1200 more: --json names all",
    ]);
    const { nights } = JSON.parse((await status(url, "--json")).stdout);
    expect(nights.flatMap(({ notComplete }: { notComplete: unknown[] }) => notComplete)).toHaveLength(2400);
  });

  it("names workers by the accounts that they are at, and those that wait", async () => {
    await makeTables();
    const long = `${"a-very-long-name-of-a-pod-".repeat(3)}1/1`;
    const worker = new pg.Client({ connectionString: url, application_name: applicationOf(long) });
    await worker.connect();
    onTestFinished(() => worker.end());
    await pool.query(
      `INSERT INTO cloud_inventory.account_leases (account_digest, token, customer, worker, expires_at)
       SELECT number::text, number, 'acme', $1, now() + interval '1 hour' FROM generate_series(1, 2) AS number
       UNION ALL SELECT 'away', 3, 'acme', 'away/1', now() + interval '1 hour'`,
      [long],
    );
    expect((await status(url)).stdout).toContain(`workers: ${long} (2 accounts), away/1 (1 account)\n`);
    const fleet = await fleetAtWork(url, smallFleet(1));
    await fleet.worker();
    const { workers } = JSON.parse((await status(url, "--json")).stdout);
    expect(workers).toHaveLength(3);
    expect(workers).toContainEqual({ worker: expect.stringMatching(/\/\d+$/), accounts: 0 });
  });
});
