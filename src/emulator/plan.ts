import { assertKinds, countOf, defaultCount, type EmulatedKind } from "./kinds.ts";
import type { EmulatorOptions } from "./options.ts";
import { usualAccountName } from "./ovh/account.ts";
import { type OvhRegion, regionsFor } from "./ovh/regions.ts";
import { regionOfZone, zones } from "./scaleway/localities.ts";

/** The options with every default filled in: what there is, and where. */
export interface Plan {
  readonly seed: number;
  readonly ovhAccountName: string;
  readonly ovhProjects: number;
  readonly scalewayProjects: number;
  readonly suspendedOvhProjects: readonly number[];
  readonly ovhProjectExpiresAt: Readonly<Record<number, string>>;
  readonly ovhRegions: readonly OvhRegion[];
  /** Scaleway zones and regions that hold resources. */
  readonly scalewayLocalities: ReadonlySet<string>;
  /** How many of a kind there are in one place. */
  count(kind: EmulatedKind): number;
  isOffered(kind: EmulatedKind, locality: string): boolean;
  /** Those that exist at this moment, each known by the ids that are given for it. */
  present<Item>(items: readonly Item[], idsOf: (item: Item) => readonly unknown[]): readonly Item[];
}

/**
 * Secret Manager is sold in three regions, not in Milan
 * (https://www.scaleway.com/en/docs/account/reference-content/products-availability/).
 */
const neverOffered: Partial<Record<EmulatedKind, readonly string[]>> = { "scaleway.secret.secret": ["it-mil"] };

/** Fills in the defaults of the options. */
export function planOf(options: EmulatorOptions): Plan {
  const { resources, notOffered = {}, isThere } = options;
  assertKinds(Object.keys(typeof resources === "object" ? resources : {}), "resources");
  assertKinds(Object.keys(notOffered), "notOffered");
  const holding = zones.slice(0, options.zones ?? zones.length);
  const told = (kind: EmulatedKind) => (typeof resources === "object" ? resources[kind] : undefined);
  return {
    seed: options.seed ?? 1,
    ovhAccountName: options.ovhAccountName ?? usualAccountName,
    ovhProjects: options.ovhProjects ?? told("ovh.cloud.project") ?? defaultCount("ovh.cloud.project"),
    scalewayProjects:
      options.scalewayProjects ?? told("scaleway.account.project") ?? defaultCount("scaleway.account.project"),
    suspendedOvhProjects: options.suspendedOvhProjects ?? [],
    ovhProjectExpiresAt: options.ovhProjectExpiresAt ?? {},
    ovhRegions: regionsFor(options.ovhRegions ?? 4),
    scalewayLocalities: new Set(holding.flatMap((zone) => [zone, regionOfZone(zone)])),
    count: (kind) => countOf(kind, resources),
    isOffered: (kind, locality) =>
      ![...(notOffered[kind] ?? []), ...(neverOffered[kind] ?? [])].some((name) => name === locality || name === "*"),
    // The same list where nothing changes: it is sorted and looked into once.
    present: (items, idsOf) =>
      isThere === undefined
        ? items
        : items.filter((item) => idsOf(item).every((id) => id === undefined || isThere(String(id)))),
  };
}
