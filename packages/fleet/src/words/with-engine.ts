import { say, type Terminal } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import type { PgBoss } from "pg-boss";
import { asDatabaseError } from "../database/database-errors.ts";
import { migrate } from "../database/migrate.ts";
import { openBoss } from "../jobs/boss.ts";
import { type WordOptions, withDatabase } from "./with-database.ts";

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
  { supervises = false, connections = 5, ...options }: WordOptions & { readonly supervises?: boolean } = {},
): Promise<Result> {
  const { environment, signal } = terminal;
  // What breaks because the word was stopped is what was asked for.
  const onError = (error: unknown): void => {
    if (!signal.aborted) say(terminal, `warning: the queue: ${asDatabaseError(error).message}`);
  };
  return withDatabase(
    terminal,
    async (pool, stream) => {
      await migrate(pool);
      const boss = await openBoss(environment, { supervises, onError, stream });
      try {
        return await word({ boss, pool });
      } finally {
        await boss.stop({ graceful: false }).catch(onError);
      }
    },
    { connections, ...options },
  );
}
