/** Every kind of resource that the emulator holds, with how many of it each place holds unless told otherwise. */
const defaultCounts = {
  "ovh.cloud.project": 3,
  "ovh.cloud.instance": 6,
  "ovh.cloud.instance-snapshot": 2,
  "ovh.cloud.volume": 6,
  "ovh.cloud.volume-snapshot": 3,
  "ovh.cloud.volume-backup": 2,
  "ovh.cloud.bucket": 3,
  "ovh.cloud.swift-container": 2,
  "ovh.cloud.database": 2,
  "ovh-data-platform.bucket": 3,
  "scaleway.account.project": 2,
  "scaleway.instance.server": 2,
  "scaleway.instance.volume": 2,
  "scaleway.instance.snapshot": 1,
  "scaleway.instance.image": 1,
  "scaleway.block.volume": 2,
  "scaleway.block.snapshot": 1,
  "scaleway.object.bucket": 2,
  "scaleway.secret.secret": 2,
} as const;

/** The id of a kind of resource that the emulator holds. */
export type EmulatedKind = keyof typeof defaultCounts;

/** Kinds that are listed by Scaleway's JSON APIs in a zone or a region. */
export type ScalewayListKind = Exclude<
  Extract<EmulatedKind, `scaleway.${string}`>,
  "scaleway.account.project" | "scaleway.object.bucket"
>;

/** Kinds inside an OVHcloud Public Cloud project. */
export type OvhListKind = Exclude<Extract<EmulatedKind, `ovh.${string}`>, "ovh.cloud.project">;

/** How many of a kind there are in each place by default. */
export function defaultCount(kind: EmulatedKind): number {
  return defaultCounts[kind];
}
