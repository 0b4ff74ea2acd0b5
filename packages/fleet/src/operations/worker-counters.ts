import type { FleetState } from "cloud-inventory-plugin/fleet";
import { Counter, Gauge, Registry } from "prom-client";

/** How a job left a worker: with the state of its inventory, to be tried again, or given back by a worker that stops. */
export type JobResult = FleetState | "retry" | "given-back";

const jobResults = {
  complete: true,
  incomplete: true,
  refused: true,
  misconfigured: true,
  failed: true,
  cancelled: true,
  retry: true,
  "given-back": true,
} as const satisfies Record<JobResult, true>;

/** What one worker has done since it was started. */
export interface WorkerCounters {
  /** A job's inventory begins to be read. */
  began(): void;
  /** A job that began has ended. */
  ended(result: JobResult, run?: { readonly requests: number; readonly resources: number }): void;
  /** A job was put back because its account is being read by somebody else. */
  waited(): void;
  /** All of it, in Prometheus' text format 0.0.4. */
  text(): Promise<string>;
}

/** What every name begins with. */
const prefix = "cloud_inventory_fleet_worker_";

/** What a worker counts, by name without {@link prefix}. */
export const workerMetrics = {
  jobs_total: "Jobs that the worker began and ended, by how they ended.",
  requests_total: "Requests that the worker sent to clouds in jobs that ended.",
  resources_total: "Resources that the worker found in jobs that ended.",
  running: "Inventories that the worker reads now.",
  lease_waits_total: "Jobs that the worker put back because their account was being read.",
} as const;

/** Begins to count. Every result is told from the beginning, so that its first one is an increase. */
export function countWork(): WorkerCounters {
  const registry = new Registry();
  const named = (name: keyof typeof workerMetrics) => ({
    name: `${prefix}${name}`,
    help: workerMetrics[name],
    registers: [registry],
  });
  const jobs = new Counter({ ...named("jobs_total"), labelNames: ["result"] });
  const requests = new Counter(named("requests_total"));
  const resources = new Counter(named("resources_total"));
  const running = new Gauge(named("running"));
  const leaseWaits = new Counter(named("lease_waits_total"));
  for (const result of Object.keys(jobResults)) jobs.inc({ result }, 0);
  return {
    began: () => running.inc(),
    ended(result, run) {
      running.dec();
      jobs.inc({ result });
      requests.inc(run?.requests ?? 0);
      resources.inc(run?.resources ?? 0);
    },
    waited: () => leaseWaits.inc(),
    text: () => registry.metrics(),
  };
}
