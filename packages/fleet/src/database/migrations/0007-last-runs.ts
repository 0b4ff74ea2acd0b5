import type { Migration } from "./migration.ts";

/**
 * Where each of many inventories has a run of each night, to look for the last ones must not read them all: an index is asked for one
 * inventory after the other. Functions, and no views: whoever may read the tables already may call them.
 */
export const lastRuns: Migration = {
  name: "the last run of each inventory",
  sql: `
CREATE INDEX runs_started ON cloud_inventory.runs (customer, name, started_at, run_id);
CREATE INDEX runs_ended ON cloud_inventory.runs (customer, name, ended_at);

CREATE FUNCTION cloud_inventory.inventories_with_runs() RETURNS TABLE (customer text, name text)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH RECURSIVE inventory AS (
    (SELECT run.customer, run.name FROM cloud_inventory.runs AS run ORDER BY run.customer, run.name LIMIT 1)
    UNION ALL
    SELECT next.customer, next.name FROM inventory CROSS JOIN LATERAL (
      SELECT run.customer, run.name FROM cloud_inventory.runs AS run
      WHERE (run.customer, run.name) > (inventory.customer, inventory.name) ORDER BY run.customer, run.name LIMIT 1
    ) AS next
  )
  SELECT inventory.customer, inventory.name FROM inventory;
END;

-- The run of each inventory that began last, of those that have ended.
CREATE FUNCTION cloud_inventory.last_runs() RETURNS TABLE (customer text, name text, run_id bigint)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT inventory.customer, inventory.name, last.run_id
  FROM cloud_inventory.inventories_with_runs() AS inventory CROSS JOIN LATERAL (
    SELECT run.run_id FROM cloud_inventory.runs AS run
    WHERE run.customer = inventory.customer AND run.name = inventory.name AND run.state IS NOT NULL
    ORDER BY run.started_at DESC, run.run_id DESC LIMIT 1
  ) AS last;
END;

CREATE OR REPLACE VIEW cloud_inventory.incomplete WITH (security_invoker = true) AS
SELECT scope.customer, scope.name, scope.kind, scope.scope,
  CASE WHEN scope.looked_at < inventory.last_run THEN 'no-longer-looked-at' ELSE scope.outcome END AS outcome,
  CASE WHEN scope.looked_at < inventory.last_run THEN NULL ELSE scope.reason END AS reason,
  scope.accepted, scope.read_at, scope.whole_at
FROM cloud_inventory.scopes AS scope JOIN cloud_inventory.inventories AS inventory USING (customer, name)
-- While a run is merged, its scopes are of a newer run than their inventory.
WHERE scope.looked_at < inventory.last_run
  OR (scope.outcome NOT IN ('completed', 'not-offered') AND NOT scope.not_granted)
UNION ALL
-- Of these no snapshot says more.
SELECT run.customer, run.name, NULL, NULL, run.state, run.reason, false, run.started_at, NULL
FROM cloud_inventory.last_runs() AS last JOIN cloud_inventory.runs AS run USING (run_id)
WHERE run.state NOT IN ('complete', 'incomplete');
`,
};
