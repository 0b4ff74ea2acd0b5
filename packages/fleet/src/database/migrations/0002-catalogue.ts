import type { Migration } from "./migration.ts";

/** Tables that tell one customer from another by a column. */
const ofCustomers = [
  "runs",
  "account_leases",
  "inventories",
  "scopes",
  "resources",
  "resource_changes",
  "credential_ends",
];

/** What the inventories of a fleet hold, from run to run. None of it is a config or a secret. */
export const catalogue: Migration = {
  name: "catalogue",
  sql: `
CREATE TABLE cloud_inventory.inventories (
  customer text NOT NULL,
  name text NOT NULL,
  inventory text NOT NULL,
  account text,
  tags text[] NOT NULL DEFAULT '{}',
  first_run timestamptz NOT NULL,
  last_run timestamptz NOT NULL,
  last_run_id bigint NOT NULL,
  complete boolean NOT NULL DEFAULT false,
  PRIMARY KEY (customer, name)
);

-- How each kind ended in each place when it was looked at last.
CREATE TABLE cloud_inventory.scopes (
  -- Stands for all of customer, name, kind and scope, which together may be longer than an index takes.
  scope_key uuid PRIMARY KEY,
  customer text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  scope text NOT NULL,
  outcome text NOT NULL,
  reason text,
  accepted boolean NOT NULL,
  not_granted boolean NOT NULL,
  read_at timestamptz NOT NULL,
  -- The run that looked last, and the one that last read it to its end.
  run_id bigint NOT NULL,
  completed_run_id bigint,
  -- When a run began that showed all that there was; what it lacked was not there.
  whole_at timestamptz,
  -- The same, or found that the product is not offered there.
  lacking_at timestamptz
);
CREATE INDEX scopes_inventory ON cloud_inventory.scopes (customer, name);

CREATE TABLE cloud_inventory.resources (
  -- Stands for customer, name, kind and URN.
  key uuid PRIMARY KEY,
  customer text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  urn text NOT NULL,
  scope text NOT NULL,
  scope_key uuid NOT NULL,
  -- As snapshots tell it; the digest is of its text there.
  resource jsonb NOT NULL,
  digest uuid NOT NULL,
  -- What the provider holds of it; null where no backup of such a thing can be lacking.
  coverage text,
  coverage_reason text,
  last_backup_at timestamptz,
  safeguards text[],
  first_seen timestamptz NOT NULL,
  last_seen timestamptz NOT NULL,
  gone_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX resources_scope ON cloud_inventory.resources (scope_key);
CREATE INDEX resources_inventory ON cloud_inventory.resources (customer, name);

CREATE TABLE cloud_inventory.resource_changes (
  key uuid NOT NULL,
  customer text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  urn text NOT NULL,
  at timestamptz NOT NULL,
  run_id bigint NOT NULL,
  type text NOT NULL CHECK (type IN ('added', 'removed', 'changed')),
  -- Each field with what it held before and holds after.
  fields jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX resource_changes_at ON cloud_inventory.resource_changes (customer, at);
CREATE INDEX resource_changes_resource ON cloud_inventory.resource_changes (key);

CREATE TABLE cloud_inventory.credential_ends (
  customer text NOT NULL,
  name text NOT NULL,
  what text NOT NULL,
  -- Null where it never ends, or nobody could read when.
  ends_at timestamptz,
  never_ends boolean NOT NULL,
  run_id bigint NOT NULL
);
CREATE INDEX credential_ends_inventory ON cloud_inventory.credential_ends (customer, name);

CREATE VIEW cloud_inventory.current_resources WITH (security_invoker = true) AS
SELECT customer, name, kind, urn, resource ->> 'class' AS class, resource ->> 'name' AS display_name,
  resource ->> 'region' AS region, resource ->> 'country' AS country, scope,
  resource -> 'details' ->> 'account' AS account, resource -> 'details' ->> 'project' AS project,
  resource -> 'details' ->> 'status' AS status, (resource -> 'details' ->> 'sizeBytes')::numeric AS size_bytes,
  coverage, coverage_reason, last_backup_at, safeguards, first_seen, last_seen,
  resource -> 'tags' AS tags, resource -> 'endpoints' AS endpoints, resource -> 'details' AS details
FROM cloud_inventory.resources WHERE gone_at IS NULL;

CREATE FUNCTION cloud_inventory.changes_since(since timestamptz)
RETURNS TABLE (customer text, name text, at timestamptz, type text, kind text, urn text, class text, display_name text, fields jsonb)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT change.customer, change.name, change.at, change.type, change.kind, change.urn,
    known.resource ->> 'class', known.resource ->> 'name', change.fields
  FROM cloud_inventory.resource_changes AS change
  JOIN cloud_inventory.resources AS known USING (key, customer, name)
  WHERE change.at >= since
  ORDER BY change.at, change.customer, change.name, change.kind, change.urn, change.type;
END;

CREATE VIEW cloud_inventory.protected WITH (security_invoker = true) AS
SELECT customer, name, resource ->> 'class' AS class, count(*)::int AS resources,
  count(*) FILTER (WHERE coverage = 'backup')::int AS backup,
  count(*) FILTER (WHERE coverage = 'snapshots-only')::int AS snapshots_only,
  count(*) FILTER (WHERE coverage = 'none-found')::int AS none_found,
  count(*) FILTER (WHERE coverage = 'unknown')::int AS unknown
FROM cloud_inventory.resources WHERE gone_at IS NULL AND coverage IS NOT NULL
GROUP BY customer, name, resource ->> 'class';

CREATE VIEW cloud_inventory.expiring WITH (security_invoker = true) AS
SELECT customer, name, what, ends_at, floor(extract(epoch FROM ends_at - now()) / 86400)::int AS days_left
FROM cloud_inventory.credential_ends WHERE ends_at IS NOT NULL;

CREATE VIEW cloud_inventory.incomplete WITH (security_invoker = true) AS
SELECT scope.customer, scope.name, scope.kind, scope.scope,
  CASE WHEN scope.run_id < inventory.last_run_id THEN 'no-longer-looked-at' ELSE scope.outcome END AS outcome,
  CASE WHEN scope.run_id < inventory.last_run_id THEN NULL ELSE scope.reason END AS reason,
  scope.accepted, scope.read_at, scope.whole_at
FROM cloud_inventory.scopes AS scope JOIN cloud_inventory.inventories AS inventory USING (customer, name)
-- While a run is merged, its scopes are of a newer run than their inventory.
WHERE scope.run_id < inventory.last_run_id
  OR (scope.outcome NOT IN ('completed', 'not-offered') AND NOT scope.not_granted)
UNION ALL
-- Of these no snapshot says more.
SELECT run.customer, run.name, NULL, NULL, run.state, run.reason, false, run.started_at, NULL
FROM (
  SELECT DISTINCT ON (customer, name) * FROM cloud_inventory.runs WHERE state IS NOT NULL ORDER BY customer, name, night DESC
) AS run
WHERE run.state NOT IN ('complete', 'incomplete');

CREATE VIEW cloud_inventory.by_customer WITH (security_invoker = true) AS
SELECT customer, count(*)::int AS inventories, count(*) FILTER (WHERE NOT complete)::int AS incomplete,
  coalesce(sum(resources), 0)::int AS resources, coalesce(sum(without_backup), 0)::int AS without_backup,
  min(last_run) AS oldest_run, min(next_end) AS next_credential_end
FROM cloud_inventory.inventories
LEFT JOIN (
  SELECT customer, name, count(*)::int AS resources,
    count(*) FILTER (WHERE coverage IN ('none-found', 'snapshots-only'))::int AS without_backup
  FROM cloud_inventory.resources WHERE gone_at IS NULL GROUP BY customer, name
) AS held USING (customer, name)
LEFT JOIN (
  SELECT customer, name, min(ends_at) AS next_end FROM cloud_inventory.credential_ends GROUP BY customer, name
) AS ends USING (customer, name)
GROUP BY customer;

-- Which customers a role sees, whatever it says itself. A role that is not here sees the customer of the setting.
CREATE TABLE cloud_inventory.readers (
  role name NOT NULL,
  customer text NOT NULL,
  PRIMARY KEY (role, customer)
);
ALTER TABLE cloud_inventory.readers ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_role ON cloud_inventory.readers USING (role = current_user);

-- Whoever is not the owner sees its customers, and none where nobody says which.
${ofCustomers
  .map(
    (table) => `ALTER TABLE cloud_inventory.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_customer ON cloud_inventory.${table} USING (
  CASE WHEN EXISTS (SELECT FROM cloud_inventory.readers WHERE role = current_user)
    THEN customer IN (SELECT customer FROM cloud_inventory.readers WHERE role = current_user)
    ELSE customer = current_setting('cloud_inventory.customer', true)
  END
);`,
  )
  .join("\n")}
-- What is nobody's own is the owner's to see.
ALTER TABLE cloud_inventory.memories ENABLE ROW LEVEL SECURITY;
ALTER TABLE cloud_inventory.schedules ENABLE ROW LEVEL SECURITY;
`,
};
