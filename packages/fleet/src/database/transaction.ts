import type pg from "pg";

/** Does something in one transaction, which is rolled back where it throws. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (thrown) {
    await client.query("ROLLBACK").catch((rollback: unknown) => {
      broken = rollback instanceof Error ? rollback : new Error("the transaction was not rolled back");
    });
    throw thrown;
  } finally {
    // A connection that does not answer any more is not given to the next one.
    client.release(broken);
  }
}
