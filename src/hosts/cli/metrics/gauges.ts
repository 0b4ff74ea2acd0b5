import { Gauge, Registry } from "prom-client";

/** What is measured of a run, by name without {@link prefix}: what it says, and the labels beside `inventory` and `account`. */
export const gauges = {
  last_run_timestamp_seconds: { help: "When the last run ended, however it ended, in seconds since 1970." },
  last_success_timestamp_seconds: {
    help: "When a run last ended with everything read, or with nothing missing but what its config accepts, in seconds since 1970.",
  },
  exit_code: { help: "The exit status of the last run: 0 is complete." },
  complete: { help: "1 where the last run read every scope of the inventory to its end, else 0." },
  duration_seconds: { help: "How long the last run read the inventory." },
  requests: { help: "Requests that the last run sent for the inventory." },
  refused_requests: { help: "Requests of the last run that the provider refused because there were too many." },
  scopes: { help: "Scopes of the last run, a kind in a place each, by how they ended.", labels: ["outcome"] },
  resources: {
    help: "Resources that the last run found, by kind and by how the scopes that they are in ended.",
    labels: ["kind", "outcome"],
  },
  credential_expiry_timestamp_seconds: {
    help: "When the credential comes to its end, in seconds since 1970; +Inf where it never does.",
  },
} as const satisfies Readonly<Record<string, { readonly help: string; readonly labels?: readonly string[] }>>;

export type GaugeName = keyof typeof gauges;

/** What every name begins with. */
export const prefix = "cloud_inventory_";

/** One value, as it stands in the file. */
export interface Sample {
  readonly name: GaugeName;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * The text of samples, in Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). All are gauges: a
 * run begins anew each time, and what is never summed up is no counter. None has a timestamp: node_exporter leaves out a file that holds
 * one (https://github.com/prometheus/node_exporter/pull/769).
 */
export function textOf(samples: readonly Sample[]): Promise<string> {
  const registry = new Registry();
  for (const [name, gauge] of Object.entries(gauges)) {
    const own = samples.filter((sample) => sample.name === name);
    if (own.length === 0) continue;
    const labelNames = ["inventory", "account", ...("labels" in gauge ? gauge.labels : [])];
    const made = new Gauge({ name: `${prefix}${name}`, help: gauge.help, labelNames, registers: [registry] });
    for (const { labels, value } of own) made.set(labels, value);
  }
  return registry.metrics();
}
