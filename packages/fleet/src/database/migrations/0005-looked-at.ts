import type { Migration } from "./migration.ts";

/** A night that is read late has an old run: what was read last is told by when runs began, and not by their numbers. */
export const lookedAt: Migration = {
  name: "when scopes were looked at last",
  sql: `
ALTER TABLE cloud_inventory.scopes ADD COLUMN looked_at timestamptz;
COMMENT ON COLUMN cloud_inventory.scopes.looked_at IS 'When the run began that looked last';
UPDATE cloud_inventory.scopes AS scope
SET looked_at = CASE WHEN scope.run_id < inventory.last_run_id
  THEN least(scope.read_at, inventory.last_run - interval '1 microsecond') ELSE inventory.last_run END
FROM cloud_inventory.inventories AS inventory
WHERE inventory.customer = scope.customer AND inventory.name = scope.name;
UPDATE cloud_inventory.scopes SET looked_at = read_at WHERE looked_at IS NULL;
ALTER TABLE cloud_inventory.scopes ALTER COLUMN looked_at SET NOT NULL;

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
FROM (
  SELECT DISTINCT ON (customer, name) * FROM cloud_inventory.runs WHERE state IS NOT NULL
  ORDER BY customer, name, started_at DESC, run_id DESC
) AS run
WHERE run.state NOT IN ('complete', 'incomplete');
`,
};
