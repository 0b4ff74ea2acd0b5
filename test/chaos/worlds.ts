import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { Event } from "../../src/inventory/event.ts";
import type { KindSummary } from "../../src/inventory/resource-kind.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { idOf } from "../providers/run.ts";
import { type Census, createCensus } from "./census.ts";
import { startRun } from "./library.ts";
import { openNetwork } from "./network.ts";
import { createTime, type Time } from "./time.ts";

export type WorldName = keyof typeof accounts;

/** A resource as an undisturbed run found it. */
export interface Known {
  readonly urn: string;
  readonly id: string;
  readonly kind: string;
  /** `<kind>@<scope>` */
  readonly scope: string;
  readonly madeAtMs: number;
}

/** An account, with what an undisturbed run finds in it. */
export interface World {
  readonly name: WorldName;
  readonly provider: "ovh" | "scaleway";
  readonly emulator: Emulator;
  readonly config: Readonly<Record<string, string>>;
  readonly kinds: readonly KindSummary[];
  readonly census: Census;
  /** Every resource by its URN. */
  readonly known: ReadonlyMap<string, Known>;
  /** Projects and regions, by the name that they are called by. */
  readonly places: readonly string[];
  /** The paths that the undisturbed run asked, each once. */
  readonly paths: readonly string[];
  /** How many requests it took. */
  readonly requests: number;
  /** Lets the emulator go by the time of a run. */
  setTime(time: Pick<Time, "truth">): void;
}

interface Account {
  readonly provider: "ovh" | "scaleway";
  readonly options: EmulatorOptions;
  /** Patterns of kinds; the default set when empty. */
  readonly kinds: readonly string[];
  readonly config: (emulator: Emulator) => Readonly<Record<string, string>>;
  /** What an undisturbed run may leave out: what the credential may not see. */
  readonly isNarrow?: boolean;
}

const application = ({ credentials }: Emulator) => ({ ...credentials.ovhApplication });
const organization = ({ credentials, scalewayOrganizationId }: Emulator) => ({
  ...credentials.scaleway,
  scw_organization_id: scalewayOrganizationId,
  scw_scope: "organization",
  regions: "fr-par",
});
const paged = {
  "scaleway.instance.server": 130,
  "scaleway.instance.volume": 0,
  "scaleway.block.volume": 205,
  "scaleway.block.snapshot": 101,
  "scaleway.secret.secret": 3,
  "scaleway.rdb.instance": 101,
};

const accounts = {
  "ovh, default kinds": {
    provider: "ovh",
    options: { ovhProjects: 3, ovhRegions: 2 },
    kinds: [],
    config: application,
  },
  "ovh, all kinds": {
    provider: "ovh",
    options: { ovhProjects: 1, ovhRegions: 2, resources: { "ovh.iam.policy": 3, "ovh.cloud.kube-node": 60 } },
    kinds: ["*"],
    config: application,
  },
  "ovh, tokens that end": {
    provider: "ovh",
    options: { ovhProjects: 2, ovhRegions: 2, ovhTokenLifetimeSeconds: 3 },
    kinds: [],
    config: ({ credentials }) => ({ ...credentials.ovhServiceAccount }),
  },
  "scaleway, many pages": {
    provider: "scaleway",
    options: { scalewayProjects: 2, zones: 1, resources: paged },
    kinds: ["scaleway.instance.server", "scaleway.block.*", "scaleway.secret.secret", "scaleway.rdb.instance"],
    config: organization,
  },
  "scaleway, all kinds": {
    provider: "scaleway",
    options: {
      scalewayProjects: 3,
      zones: 1,
      resources: { "scaleway.instance.volume": 120, "scaleway.instance.image": 2 },
      scalewayRules: [
        { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
        { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" },
      ],
    },
    kinds: ["*"],
    config: organization,
  },
  "scaleway, rights in some projects": {
    provider: "scaleway",
    options: {
      scalewayProjects: 3,
      zones: 1,
      scalewayRules: [
        { permissionSets: ["InstancesReadOnly", "ObjectStorageReadOnly"], scope: [0, 2] },
        { permissionSets: ["BlockStorageReadOnly"], scope: [1] },
        { permissionSets: ["SecretManagerReadOnly"], scope: "all-projects" },
        { permissionSets: ["ProjectReadOnly", "IAMReadOnly"], scope: "organization" },
      ],
    },
    kinds: [],
    config: organization,
    isNarrow: true,
  },
  "scaleway, a key that ends": {
    provider: "scaleway",
    // A run with slow answers outlasts it.
    options: { scalewayProjects: 2, zones: 1, scalewayKeyExpiresAt: "2026-01-01T00:00:05Z" },
    kinds: ["scaleway.instance.*", "scaleway.object.bucket", "scaleway.secret.secret"],
    config: organization,
  },
} as const satisfies Readonly<Record<string, Account>>;

export const worldNames = Object.keys(accounts) as WorldName[];

/** Starts an account and reads it once without any fault, scope by scope, to know what belongs where. */
export async function openWorld(name: WorldName): Promise<World> {
  const account: Account = accounts[name];
  const census = createCensus();
  const time = createTime(Number.POSITIVE_INFINITY, () => 0.5);
  let servers: Pick<Time, "truth"> = time;
  const emulator = await startEmulator({
    seed: 7,
    ...account.options,
    isThere: census.isThere,
    now: () => servers.truth(),
  });
  const definition = await loadProvider(account.provider);
  const config = {
    ...account.config(emulator),
    ...(account.kinds.length === 0 ? {} : { kinds: account.kinds.join(",") }),
  };
  const run = startRun({ definition, emulator, config, time, concurrentScopes: 1 });
  const asked: URL[] = [];
  const network = openNetwork({
    emulator,
    time,
    latencyMs: () => 1,
    mishapOf: async ({ url }) => {
      asked.push(url);
      return {};
    },
  });
  const events = await time.drive(run.events(), network.isBusy).finally(network.close);
  const known = knownBy(events);
  expectWhole(account, known, emulator, run.kinds);
  const ovhRegions = [...new Set([...known.values()].map(({ scope }) => scope.split("/")[1] ?? ""))].filter(Boolean);
  return {
    name,
    provider: account.provider,
    emulator,
    config,
    kinds: run.kinds,
    census,
    known,
    places:
      account.provider === "ovh" ? [...emulator.projects.ovh, ...ovhRegions] : emulator.projects.scaleway.slice(1),
    paths: [...new Set(asked.map(({ pathname }) => pathname))],
    requests: asked.length,
    setTime: (other) => {
      servers = other;
    },
  };
}

/**
 * What a resource says of its place names its scope. One scope at a time was read: what says nothing belongs to the scope whose end
 * comes next.
 */
function knownBy(events: readonly Event[]): ReadonlyMap<string, Known> {
  const ends = new Set(events.flatMap((event) => (event.type === "scope" ? [`${event.kind}@${event.scope}`] : [])));
  const known = new Map<string, Known>();
  let open: Omit<Known, "scope">[] = [];
  for (const event of events) {
    if (event.type === "resource") {
      const { urn, kind, region, details } = event.resource;
      const one = { urn, id: idOf(event.resource), kind, madeAtMs: Date.parse(details.createdAt ?? "") };
      const named = [`${kind}@${details.project}/${region}`, `${kind}@${details.project}`].find((end) => ends.has(end));
      if (named === undefined) open.push(one);
      else known.set(urn, { ...one, scope: named });
    }
    if (event.type !== "scope") continue;
    for (const one of open.filter(({ kind }) => kind === event.kind)) {
      known.set(one.urn, { ...one, scope: `${event.kind}@${event.scope}` });
    }
    open = open.filter(({ kind }) => kind !== event.kind);
  }
  return known;
}

/** What an undisturbed run finds is what the emulator holds: else nothing that follows would prove anything. */
function expectWhole(
  { isNarrow = false }: Account,
  known: ReadonlyMap<string, Known>,
  emulator: Emulator,
  kinds: readonly KindSummary[],
): void {
  if (isNarrow) return;
  for (const { id } of kinds) {
    const found = [...known.values()].filter(({ kind }) => kind === id).map((one) => one.id);
    const expected = emulator.expectedIds().get(id) ?? [];
    const missing = expected.filter((one) => !found.includes(one));
    if (missing.length > 0 || found.length !== expected.length) {
      throw new Error(
        `an undisturbed run found ${found.length} of ${expected.length} of ${id}; missing: ${missing.slice(0, 3)}`,
      );
    }
  }
}
