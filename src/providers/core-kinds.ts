/**
 * The core of the default set: what a run without `kinds` read from the first version on. It is written down and never derived, and
 * it does not change: credentials were granted for it, and a control plane takes a list of these kinds for the full set. Every other
 * kind of the default set is optional: where it is not granted, nothing fails (docs/outcomes.md, "Kinds that are not granted").
 * Of a provider without an entry every default kind is core: its entries are written with the first version that ships it.
 */
export const coreKinds: readonly string[] = [
  "ovh.cloud.project",
  "ovh.cloud.instance",
  "ovh.cloud.volume",
  "ovh.cloud.bucket",
  "ovh.cloud.swift-container",
  "ovh.cloud.database",
  "scaleway.instance.server",
  "scaleway.instance.volume",
  "scaleway.block.volume",
  "scaleway.object.bucket",
  "scaleway.secret.secret",
  "ovh-data-platform.bucket",
];
