import { say, type Terminal } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import type { PgBoss } from "pg-boss";
import { asDatabaseError } from "../database/database-errors.ts";
import { migrate } from "../database/migrate.ts";
import { openBoss } from "../jobs/boss.ts";
import { withDatabase } from "./with-database.ts";

/** What a word works with: the queues, and the database behind them. */
export interface Engine {
  readonly boss: PgBoss;
  readonly pool: pg.Pool;
}

/**
 * Opens the database and the queues, brings their tables up to date, and closes both however the word ends.
 *
 * @throws InventoryError as {@link withDatabase} does.
 */
export async function withEngine<Result>(
  terminal: Terminal,
  word: (engine: Engine) => Promise<Result>,
  { supervises = false, connections = 5 } = {},
): Promise<Result> {
  const onError = (error: unknown): void => say(terminal, `warning: the queue: ${asDatabaseError(error).message}`);
  return withDatabase(
    terminal,
    async (pool) => {
      await migrate(pool);
      const boss = await openBoss(environment, { supervises, onError });
      try {
        return await word({ boss, pool });
      } finally {
        await boss.stop({ graceful: false }).catch(onError);
      }
    },
    { connections },
  );
}
