import type { EmulatedKind } from "../kinds.ts";

/** One region of a Public Cloud project. */
export interface OvhRegion {
  readonly name: string;
  readonly datacenter: string;
  readonly country: string;
  readonly continent: "EU" | "NA";
  readonly type: "region" | "region-3-az";
  /** Names as the region's own `services[]` give them. */
  readonly services: readonly string[];
}

const compute = ["instance", "volume", "snapshot", "workflow", "network", "octavialoadbalancer"];
const objectStorage = ["storage", "storage-s3-standard", "storage-s3-high-perf"];
const threeZones = [...compute, "storage-s3-standard"];

/** Object storage has regions of its own (`GRA`), apart from those of compute (`GRA11`); 3-AZ regions have both. */
const catalogue: readonly OvhRegion[] = [
  region("GRA11", "Gravelines", "fr", compute),
  region("GRA", "Gravelines", "fr", objectStorage),
  region("SBG5", "Strasbourg", "fr", compute),
  region("DE1", "Frankfurt", "de", compute),
  region("EU-WEST-PAR", "Paris", "fr", threeZones),
  region("SBG", "Strasbourg", "fr", objectStorage),
  region("DE", "Frankfurt", "de", objectStorage),
  region("UK1", "London", "uk", compute),
  region("WAW1", "Warsaw", "pl", compute),
  region("BHS5", "Beauharnois", "ca", compute),
  region("BHS", "Beauharnois", "ca", objectStorage),
  region("EU-SOUTH-MIL", "Milan", "it", threeZones),
];

function region(name: string, datacenter: string, country: string, services: readonly string[]): OvhRegion {
  const continent = country === "ca" ? "NA" : "EU";
  return { name, datacenter, country, continent, type: name.startsWith("EU-") ? "region-3-az" : "region", services };
}

/** The catalogue's first regions, then more of Gravelines; a lone region has both compute and S3. */
export function regionsFor(count: number): readonly OvhRegion[] {
  if (count === 1) return catalogue.filter(({ name }) => name === "EU-WEST-PAR");
  const more = Array.from({ length: Math.max(0, count - catalogue.length) }, (_, place) => place + 12);
  return [...catalogue.slice(0, count), ...more.map((number) => region(`GRA${number}`, "Gravelines", "fr", compute))];
}

const serviceOfKind: Partial<Record<EmulatedKind, string>> = {
  "ovh.cloud.instance": "instance",
  "ovh.cloud.instance-snapshot": "snapshot",
  "ovh.cloud.volume": "volume",
  "ovh.cloud.volume-snapshot": "volume",
  // The names of services are not documented, and none was seen for backups: they come with the volumes.
  "ovh.cloud.volume-backup": "volume",
  "ovh.cloud.bucket": "storage-s3",
  "ovh.cloud.swift-container": "storage",
};

/** Whether a service of a region is the one that a kind needs. */
export function serves(service: string, kind: EmulatedKind): boolean {
  const needed = serviceOfKind[kind];
  return needed === "storage-s3" ? service.startsWith(needed) : service === needed;
}

/** Kinds that need a service of the region; databases do not. */
export const regionalKinds = Object.keys(serviceOfKind) as readonly EmulatedKind[];
