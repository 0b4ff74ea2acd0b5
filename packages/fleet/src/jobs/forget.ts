import { type RemovedRows, usage } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { forgetCustomerInCatalogue } from "../catalogue/forget.ts";
import { schema } from "../database/connect.ts";
import { holdCustomer } from "../database/fence.ts";
import { inTransaction } from "../database/transaction.ts";
import { bossSchema, deadLetterQueue, heartbeatSeconds, inventoryQueue } from "./boss.ts";

/**
 * Removes what the database has of a customer: jobs, runs, leases, its part of the catalogue, and what is remembered of accounts that no other customer has.
 *
 * @throws InventoryError INVALID_CONFIG where one of its inventories is being read now; nothing is removed then.
 */
export async function forgetCustomer(pool: pg.Pool, customer: string): Promise<RemovedRows> {
  return inTransaction(pool, async (client) => {
    await holdCustomer(client, customer);
    const { rows } = await client.query<{ worker: string }>(
      `SELECT worker FROM ${schema}.account_leases WHERE customer = $1 AND expires_at > clock_timestamp() LIMIT 1`,
      [customer],
    );
    const [held] = rows;
    if (held !== undefined) {
      throw usage(`an inventory of ${customer} is being read by ${held.worker}; wait for its end, or stop the workers`);
    }
    const jobs = await client.query<{ isBegun: boolean }>(
      `DELETE FROM ${bossSchema}.job WHERE name IN ($1, $2) AND data->>'customer' = $3
       RETURNING coalesce(state = 'active' AND heartbeat_on > ${bossSchema}.job_now() - make_interval(secs => $4), false) AS "isBegun"`,
      [inventoryQueue, deadLetterQueue, customer, heartbeatSeconds],
    );
    // No worker is at its account yet, or any more. One that stands still finds no job when it goes on, and writes nothing.
    if (jobs.rows.some(({ isBegun }) => isBegun)) {
      throw usage(`a worker has just taken an inventory of ${customer}; wait for its end, or stop the workers`);
    }
    // pg-boss notes there which names were being read when it last looked.
    await client.query(`UPDATE ${bossSchema}.queue SET singletons_active = NULL WHERE name = $1`, [inventoryQueue]);
    const ofMemories = await client.query<{ digest: string }>(
      `DELETE FROM ${schema}.memory_inventories WHERE customer = $1 RETURNING digest`,
      [customer],
    );
    const digests = [ofMemories.rows.map(({ digest }) => digest)];
    // Another inventory of the account may write its memory just now.
    await client.query(`SELECT FROM ${schema}.memories WHERE digest = ANY ($1) FOR UPDATE`, digests);
    const memories = await client.query(
      `DELETE FROM ${schema}.memories WHERE digest = ANY ($1)
         AND NOT EXISTS (SELECT FROM ${schema}.memory_inventories AS other WHERE other.digest = memories.digest)`,
      digests,
    );
    const catalogued = await forgetCustomerInCatalogue(client, customer);
    const leases = await client.query(`DELETE FROM ${schema}.account_leases WHERE customer = $1`, [customer]);
    const runs = await client.query(`DELETE FROM ${schema}.runs WHERE customer = $1`, [customer]);
    return {
      runs: runs.rowCount ?? 0,
      jobs: jobs.rowCount ?? 0,
      others: catalogued + (ofMemories.rowCount ?? 0) + (memories.rowCount ?? 0) + (leases.rowCount ?? 0),
    };
  });
}
