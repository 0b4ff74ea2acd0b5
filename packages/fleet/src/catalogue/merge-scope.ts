import { isTakenOver, isWhole } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { holdRun } from "../database/fence.ts";
import { storableText } from "../database/storable.ts";
import { recordChangedFields } from "./changed-fields.ts";
import type { ListFacts } from "./list-facts.ts";
import type { MergedRun } from "./merged-run.ts";
import type { Staged, StagedScope } from "./stage.ts";

/**
 * Merges what one list showed, in the transaction of the connection.
 *
 * @throws StaleWriter
 */
export async function mergeScope(
  client: pg.ClientBase,
  run: MergedRun,
  staged: Staged,
  scope: StagedScope,
): Promise<void> {
  await holdRun(client, run, "KEY SHARE");
  const { line } = scope;
  const lookedAt = staged.started.startedAt;
  const seenAt = isTakenOver(staged, line) ? line.readAt : lookedAt;
  const list: ListFacts = { client, run, scopeKey: scope.key, seenAt, lookedAt };
  if (await isKnown(list, staged, line)) {
    if (scope.resources > 0) await addMissing(list);
    await touchScope(list);
    return;
  }
  if (scope.resources > 0) {
    await recordChangedFields(list);
    await recordAdded(list);
    await mergeResources(list);
  }
  // What is of nobody known may be of another account than before.
  const isProof = staged.header.account !== undefined;
  const whole = isProof && isWhole(staged, line);
  if (whole) await markGone(list);
  await writeScope(list, line, { whole, lacking: whole || (isProof && line.outcome === "not-offered") });
}

const columns = `customer, name, key, kind, urn, scope, scope_key, resource, digest,
  coverage, coverage_reason, last_backup_at, safeguards, first_seen, last_seen`;
const values = `$2, $3, key, kind, urn, scope, scope_key, resource, digest,
  coverage, coverage_reason, last_backup_at, safeguards, $4::timestamptz, $4::timestamptz`;
const listed = `(SELECT staged.*, coverage, coverage_reason, last_backup_at, safeguards
  FROM staged LEFT JOIN judged USING (key) WHERE scope_key = $1) AS listed`;

const parameters = ({ run, scopeKey, seenAt }: ListFacts): unknown[] => [scopeKey, run.customer, run.name, seenAt];

// A snapshot has many lists: statements that have a name are planned once for all of them.

/** Whether the catalogue has this very reading of the list, or a later one than that which was taken over. */
async function isKnown({ client, scopeKey }: ListFacts, staged: Staged, line: StagedScope["line"]): Promise<boolean> {
  const { rowCount } = await client.query({
    name: "scope is known",
    text: `SELECT FROM ${schema}.scopes WHERE scope_key = $1 AND (read_at = $2 OR (read_at > $2 AND $3))`,
    values: [scopeKey, line.readAt, isTakenOver(staged, line)],
  });
  return rowCount === 1;
}

async function addMissing(list: ListFacts): Promise<void> {
  await list.client.query(
    `INSERT INTO ${schema}.resources (${columns}) SELECT ${values} FROM ${listed} ON CONFLICT DO NOTHING`,
    parameters(list),
  );
}

/** Of what is new, that which an earlier run would have shown. What an index alone names proves nothing. */
async function recordAdded(list: ListFacts): Promise<void> {
  await list.client.query({
    name: "record added",
    text: `INSERT INTO ${schema}.resource_changes (customer, name, key, kind, urn, at, run_id, type)
     SELECT $2, $3, staged.key, staged.kind, staged.urn, $4, $5, 'added'
     FROM ${schema}.scopes JOIN staged USING (scope_key) LEFT JOIN ${schema}.resources AS known ON known.key = staged.key
     WHERE scopes.scope_key = $1 AND lacking_at IS NOT NULL AND (known.key IS NULL OR known.last_seen < lacking_at)
       AND staged.resource -> 'details' ->> 'status' IS DISTINCT FROM 'listed-only'`,
    values: [...parameters(list), list.run.runId],
  });
}

/** What another list showed later stays as that has it. */
async function mergeResources(list: ListFacts): Promise<void> {
  const seen = `last_seen = $4, gone_at = NULL, scope = listed.scope, scope_key = listed.scope_key, coverage = listed.coverage,
    coverage_reason = listed.coverage_reason, last_backup_at = listed.last_backup_at, safeguards = listed.safeguards`;
  await list.client.query({
    name: "merge resources",
    text: `MERGE INTO ${schema}.resources AS known USING ${listed} ON known.key = listed.key
     WHEN MATCHED AND known.last_seen > $4 THEN DO NOTHING
     WHEN MATCHED AND known.digest = listed.digest THEN UPDATE SET ${seen}
     WHEN MATCHED THEN UPDATE SET ${seen}, resource = listed.resource, digest = listed.digest
     WHEN NOT MATCHED THEN INSERT (${columns}) VALUES (${values})`,
    values: parameters(list),
  });
}

/**
 * What a whole list lacks is gone, where a whole list had it before. What was last seen in a list that was not read to its end is gone
 * only when a second whole list lacks it.
 */
async function markGone(list: ListFacts): Promise<void> {
  await list.client.query({
    name: "mark gone",
    text: `WITH gone AS (
       UPDATE ${schema}.resources AS known SET gone_at = $4 FROM ${schema}.scopes
       WHERE known.scope_key = $1 AND scopes.scope_key = $1 AND known.gone_at IS NULL AND known.last_seen <= scopes.whole_at
         AND known.resource -> 'details' ->> 'status' IS DISTINCT FROM 'listed-only'
         AND NOT EXISTS (SELECT FROM staged WHERE staged.key = known.key)
       RETURNING known.key, known.kind, known.urn)
     INSERT INTO ${schema}.resource_changes (customer, name, key, kind, urn, at, run_id, type)
     SELECT $2, $3, key, kind, urn, $4, $5, 'removed' FROM gone`,
    values: [...parameters(list), list.run.runId],
  });
}

async function touchScope({ client, run, scopeKey, lookedAt }: ListFacts): Promise<void> {
  await client.query(`UPDATE ${schema}.scopes SET run_id = $2, looked_at = $3 WHERE scope_key = $1`, [
    scopeKey,
    run.runId,
    lookedAt,
  ]);
}

async function writeScope(
  list: ListFacts,
  { kind, scope, outcome, reason, accepted, notGranted, readAt }: StagedScope["line"],
  proves: { readonly whole: boolean; readonly lacking: boolean },
): Promise<void> {
  const { run, seenAt, lookedAt } = list;
  await list.client.query({
    name: "write scope",
    text: `INSERT INTO ${schema}.scopes AS known (scope_key, customer, name, kind, scope, outcome, reason, accepted, not_granted,
       read_at, run_id, completed_run_id, whole_at, lacking_at, looked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (scope_key) DO UPDATE
       SET outcome = EXCLUDED.outcome, reason = EXCLUDED.reason, accepted = EXCLUDED.accepted, not_granted = EXCLUDED.not_granted,
         read_at = EXCLUDED.read_at, run_id = EXCLUDED.run_id, looked_at = EXCLUDED.looked_at,
         completed_run_id = coalesce(EXCLUDED.completed_run_id, known.completed_run_id),
         whole_at = coalesce(EXCLUDED.whole_at, known.whole_at), lacking_at = coalesce(EXCLUDED.lacking_at, known.lacking_at)`,
    values: [
      list.scopeKey,
      run.customer,
      run.name,
      kind,
      storableText(scope),
      outcome,
      reason === undefined ? undefined : storableText(reason),
      accepted === true,
      notGranted === true,
      readAt,
      run.runId,
      outcome === "completed" ? run.runId : undefined,
      proves.whole ? seenAt : undefined,
      proves.lacking ? seenAt : undefined,
      lookedAt,
    ],
  });
}
