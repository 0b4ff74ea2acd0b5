import { setTimeout } from "node:timers/promises";
import { abortError, InventoryError, type SnapshotHeader } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { holdRun, StaleWriter } from "../database/fence.ts";
import { storableMoment, storableText } from "../database/storable.ts";
import { transact, withClient } from "../database/transaction.ts";
import { mergeScope } from "./merge-scope.ts";
import type { MergedRun } from "./merged-run.ts";
import { type Staged, stageSnapshot } from "./stage.ts";

/** What it took to bring a snapshot into the catalogue. */
export interface MergeTimes {
  /** To read it, and to copy it to the database, which go on at the same time. */
  readonly stagedMs: number;
  readonly mergedMs: number;
}

/**
 * Brings a snapshot into the catalogue, scope by scope, each in a transaction of its own that holds the run. Whoever is interrupted may
 * begin again, with the same snapshot or with that of a later attempt. One that is older than what the catalogue has changes nothing.
 *
 * @throws StaleWriter where another attempt has begun; InventoryError INVALID_CONFIG where it is no whole snapshot, or one of another
 *   account or provider than the run's or the inventory's; CANCELLED where the signal is aborted.
 */
export async function mergeSnapshot(
  pool: pg.Pool,
  run: MergedRun,
  path: string,
  signal: AbortSignal,
): Promise<MergeTimes> {
  if (signal.aborted) throw abortError(signal);
  return withClient(pool, async (client) => {
    const stopWatching = await cancelOnAbort(pool, client, signal);
    try {
      const began = performance.now();
      // What a crash of the server takes of it is merged again: the end of the run comes after, and is waited for.
      await client.query("SET synchronous_commit = off");
      const expected = await expectedSnapshot(client, run);
      const staged = await stageSnapshot(client, run, path, (header) => checkHeader(header, expected, path), signal);
      const stagedAt = performance.now();
      const isNewest = await transact(client, () => openInventory(client, run, staged));
      if (isNewest) {
        for (const scope of staged.scopes) {
          if (signal.aborted) throw abortError(signal);
          await transact(client, () => mergeScope(client, run, staged, scope));
        }
        await transact(client, () => closeInventory(client, run, staged));
      }
      await client.query("DISCARD TEMP; RESET enable_seqscan; RESET synchronous_commit");
      return { stagedMs: stagedAt - began, mergedMs: performance.now() - stagedAt };
    } catch (thrown) {
      throw signal.aborted ? abortError(signal) : thrown;
    } finally {
      await stopWatching();
    }
  });
}

const cancelEveryMs = 200;

/**
 * Ends what a connection is doing as soon as a signal is aborted: a statement may take minutes. Said until it is heard, since the
 * connection may be between two statements.
 *
 * @returns what ends the watching.
 */
async function cancelOnAbort(pool: pg.Pool, client: pg.ClientBase, signal: AbortSignal): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const done = new AbortController();
  let cancelling = Promise.resolve();
  const cancel = async (): Promise<void> => {
    while (!done.signal.aborted) {
      await pool.query("SELECT pg_cancel_backend($1)", [rows[0]?.pid]).catch(() => {});
      await setTimeout(cancelEveryMs, undefined, { signal: done.signal }).catch(() => {});
    }
  };
  const begin = (): void => {
    cancelling = cancel();
  };
  signal.addEventListener("abort", begin, { once: true });
  return () => {
    signal.removeEventListener("abort", begin);
    done.abort();
    return cancelling;
  };
}

/** Of whom a snapshot has to be; where nobody knows the account, any will do. */
interface Expected {
  readonly inventory: string;
  readonly account: string | null;
  /** As the catalogue knows the inventory. */
  readonly knownInventory: string | null;
  readonly knownAccount: string | null;
}

async function expectedSnapshot(client: pg.ClientBase, { runId, token, customer, name }: MergedRun): Promise<Expected> {
  const { rows } = await client.query<Expected>(
    `SELECT runs.inventory, runs.account, known.inventory AS "knownInventory", known.account AS "knownAccount"
     FROM ${schema}.runs LEFT JOIN ${schema}.inventories AS known USING (customer, name)
     WHERE run_id = $1 AND token = $2 AND customer = $3 AND name = $4`,
    [runId, token, customer, name],
  );
  const [expected] = rows;
  if (expected === undefined) throw new StaleWriter();
  return expected;
}

/** @throws InventoryError INVALID_CONFIG */
function checkHeader({ inventory, account }: SnapshotHeader, expected: Expected, path: string): void {
  const refuse = (sentence: string): never => {
    throw new InventoryError("INVALID_CONFIG", `${path} is ${sentence}`);
  };
  const other = [expected.inventory, expected.knownInventory].find((one) => one !== null && one !== inventory);
  if (other != null) refuse(`an inventory of ${inventory}, not of ${other}`);
  const whose = account === undefined ? "of an account that nothing names" : `of the account ${account}`;
  if (expected.account !== null && expected.account !== account) refuse(`${whose}, and its run of ${expected.account}`);
  if (account !== undefined && expected.knownAccount !== null && expected.knownAccount !== account) {
    refuse(`${whose}, and the catalogue has ${expected.knownAccount} by this name: give the new one a name of its own`);
  }
}

/** @returns whether nothing of the inventory is known of a run that began later: what is newest stays. */
async function openInventory(client: pg.ClientBase, run: MergedRun, { header, started }: Staged): Promise<boolean> {
  await holdRun(client, run);
  const { rowCount } = await client.query(
    `INSERT INTO ${schema}.inventories AS known (customer, name, inventory, account, tags, first_run, last_run, last_run_id)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
     ON CONFLICT (customer, name) DO UPDATE
       SET account = coalesce(EXCLUDED.account, known.account), tags = EXCLUDED.tags
       WHERE known.last_run <= EXCLUDED.last_run AND NOT EXISTS (
         SELECT FROM ${schema}.scopes WHERE customer = known.customer AND name = known.name AND looked_at > EXCLUDED.last_run)`,
    [run.customer, run.name, header.inventory, header.account, run.tags ?? [], started.startedAt, run.runId],
  );
  return rowCount === 1;
}

async function closeInventory(client: pg.ClientBase, run: MergedRun, { started, finished }: Staged): Promise<void> {
  await holdRun(client, run);
  const inventory = [run.customer, run.name];
  await client.query(
    `UPDATE ${schema}.inventories SET last_run = $3, last_run_id = $4, complete = $5 WHERE customer = $1 AND name = $2`,
    [...inventory, started.startedAt, run.runId, finished.complete],
  );
  const { credentialEnds } = finished;
  // Where nobody asked, what is known stays.
  if (credentialEnds === undefined) return;
  await client.query(`DELETE FROM ${schema}.credential_ends WHERE customer = $1 AND name = $2`, inventory);
  for (const { what, at } of credentialEnds) {
    await client.query(
      `INSERT INTO ${schema}.credential_ends (customer, name, what, ends_at, never_ends, run_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [...inventory, storableText(what), storableMoment(at), at === null, run.runId],
    );
  }
}
