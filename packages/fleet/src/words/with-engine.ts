import { asInventoryError, say, type Terminal } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import type { PgBoss } from "pg-boss";
import { openDatabase } from "../database/connect.ts";
import { migrate } from "../database/migrate.ts";
import { openBoss } from "../jobs/boss.ts";

/** What a word works with: the queues, and the database behind them. */
export interface Engine {
  readonly boss: PgBoss;
  readonly pool: pg.Pool;
}

/**
 * Opens the database and the queues, brings their tables up to date, and closes both however the word ends.
 *
 * @throws InventoryError INVALID_CONFIG where `DATABASE_URL` is not set, or names nothing that can be used.
 */
export async function withEngine<Result>(
  terminal: Terminal,
  word: (engine: Engine) => Promise<Result>,
  { supervises = false, connections = 5 } = {},
): Promise<Result> {
  const { environment } = terminal;
  const pool = await openDatabase(environment, { connections });
  try {
    await migrate(pool);
    const onError = (error: Error): void => say(terminal, `warning: the queue: ${asInventoryError(error).message}`);
    const boss = await openBoss(environment, { supervises, onError });
    try {
      return await word({ boss, pool });
    } finally {
      await boss.stop({ graceful: false });
    }
  } finally {
    await pool.end();
  }
}
