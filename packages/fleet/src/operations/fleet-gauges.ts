import { Gauge, Registry } from "prom-client";

/** What every name begins with. */
export const prefix = "cloud_inventory_fleet_";

const ofInventory = ["customer", "name", "inventory"] as const;

/** What is told of a fleet, by name without {@link prefix}: what it says, and its labels. */
export const fleetGauges = {
  last_run_timestamp_seconds: {
    help: "When the last run of the inventory ended, however it ended, in seconds since 1970.",
    labels: ofInventory,
  },
  last_run_state: {
    help: "1 for the state that the last run ended in; other states are absent.",
    labels: [...ofInventory, "state"],
  },
  last_run_exit_code: {
    help: "The exit status of the last run: 0 is complete, or misses nothing but what the config accepts.",
    labels: ofInventory,
  },
  last_run_complete: {
    help: "1 where the last run read every scope of the inventory to its end, else 0.",
    labels: ofInventory,
  },
  last_complete_timestamp_seconds: {
    help: "When a run last ended with everything read, in seconds since 1970; absent where none did.",
    labels: ofInventory,
  },
  last_success_timestamp_seconds: {
    help: "When a run last ended with exit status 0, in seconds since 1970; absent where none did.",
    labels: ofInventory,
  },
  last_run_duration_seconds: {
    help: "How long the last run read the inventory; absent where none began to read.",
    labels: ofInventory,
  },
  last_run_resources: {
    help: "Resources that the last run found; absent where none began to read.",
    labels: ofInventory,
  },
  last_run_requests: {
    help: "Requests that the last run sent; absent where none began to read.",
    labels: ofInventory,
  },
  credential_expiry_timestamp_seconds: {
    help: "When the credential of the last run comes to its end, in seconds since 1970; +Inf where it never does, absent where nothing tells it.",
    labels: ofInventory,
  },
  inventories: { help: "Inventories of which a run has ended.", labels: [] },
  jobs_queued: { help: "Jobs that wait for a worker, those that are tried again later among them.", labels: [] },
  jobs_active: { help: "Jobs that a worker has taken.", labels: [] },
  dead_letters: { help: "Jobs that no worker tries any more, of inventories that were not read since.", labels: [] },
  metrics_timestamp_seconds: {
    help: "When these metrics were read from the database, in seconds since 1970.",
    labels: [],
  },
} as const satisfies Readonly<Record<string, { readonly help: string; readonly labels: readonly string[] }>>;

/** One value, as it is told. */
export interface FleetSample {
  readonly name: keyof typeof fleetGauges;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * The text of samples, in Prometheus' text format 0.0.4 and without timestamps, as `discover --metrics` writes it.
 *
 * @param samples as they come: each is kept once.
 */
export async function textOf(samples: Iterable<FleetSample>): Promise<string> {
  const registry = new Registry();
  const made = new Map<string, Gauge>();
  for (const [name, { help, labels }] of Object.entries(fleetGauges)) {
    made.set(name, new Gauge({ name: `${prefix}${name}`, help, labelNames: labels, registers: [] }));
  }
  const used = new Set<string>();
  for (const { name, labels, value } of samples) {
    made.get(name)?.set(labels, value);
    used.add(name);
  }
  // A gauge without labels tells 0 where nobody has set it, and what is not known is to be absent.
  for (const [name, gauge] of made) if (used.has(name)) registry.registerMetric(gauge);
  return registry.metrics();
}
