// What is listed: a made-up account of the emulator, the kinds that are asked for, and the same lists for other clients.

/** The rules of a key that may read a whole organization, IAM included. */
const everyRight = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["ProjectReadOnly", "IAMReadOnly"], scope: "organization" },
];

/** Instances and volumes of OVHcloud projects: the list of projects, then two lists of each. */
export function ovhProjects(projects, { instances = 4, volumes = 6 } = {}) {
  return {
    provider: "ovh",
    kinds: ["ovh.cloud.instance", "ovh.cloud.volume"],
    emulator: {
      ovhProjects: projects,
      resources: { "ovh.cloud.instance": instances, "ovh.cloud.volume": volumes },
    },
    requests: 1 + 2 * projects,
    lists: 1,
    depth: 2,
  };
}

/** All that an OVHcloud run asks for by default. */
export function ovhSweep(projects, regions) {
  return { provider: "ovh", emulator: { ovhProjects: projects, ovhRegions: regions }, depth: 3 };
}

/** A middling account: three projects and all places, of every kind that is not a person, or of those that are read by default. */
export function sweep(provider, everyKind) {
  const sizes =
    provider === "ovh" ? { ovhProjects: 3, ovhRegions: 15 } : { scalewayProjects: 3, scalewayRules: everyRight };
  const rates = {
    ovh: { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 50, startInFlight: 8 },
    scaleway: { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 },
  };
  return { provider, everyKind, zones: 10, emulator: sizes, depth: 6, rate: rates[provider] };
}

/** Block volumes of Scaleway projects, zone by zone, 100 a page. */
export function scalewayVolumes(projects, volumesPerZone, zones = 10) {
  return scaleway("scaleway.block.volume", projects, volumesPerZone, zones, {});
}

export function scalewayServers(projects, serversPerZone, zones = 10) {
  const none = { "scaleway.block.volume": 0, "scaleway.instance.volume": 0 };
  return scaleway("scaleway.instance.server", projects, serversPerZone, zones, none);
}

function scaleway(kind, projects, perZone, zones, others) {
  const pages = Math.max(1, Math.ceil(perZone / 100));
  return {
    provider: "scaleway",
    kinds: [kind],
    zones,
    emulator: { scalewayProjects: projects, zones, resources: { ...others, [kind]: perZone } },
    requests: projects * zones * pages,
    lists: projects * zones,
    depth: pages > 1 ? 2 : 1,
  };
}

/** The same, read as an organization by a key that may read all of it, IAM included. */
export function ofOrganization(work) {
  const { scalewayProjects, resources } = work.emulator;
  const pages = Math.ceil((scalewayProjects * resources[work.kinds[0]]) / 100);
  const sizes = { requests: work.zones * pages, lists: work.zones, depth: pages > 1 ? 2 : 1 };
  return { ...work, ...sizes, isOrganization: true, emulator: { ...work.emulator, scalewayRules: everyRight } };
}
