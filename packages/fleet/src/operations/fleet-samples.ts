import type { InventoryResult } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { bossSchema, deadLetterQueue, inventoryQueue } from "../jobs/boss.ts";
import type { FleetSample } from "./fleet-gauges.ts";

/** The run of an inventory that began last, of those that have ended. Times are in seconds since 1970. */
interface LastRun {
  readonly customer: string;
  readonly name: string;
  readonly inventory: string;
  readonly state: string;
  readonly exit_code: number | null;
  readonly ended: number;
  readonly last_complete: number | null;
  readonly last_success: number | null;
  readonly run: InventoryResult["run"] | null;
  readonly credential_ends: InventoryResult["credentialEnds"] | null;
}

const lastRuns = `
SELECT runs.customer, runs.name, runs.inventory, runs.state, runs.exit_code,
  extract(epoch FROM runs.ended_at)::float8 AS ended, newest.last_complete, newest.last_success,
  runs.result -> 'run' AS run, runs.result -> 'credentialEnds' AS credential_ends
FROM ${schema}.runs JOIN (
  SELECT (array_agg(run_id ORDER BY started_at DESC, run_id DESC))[1] AS run_id,
    extract(epoch FROM max(ended_at) FILTER (WHERE state = 'complete'))::float8 AS last_complete,
    extract(epoch FROM max(ended_at) FILTER (WHERE exit_code = 0))::float8 AS last_success
  FROM ${schema}.runs WHERE ended_at IS NOT NULL AND state IS NOT NULL GROUP BY customer, name
) AS newest USING (run_id)`;

const jobs = `
SELECT count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry'))::int AS queued,
  count(*) FILTER (WHERE name = $1 AND state = 'active')::int AS active,
  count(*) FILTER (WHERE name = $2 AND state = 'created' AND NOT EXISTS (
    SELECT 1 FROM ${schema}.runs
    WHERE runs.customer = job.data->>'customer' AND runs.name = job.data->>'name'
      AND runs.state IN ('complete', 'incomplete') AND runs.ended_at > job.created_on))::int AS dead
FROM ${bossSchema}.job WHERE name IN ($1, $2)`;

/** Reads from the database what is told of a fleet. */
export async function readFleetSamples(database: pg.Pool, nowMs: number): Promise<FleetSample[]> {
  const { rows } = await database.query<LastRun>(lastRuns);
  const {
    rows: [there],
  } = await database.query<{ jobs: boolean }>("SELECT to_regclass($1) IS NOT NULL AS jobs", [`${bossSchema}.job`]);
  const none = { queued: 0, active: 0, dead: 0 };
  const [counts = none] = there?.jobs
    ? (await database.query<typeof none>(jobs, [inventoryQueue, deadLetterQueue])).rows
    : [];
  return [
    ...rows.flatMap(samplesOf),
    { name: "inventories", labels: {}, value: rows.length },
    { name: "jobs_queued", labels: {}, value: counts.queued },
    { name: "jobs_active", labels: {}, value: counts.active },
    { name: "dead_letters", labels: {}, value: counts.dead },
    { name: "metrics_timestamp_seconds", labels: {}, value: Math.floor(nowMs / 1000) },
  ];
}

function samplesOf({ customer, name, inventory, state, run, ...last }: LastRun): readonly FleetSample[] {
  const labels = { customer, name, inventory };
  const one = (gauge: FleetSample["name"], value: number | null | undefined): readonly FleetSample[] =>
    typeof value === "number" ? [{ name: gauge, labels, value }] : [];
  return [
    ...one("last_run_timestamp_seconds", Math.floor(last.ended)),
    { name: "last_run_state", labels: { ...labels, state }, value: 1 },
    ...one("last_run_exit_code", last.exit_code),
    ...one("last_run_complete", state === "complete" ? 1 : 0),
    ...one("last_complete_timestamp_seconds", floored(last.last_complete)),
    ...one("last_success_timestamp_seconds", floored(last.last_success)),
    ...one("last_run_duration_seconds", typeof run?.durationMs === "number" ? run.durationMs / 1000 : undefined),
    ...one("last_run_resources", run?.resources),
    ...one("last_run_requests", run?.requests),
    ...one("credential_expiry_timestamp_seconds", firstEnd(last.credential_ends ?? [])),
  ];
}

function floored(seconds: number | null): number | null {
  return seconds === null ? null : Math.floor(seconds);
}

/** The first end that is known. One that is not is left out: without a sample, nobody takes it for one that is far away. */
function firstEnd(ends: InventoryResult["credentialEnds"]): number | undefined {
  const known = ends
    .flatMap(({ at }) => (at === undefined ? [] : at === null ? Number.POSITIVE_INFINITY : Date.parse(at) / 1000))
    .filter((end) => !Number.isNaN(end));
  return known.length === 0 ? undefined : Math.floor(Math.min(...known));
}
