import type { Migration } from "./migration.ts";

/**
 * What workers need to agree on: whose turn it is at an account, what came of each inventory each night, and what is remembered.
 * None of it holds a config or a secret.
 */
export const runs: Migration = {
  name: "runs, leases, schedules and memories",
  sql: `
CREATE SEQUENCE cloud_inventory.lease_tokens AS bigint;

-- Whose turn it is at an account. A row stays when the lease ends.
CREATE TABLE cloud_inventory.account_leases (
  account_digest text PRIMARY KEY,
  token bigint NOT NULL,
  customer text NOT NULL,
  worker text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_leases_customer ON cloud_inventory.account_leases (customer, expires_at);

-- What came of an inventory in a night. A night is the instant that it was scheduled for.
CREATE TABLE cloud_inventory.runs (
  run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer text NOT NULL,
  name text NOT NULL,
  night timestamptz NOT NULL,
  inventory text NOT NULL,
  account text,
  -- Whoever has the newest token may write.
  account_digest text NOT NULL,
  token bigint NOT NULL,
  worker text NOT NULL,
  attempts int NOT NULL DEFAULT 1,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  state text CHECK (state IN ('complete', 'incomplete', 'refused', 'misconfigured', 'failed', 'cancelled')),
  exit_code int,
  reason text,
  snapshot text,
  -- As the summary of a fleet tells it; no secret.
  result jsonb,
  UNIQUE (customer, name, night)
);
CREATE INDEX runs_night ON cloud_inventory.runs (night);

-- When inventories are asked for, and up to which night they were.
CREATE TABLE cloud_inventory.schedules (
  cron text NOT NULL,
  time_zone text NOT NULL,
  -- What stands for the schedules of entries that say none.
  default_cron text,
  default_time_zone text NOT NULL,
  last_night timestamptz NOT NULL,
  PRIMARY KEY (cron, time_zone)
);

-- What earlier runs of an account read, by a digest of whose it is.
CREATE TABLE cloud_inventory.memories (
  digest text PRIMARY KEY,
  inventory text NOT NULL,
  account text NOT NULL,
  content text NOT NULL,
  written_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`,
};
