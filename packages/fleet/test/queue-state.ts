import pg from "pg";
import { expect, onTestFinished } from "vitest";

/** What a test may know of the queue, and what it does there to let time pass. */
export interface QueueState {
  readonly pool: pg.Pool;
  /** Jobs that are not done. */
  left(): Promise<number>;
  /** Waits until no job is left. */
  done(): Promise<void>;
  /** Lets the minutes until jobs are tried again pass at once. */
  hasten(): Promise<void>;
  /** Lets jobs be found whose workers are gone. */
  missBeats(): Promise<void>;
  job(name: string): Promise<{ readonly state: string; readonly retryCount: number } | undefined>;
  run(name: string): Promise<Run | undefined>;
}

export interface Run {
  readonly state: string | null;
  readonly attempts: number;
  readonly reason: string | null;
  readonly snapshot: string | null;
}

/** @param databaseUrl of a fleet whose tables are there. */
export function queueState(databaseUrl: string): QueueState {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  // A server that a test takes away.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  const left = async (): Promise<number> => {
    const { rows } = await pool.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM pgboss.job WHERE name = 'inventories' AND state IN ('created', 'retry', 'active')",
    );
    return rows[0]?.left ?? Number.NaN;
  };
  const hasten = async (): Promise<void> => {
    await pool.query(
      "UPDATE pgboss.job SET start_after = now() WHERE name = 'inventories' AND state IN ('created', 'retry') AND start_after > now()",
    );
  };
  return {
    pool,
    left,
    hasten,
    async done() {
      const goOn = async () => {
        await hasten();
        return left();
      };
      await expect.poll(goOn, { timeout: 240_000, interval: 500 }).toBe(0);
    },
    async missBeats() {
      await pool.query(
        "UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE name = 'inventories' AND state = 'active'",
      );
    },
    async job(name) {
      const { rows } = await pool.query(
        `SELECT state, retry_count AS "retryCount" FROM pgboss.job
         WHERE name = 'inventories' AND singleton_key = $1 ORDER BY created_on DESC LIMIT 1`,
        [name],
      );
      return rows[0];
    },
    async run(name) {
      const { rows } = await pool.query(
        `SELECT state, attempts, reason, snapshot FROM cloud_inventory.runs
         WHERE customer || '/' || name = $1 ORDER BY night DESC LIMIT 1`,
        [name],
      );
      return rows[0];
    },
  };
}
