import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { merge, night } from "./catalogue-worlds.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { fullPipe } from "./full-pipe.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { smallFleet } from "./small-fleet.ts";

const program = join(import.meta.dirname, "..", "dist", "bin", "cloud-inventory-fleet.js");

/** Starts a word; standard error is read only where it is no descriptor. */
function start(words: readonly string[], env: NodeJS.ProcessEnv, stderr: number | "pipe" = "pipe") {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ["ignore", "pipe", stderr] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: once(child, "close").then(([code]) => code as number | null) };
}

describe.skipIf(noPostgres !== undefined)("a reader", () => {
  const postgres = usePostgres();

  it("of a worker's log that reads nothing keeps it neither from its jobs nor from its end", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(3));
    await fleet.run("enqueue", fleet.customers);
    const pipe = fullPipe();
    const words = ["worker", fleet.customers, "--snapshots", fleet.snapshots, "--log", "json"];
    const { child, ended } = start(words, fleet.environment, pipe.descriptor);
    child.stdout?.resume();
    const client = await connected(databaseUrl);
    const endedRuns = async (): Promise<number> => {
      const { rows } = await client.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM cloud_inventory.runs WHERE state = 'complete'",
      );
      return rows[0]?.count ?? 0;
    };
    while ((await endedRuns()) < fleet.count) await sleep(100);
    // It knows nobody who reads; what it said is lost with it.
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const { rows } = await client.query(
      "SELECT 1 FROM cloud_inventory.account_leases WHERE expires_at > clock_timestamp()",
    );
    expect(rows).toEqual([]);
  });

  describe("of fleet query --json", () => {
    const many = 100_000;

    /** A catalogue of so many resources. */
    async function catalogueOf(count: number): Promise<string> {
      const url = await freshDatabase(postgres);
      const pool = await openDatabase({ DATABASE_URL: url });
      await migrate(pool);
      const resources = Array.from({ length: count }, (_, index) => ({ name: `thing-${index}` }));
      await merge(pool, { startedAt: night(1), scopes: [{ outcome: "completed" }], resources });
      await pool.end();
      return url;
    }

    it("that has seen enough ends it, and says nothing", async () => {
      const url = await catalogueOf(5_000);
      const { child, ended } = start(["query", "current", "--json"], { DATABASE_URL: url });
      let said = "";
      child.stderr?.setEncoding("utf8").on("data", (more: string) => {
        said += more;
      });
      await once(child.stdout ?? child, "readable");
      child.stdout?.destroy();
      expect(await ended).toBe(141);
      expect(said).toBe("");
    });

    /** Begins to read, pauses, and waits until nothing is fetched any more. */
    async function pausedReader(url: string) {
      const client = await connected(url);
      const own = new URL(url);
      own.searchParams.set("application_name", "paused");
      // Not enough for all of them: it would end by that.
      const env = { DATABASE_URL: own.href, NODE_OPTIONS: "--max-old-space-size=48" };
      const { child, ended } = start(["query", "current", "--json"], env);
      const { stdout } = child;
      if (stdout === null) throw new Error("standard output is a pipe");
      await once(stdout, "readable");
      const look = async (): Promise<Record<string, unknown> | undefined> => {
        const { rows } = await client.query(
          "SELECT state, xact_start, backend_xmin, query, state_change::text FROM pg_stat_activity WHERE application_name = 'paused'",
        );
        return rows[0];
      };
      let session = await look();
      for (let before: unknown; before !== session?.["state_change"]; ) {
        before = session?.["state_change"];
        await sleep(500);
        session = await look();
      }
      return { ended, stdout, session };
    }

    it("that pauses makes it wait, with little in memory and no transaction held open", async () => {
      const { ended, stdout, session } = await pausedReader(await catalogueOf(many));
      const fetching = expect.stringMatching(/^FETCH/);
      expect(session).toMatchObject({ state: "idle", xact_start: null, backend_xmin: null, query: fetching });
      let text = "";
      for await (const more of stdout.setEncoding("utf8")) text += more;
      expect(await ended).toBe(0);
      expect(JSON.parse(text)).toHaveLength(many);
    });
  });
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  // The server ends all connections when the test is finished.
  client.on("error", () => {});
  await client.connect();
  return client;
}
