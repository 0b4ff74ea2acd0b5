import { createServer, type RequestListener, type Server } from "node:http";
import { credentialsOf, type EmulatedCredentials, environmentOf } from "./credentials.ts";
import { dataPlatformBuckets } from "./data-platform/buckets.ts";
import { createDataPlatform } from "./data-platform/cloud.ts";
import { dataPlatformKeyOf } from "./data-platform/key.ts";
import { expectedIdsOf } from "./expected.ts";
import { createFaults } from "./faults.ts";
import { createFront } from "./front.ts";
import type { EmulatedKind } from "./kinds.ts";
import { createSorter } from "./lists.ts";
import { createObjectStorage } from "./object-storage/cloud.ts";
import type { EmulatorOptions, Fault, OvhDecision } from "./options.ts";
import { ovhAccessOf } from "./ovh/access.ts";
import { createOvhCloud, type OvhCloudParts } from "./ovh/cloud.ts";
import { createOvhFleet } from "./ovh/fleet.ts";
import { presentPolicies } from "./ovh/iam-routes.ts";
import { createTokenEndpoint } from "./ovh/token-endpoint.ts";
import { type Plan, planOf } from "./plan.ts";
import { recordedClouds } from "./replay/recorded-clouds.ts";
import { createReplay } from "./replay/source.ts";
import { readTranscript, type Transcript } from "./replay/transcript.ts";
import { createScalewayCloud } from "./scaleway/cloud.ts";
import { createScalewayFleet } from "./scaleway/fleet.ts";
import { iamOf } from "./scaleway/iam.ts";
import { presentIdentities } from "./scaleway/iam-items.ts";
import { scalewayKeyOf } from "./scaleway/key.ts";
import { permissionsOf } from "./scaleway/permissions.ts";
import { scalewayRoutes } from "./scaleway/routes.ts";
import { servedFleetOf } from "./served/account.ts";
import { createCounter, type Statistics } from "./statistics.ts";

/** A running emulator of OVHcloud, its Data Platform, and Scaleway. */
export interface Emulator {
  /** `http://127.0.0.1:PORT`, for all of the clouds. */
  readonly url: string;
  /** Variables that point a program at the emulator, credentials included. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every credential that opens the emulated accounts, as a config holds it. */
  readonly credentials: EmulatedCredentials;
  readonly projects: { readonly ovh: readonly string[]; readonly scaleway: readonly string[] };
  /** The organization of the first Scaleway project. */
  readonly scalewayOrganizationId: string;
  /** The kind of OVHcloud's credential in a recording that is served. */
  readonly recordedCredential: string | undefined;
  readonly statistics: Statistics;
  resetStatistics(): void;
  /** Does what the customer does with a consumer key that was asked for; RangeError if there is no such key. */
  decideOvhCredential(consumerKey: string, decision: OvhDecision): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** The ids of every resource that exists, to compare with what was found; a bucket's id is its name. */
  expectedIds(): ReadonlyMap<EmulatedKind, readonly string[]>;
  /** What its server does with each request, for a client in the same process that needs no connection. */
  readonly handle: RequestListener;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

const loopback = "127.0.0.1";

/** Starts an emulator. It listens on the loopback interface only: its credentials protect nothing. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const plan = planOf(options);
  const transcript = options.replay === undefined ? undefined : readTranscript(options.replay);
  const account = accountOf(options, plan, transcript);
  const faults = createFaults(options.faults ?? [], plan.seed);
  const counter = createCounter();
  const server = createServer();
  // Longer than any client keeps a connection: a server that hangs up first makes requests fail at random.
  server.keepAliveTimeout = 120_000;
  server.on("connection", () => counter.connected());
  const url = await listen(server, options.port ?? 0);
  const { now = Date.now, clockSkewSeconds = 0 } = options;
  const clock = () => now() + clockSkewSeconds * 1000;
  const monotonic = options.now ?? (() => performance.now());
  const madeUp = cloudsOf(account, plan, { origin: url, clock, batches: options.ovhBatches ?? "served" });
  const clouds = transcript === undefined ? madeUp : recordedClouds(madeUp, transcript);
  const handle = createFront({ clouds, faults, counter, options, clock, monotonic });
  server.on("request", handle);
  const { fleet, source, served, ovhAccess, scalewayKey, dataPlatform } = account;
  const credentials = credentialsOf(ovhAccess, scalewayKey, account.projects.scaleway[0] ?? "", dataPlatform.key);
  return {
    url,
    environment: environmentOf(url, credentials, transcript?.providers),
    credentials,
    projects: account.projects,
    scalewayOrganizationId: account.organizationId,
    recordedCredential: transcript?.configOf("ovh").credential,
    statistics: counter.statistics,
    resetStatistics: counter.reset,
    decideOvhCredential: ovhAccess.keys.decide,
    addFault: faults.add,
    clearFaults: faults.clear,
    expectedIds: () => expectedIdsOf(fleet, source, dataPlatform.buckets, served),
    handle,
    close: () => close(server),
  };
}

/** All that the customer owns, and the credentials that open it. */
function accountOf(options: EmulatorOptions, plan: Plan, transcript: Transcript | undefined) {
  const fleet = createOvhFleet(plan);
  const { source, routes } =
    options.replay === undefined || transcript !== undefined
      ? { source: createScalewayFleet(plan), routes: scalewayRoutes }
      : createReplay(options.replay);
  const projectIds = source.projects.map(({ id }) => id);
  const recorded = transcript?.configOf("scaleway");
  const organizationId = recorded?.organization ?? source.projects[0]?.organization_id ?? "";
  const { scalewayPreferredProject: preferred = 0, scalewayKeyExpiresAt = null } = options;
  const preferredId = preferred === "organization" ? organizationId : (projectIds[preferred] ?? "");
  const iam = iamOf(options, { seed: plan.seed, organizationId, projectIds });
  const ovhAccess = ovhAccessOf(options, plan.seed, fleet.projectIds);
  const madeUpKey = scalewayKeyOf(plan.seed, preferredId, scalewayKeyExpiresAt);
  const scalewayKey = { ...madeUpKey, accessKey: recorded?.accessKey ?? madeUpKey.accessKey };
  const present = new Map([...presentPolicies(ovhAccess), ...presentIdentities(iam, scalewayKey)]);
  const isScalewayMadeUp = options.replay === undefined || transcript !== undefined;
  return {
    fleet,
    source,
    served: servedFleetOf(plan, fleet, source, { organizationId, present, isScalewayMadeUp }),
    routes,
    organizationId,
    projects: {
      ovh: transcript?.providers.has("ovh") ? transcript.configOf("ovh").projects : fleet.projectIds,
      scaleway: transcript?.providers.has("scaleway") ? (recorded?.projects ?? []) : projectIds,
    },
    permissions: permissionsOf(options, projectIds),
    iam,
    ovhAccess,
    scalewayKey,
    dataPlatform: { key: dataPlatformKeyOf(options, plan.seed), buckets: dataPlatformBuckets(plan) },
  };
}

function cloudsOf(
  account: ReturnType<typeof accountOf>,
  plan: Plan,
  server: Pick<OvhCloudParts, "origin" | "clock" | "batches">,
) {
  const { clock } = server;
  const { fleet, source, served, routes, permissions, iam, dataPlatform } = account;
  const { ovhAccess: access, scalewayKey: key } = account;
  return {
    ovh: createOvhCloud({ fleet, served, access, seed: plan.seed, ...server }),
    ovhTokens: createTokenEndpoint(access.bearers, clock),
    scaleway: createScalewayCloud({ plan, source, served, routes, permissions, iam, key, clock, sort: createSorter() }),
    objectStorage: createObjectStorage({ plan, source, permissions, key, clock }),
    dataPlatform: createDataPlatform({ ...dataPlatform, clock }),
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      resolve(`http://${loopback}:${typeof address === "object" && address !== null ? address.port : port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
