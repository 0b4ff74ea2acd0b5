import type { Socket } from "node:net";
import { abortError, type Terminal } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { type DatabaseOptions, openDatabase } from "../database/connect.ts";
import { asDatabaseError } from "../database/database-errors.ts";
import { openSockets } from "../database/sockets.ts";

export interface WordOptions extends Pick<DatabaseOptions, "connections" | "application"> {
  /** How long a word that is stopped may still use the database; not at all where nothing is said. */
  readonly graceMs?: number;
}

/**
 * Opens the database, and closes it however the word ends. A word that is stopped does not wait for the database.
 *
 * @param word `stream` is what further connections are made of.
 * @throws InventoryError in words of ours: INVALID_CONFIG where `DATABASE_URL` names nothing that can be used, CANCELLED where the word was stopped.
 */
export async function withDatabase<Result>(
  { environment, signal }: Pick<Terminal, "environment" | "signal">,
  word: (pool: pg.Pool, stream: () => Socket) => Promise<Result>,
  { graceMs = 0, ...options }: WordOptions = {},
): Promise<Result> {
  const { stream, end } = openSockets();
  let ending: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    ending = setTimeout(end, graceMs);
  };
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) end();
  try {
    const pool = await openDatabase(environment, { ...options, stream });
    try {
      return await word(pool, stream);
    } finally {
      await pool.end();
    }
  } catch (thrown) {
    throw signal.aborted ? abortError(signal) : asDatabaseError(thrown);
  } finally {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(ending);
    // What a database that stands still has not closed would keep the process.
    end();
  }
}
