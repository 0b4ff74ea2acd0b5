import type pg from "pg";

/** Does something in one transaction, which is rolled back where it throws. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  return withClient(pool, (client) => transact(client, () => work(client)));
}

/** Does something on one connection. One that failed may be in the middle of anything, and is not given to the next. */
export async function withClient<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    const result = await work(client);
    isBroken = false;
    return result;
  } finally {
    client.release(isBroken);
  }
}

/** Does something in one transaction of a connection, which is rolled back where it throws. */
export async function transact<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (thrown) {
    // A connection that cannot say this is lost, and the transaction with it.
    await client.query("ROLLBACK").catch(() => {});
    throw thrown;
  }
}
