import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { type Estimate, estimate } from "../../src/inventory/estimate.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { createRecorder, rememberedOf } from "../../src/memory/reads.ts";
import { rowsOf } from "../rows.ts";
import { openOn, type ProviderId, runOpened } from "./run.ts";

const providers = ["ovh", "scaleway", "ovh-data-platform"] as const;
const rows: Readonly<Record<ProviderId, readonly ResourceKind[]>> = {
  ovh: await rowsOf("ovh"),
  scaleway: await rowsOf("scaleway"),
  "ovh-data-platform": await rowsOf("ovh-data-platform"),
};
// What is the organization's own is an organization's right.
const scalewayRules: readonly ScalewayRule[] = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" },
];

/** What a sweep takes, as it is reckoned from what an earlier run of the account read, and as it is. */
async function compared(emulator: Emulator, id: ProviderId, kinds: readonly string[], config = {}) {
  const organization = { scw_organization_id: emulator.scalewayOrganizationId, scw_scope: "organization" };
  const options = { config: id === "scaleway" ? { ...organization, ...config } : config };
  const chosen = rows[id].filter((kind) => kinds.includes(kind.id));
  const needed = new Set(chosen.flatMap(withOthers));
  // What only says what is below it is no kind that anybody chooses.
  const known = rows[id].filter((kind) => needed.has(kind.id));
  const recorder = createRecorder(known);
  const ids = known.map((kind) => kind.id);
  const before = await runOpened(await openOn(emulator, id, options), ids);
  for (const event of before.events) recorder.see(event);
  const remembered = rememberedOf(recorder.readsAfter({}));
  const { signal } = new AbortController();
  const expected = await estimate(await openOn(emulator, id, options), { kinds: chosen, signal, ...remembered });
  const { finished, scopes } = await runOpened(await openOn(emulator, id, options), kinds, remembered);
  return { expected, finished, scopes };
}

describe.each<{ name: string; options: EmulatorOptions }>([
  { name: "two projects", options: { ovhProjects: 2, scalewayProjects: 2, ovhRegions: 3 } },
  { name: "several projects, some zones without anything", options: { ovhProjects: 3, scalewayProjects: 4, zones: 5 } },
  { name: "nothing in them", options: { ovhProjects: 2, scalewayProjects: 3, resources: 0 } },
])("a sweep of an account with $name", ({ options }) => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ scalewayRules, ...options });
  });
  afterAll(() => emulator.close());

  it.each(providers.flatMap((id) => rows[id].map((kind) => [kind.id, id] as const)))(
    "of %s takes the requests that its formula says",
    async (kind, id) => {
      const { expected, finished, scopes } = await compared(emulator, id, [kind]);
      expect(scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered")).toEqual([]);
      expect(expected.unknown).toEqual([]);
      expect(expected.requests, JSON.stringify(expected)).toBe(finished.requests);
    },
  );

  it.each(providers)("of every kind of %s takes the sum, with what is shared counted once", async (id) => {
    const kinds = rows[id].map((kind) => kind.id);
    const { expected, finished } = await compared(emulator, id, kinds);
    expect(expected.requests, JSON.stringify(expected)).toBe(finished.requests);
    expect(sumOf(expected)).toBe(expected.requests);
  });
});

describe("what a sweep takes", () => {
  const many: EmulatorOptions = {
    ovhProjects: 1,
    scalewayProjects: 1,
    zones: 1,
    resources: {
      "ovh.dedicated-server": 120,
      "ovh.cloud.database": 60,
      "ovh.cloud.gateway": 100,
      "ovh.vps": 3,
      "scaleway.instance.server": 200,
      "scaleway.rdb.instance": 101,
    },
  };
  const servers = "ovh.dedicated-server";

  it.each<[string, ProviderId, number]>([
    // One list, and batches of 50.
    [servers, "ovh", 1 + 3],
    // The list of projects, one list, and batches of fewer than 50, since ids are long.
    ["ovh.cloud.database", "ovh", 1 + 1 + 2],
    // 1 + 1 a batch, and two facts a server.
    ["ovh.vps", "ovh", 1 + 1 + 2 * 3],
  ])("counts batches and facts: %s", async (kind, id, requests) => {
    const emulator = await startEmulator(many);
    try {
      const { expected, finished } = await compared(emulator, id, [kind]);
      expect([expected.requests, finished.requests]).toEqual([requests, requests]);
    } finally {
      await emulator.close();
    }
  });

  it.each<[string, ProviderId]>([
    ["ovh.cloud.gateway", "ovh"],
    ["scaleway.instance.server", "scaleway"],
    ["scaleway.rdb.instance", "scaleway"],
  ])("counts pages, the full ones too: %s", async (kind, id) => {
    const emulator = await startEmulator({ ...many, scalewayRules });
    try {
      const { expected, finished } = await compared(emulator, id, [kind]);
      expect(expected.requests).toBe(finished.requests);
    } finally {
      await emulator.close();
    }
  });

  it.each([2, 0])(
    "counts the lists below the databases of an engine that has them, with %s topics in each",
    async (topics) => {
      const resources = { "ovh.cloud.database": 12, "ovh.cloud.kafka-topic": topics };
      const emulator = await startEmulator({ ovhProjects: 1, resources });
      try {
        const { expected, finished } = await compared(emulator, "ovh", ["ovh.cloud.kafka-topic"]);
        expect(expected.requests).toBe(finished.requests);
        const [topic] = expected.kinds;
        // Each third of five engines is Kafka.
        expect(topic).toMatchObject({ items: 2 * topics, requests: 2 + (topics > 0 ? 2 : 0) });
      } finally {
        await emulator.close();
      }
    },
  );

  it("counts pages of what is another owner's", async () => {
    const emulator = await startEmulator({ scalewayProjects: 1, scalewayRules });
    try {
      const kinds = rows.scaleway.filter(({ id }) => id === "scaleway.inference.model");
      const { signal } = new AbortController();
      const lastRead = () => ({ count: 1, foreign: 150 });
      const provider = await openOn(emulator, "scaleway", { config: { regions: "fr-par" } });
      const expected = await estimate(provider, { kinds, signal, lastRead });
      expect(expected.kinds).toMatchObject([{ places: 1, items: 1, requests: 2 }]);
    } finally {
      await emulator.close();
    }
  });

  // From three projects on, one list serves them all.
  it.each([1, 3])(
    "counts the list that completes a server, in the one place of %s projects that has one",
    async (projects) => {
      const resources = { "scaleway.instance.server": 0 };
      const emulator = await startEmulator({ scalewayProjects: projects, resources, scalewayRules });
      try {
        const project = emulator.projects.scaleway[0];
        const interfaces = [{ id: "7d0e1f2a-0000-4000-8000-000000000001", private_network_id: "network" }];
        const server = { id: "7d0e1f2a-0000-4000-8000-000000000002", project, private_nics: interfaces };
        const match = new RegExp(`/zones/fr-par-2/servers\\?.*(organization=|project=${project})`);
        emulator.addFault({ match, body: { servers: [server] }, headers: { "x-total-count": "1" } });
        const { expected, finished } = await compared(emulator, "scaleway", ["scaleway.instance.server"]);
        expect(expected.requests).toBe(finished.requests);
        expect(expected.others).toEqual([{ kind: "scaleway.ipam.ip", requests: 1 }]);
      } finally {
        await emulator.close();
      }
    },
  );

  it("counts each detail where the operator wants no batches", async () => {
    const emulator = await startEmulator(many);
    try {
      const environment = { ...emulator.environment, CLOUD_INVENTORY_OVH_BATCHES: "off" };
      const { expected, finished } = await compared({ ...emulator, environment }, "ovh", [servers]);
      expect([expected.requests, finished.requests]).toEqual([121, 121]);
    } finally {
      await emulator.close();
    }
  });

  it.each(providers)("is at most what it comes to, where nothing is remembered: %s", async (id) => {
    const emulator = await startEmulator({ ovhProjects: 2, scalewayProjects: 2, ovhRegions: 2 });
    try {
      const { signal } = new AbortController();
      const kinds = rows[id];
      const { requests, kinds: ofKinds } = await estimate(await openOn(emulator, id), { kinds, signal });
      const { finished } = await runOpened(await openOn(emulator, id), ["*"]);
      expect(requests).toBeLessThanOrEqual(finished.requests);
      expect(requests).toBeGreaterThan(0);
      expect(ofKinds.every(({ items, counted }) => items === 0 && counted === 0)).toBe(true);
    } finally {
      await emulator.close();
    }
  });

  it("says of which kinds the places could not be found out", async () => {
    const emulator = await startEmulator({ ovhProjects: 2, faults: [{ match: /\/region$/, status: 500 }] });
    try {
      const { signal } = new AbortController();
      const kinds = rows.ovh.filter(({ id }) => id === "ovh.cloud.bucket" || id === "ovh.cloud.volume");
      const expected = await estimate(await openOn(emulator, "ovh"), { kinds, signal });
      expect(expected.unknown).toHaveLength(2);
      expect(expected.unknown[0]).toMatchObject({ kinds: ["ovh.cloud.bucket"], code: "UNAVAILABLE" });
      expect(expected.kinds.find(({ kind }) => kind === "ovh.cloud.volume")).toMatchObject({ places: 2, requests: 2 });
    } finally {
      await emulator.close();
    }
  });

  it("is said in words of batches only where the cloud has them", () => {
    expect(rows.scaleway.filter(({ requests }) => requests.includes("batches"))).toEqual([]);
  });
});

/** A kind with what it is below, and what completes it. */
function withOthers(kind: ResourceKind): readonly string[] {
  const above = kind.parent === undefined ? [] : [kind.parent.kind];
  const others = [...above, ...(kind.joins ?? []).map((join) => join.kind)];
  return [kind.id, ...others.flatMap(withOthers)];
}

function sumOf({ kinds, others, finding }: Estimate): number {
  return [...kinds, ...others].reduce((sum, { requests }) => sum + requests, finding);
}
