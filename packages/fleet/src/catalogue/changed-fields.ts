import { changedFields, type Resource } from "cloud-inventory-plugin/fleet";
import { schema } from "../database/connect.ts";
import type { ListFacts } from "./list-facts.ts";

const mostAtOnce = 500;

interface Pair {
  readonly key: string;
  readonly before: Resource;
  readonly after: Resource;
}

/** Keeps what changed of the resources of a list, as `diff` tells it: not what changes by mere use. */
export async function recordChangedFields({ client, run, scopeKey, seenAt }: ListFacts): Promise<void> {
  // It closes with the transaction.
  await client.query(
    `DECLARE pairs NO SCROLL CURSOR FOR
     SELECT key, known.resource AS before, staged.resource AS after
     FROM staged JOIN ${schema}.resources AS known USING (key)
     WHERE staged.scope_key = $1 AND known.digest <> staged.digest AND known.last_seen <= $2`,
    [scopeKey, seenAt],
  );
  for (;;) {
    const { rows } = await client.query<Pair>(`FETCH ${mostAtOnce} FROM pairs`);
    const changed = rows.flatMap(({ key, before, after }) => {
      const { changes } = changedFields(before, after);
      return changes.length === 0 ? [] : [{ key, kind: after.kind, urn: after.urn, fields: changes }];
    });
    if (changed.length > 0) {
      await client.query(
        `INSERT INTO ${schema}.resource_changes (customer, name, key, kind, urn, at, run_id, type, fields)
         SELECT $1, $2, key, kind, urn, $3, $4, 'changed', fields
         FROM jsonb_to_recordset($5) AS changed (key uuid, kind text, urn text, fields jsonb)`,
        [run.customer, run.name, seenAt, run.runId, JSON.stringify(changed)],
      );
    }
    if (rows.length < mostAtOnce) break;
  }
}
