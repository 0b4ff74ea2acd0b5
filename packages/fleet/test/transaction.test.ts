import { describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a transaction", () => {
  const postgres = usePostgres();

  it("fails at its next statement where its connection broke between two, and takes nothing else with it", async () => {
    const pool = await openDatabase({ DATABASE_URL: postgres.url });
    const broken = inTransaction(pool, async (client) => {
      const ended = new Promise((resolve) => client.once("end", resolve));
      const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
      await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
      await ended;
      await client.query("SELECT 1");
    });
    await expect(broken).rejects.toThrow(/not queryable|Connection terminated/);
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
