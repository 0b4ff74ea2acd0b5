import { type Forgotten, type RemovedRows, usage } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { forgetInCatalogue } from "../catalogue/forget.ts";
import { schema } from "../database/connect.ts";
import { holdCustomer } from "../database/fence.ts";
import { inTransaction } from "../database/transaction.ts";
import { bossSchema, deadLetterQueue, heartbeatSeconds, inventoryQueue } from "./boss.ts";

/**
 * Removes what the database has of a customer, or of one of its inventories: jobs, runs, leases, its part of the catalogue, and what is
 * remembered of accounts that no other inventory has.
 *
 * @throws InventoryError INVALID_CONFIG where one that is meant is being read now; nothing is removed then.
 */
export async function forget(pool: pg.Pool, forgotten: Forgotten): Promise<RemovedRows> {
  const { customer, name } = forgotten;
  return inTransaction(pool, async (client) => {
    const remove = async (rows: string): Promise<number> =>
      (await client.query(`DELETE FROM ${schema}.${rows}`, [customer, name])).rowCount ?? 0;
    await holdCustomer(client, customer);
    await refuseWhileRead(client, forgotten);
    const jobs = await removeJobs(client, forgotten);
    const memories = await removeMemories(client, forgotten);
    const catalogued = await forgetInCatalogue(client, forgotten);
    // Of an inventory, those of its accounts that nobody is at.
    const leases = await remove(
      `account_leases AS lease WHERE customer = $1 AND ($2::text IS NULL OR expires_at <= clock_timestamp() AND account_digest IN
         (SELECT account_digest FROM ${schema}.runs WHERE customer = $1 AND name = $2))`,
    );
    const runs = await remove("runs WHERE customer = $1 AND name = coalesce($2, name)");
    return { runs, jobs, others: memories + catalogued + leases };
  });
}

async function refuseWhileRead(client: pg.ClientBase, { customer, name }: Forgotten): Promise<void> {
  const { rows } = await client.query<{ worker: string }>(
    `SELECT lease.worker FROM ${schema}.account_leases AS lease LEFT JOIN ${schema}.runs AS run USING (account_digest, token)
     WHERE lease.customer = $1 AND ($2::text IS NULL OR run.name = $2) AND expires_at > clock_timestamp() LIMIT 1`,
    [customer, name],
  );
  const [held] = rows;
  if (held === undefined) return;
  throw usage(
    `${inventoryOf({ customer, name })} is being read by ${held.worker}; wait for its end, or stop the workers`,
  );
}

async function removeJobs(client: pg.ClientBase, { customer, name }: Forgotten): Promise<number> {
  const { rows } = await client.query<{ isBegun: boolean }>(
    `DELETE FROM ${bossSchema}.job
     WHERE name IN ($1, $2) AND data->>'customer' = $3 AND data->>'name' = coalesce($4, data->>'name')
     RETURNING coalesce(state = 'active' AND heartbeat_on > ${bossSchema}.job_now() - make_interval(secs => $5), false) AS "isBegun"`,
    [inventoryQueue, deadLetterQueue, customer, name, heartbeatSeconds],
  );
  // No worker is at its account yet, or any more. One that stands still finds no job when it goes on, and writes nothing.
  if (rows.some(({ isBegun }) => isBegun)) {
    throw usage(`a worker has just taken ${inventoryOf({ customer, name })}; wait for its end, or stop the workers`);
  }
  // pg-boss notes there which names were being read when it last looked.
  await client.query(`UPDATE ${bossSchema}.queue SET singletons_active = NULL WHERE name = $1`, [inventoryQueue]);
  return rows.length;
}

/** @returns how many rows there were. */
async function removeMemories(client: pg.ClientBase, { customer, name }: Forgotten): Promise<number> {
  const { rows } = await client.query<{ digest: string }>(
    `DELETE FROM ${schema}.memory_inventories WHERE customer = $1 AND name = coalesce($2, name) RETURNING digest`,
    [customer, name],
  );
  const digests = [rows.map(({ digest }) => digest)];
  // Another inventory of the account may write its memory just now.
  await client.query(`SELECT FROM ${schema}.memories WHERE digest = ANY ($1) FOR UPDATE`, digests);
  const { rowCount } = await client.query(
    `DELETE FROM ${schema}.memories WHERE digest = ANY ($1)
       AND NOT EXISTS (SELECT FROM ${schema}.memory_inventories AS other WHERE other.digest = memories.digest)`,
    digests,
  );
  return rows.length + (rowCount ?? 0);
}

function inventoryOf({ customer, name }: Forgotten): string {
  return name === undefined ? `an inventory of ${customer}` : `${customer}/${name}`;
}
