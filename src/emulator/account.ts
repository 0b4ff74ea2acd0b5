import type { Cloud } from "./answer.ts";
import { credentialsOf, type EmulatedCredentials } from "./credentials.ts";
import { dataPlatformBuckets } from "./data-platform/buckets.ts";
import { createDataPlatform } from "./data-platform/cloud.ts";
import { dataPlatformKeyOf } from "./data-platform/key.ts";
import { expectedIdsOf } from "./expected.ts";
import { createFaults } from "./faults.ts";
import { type Clouds, createFront, type Listener } from "./front.ts";
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

/** One emulated customer: an account at OVHcloud, one project of its Data Platform, and an organization at Scaleway. */
export interface EmulatedAccount {
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
}

/** An account with what its server needs of it. */
export interface HostedAccount {
  readonly account: EmulatedAccount;
  /** The clouds that a recording holds; undefined where nothing is recorded. */
  readonly recordedProviders: ReadonlySet<string> | undefined;
  /** What answers its requests, where they come to this origin. */
  listenerAt(url: string): Listener;
  /** Whether a key or token, as requests name it, is one of the account's; whatever it is still good for. */
  isOpenedBy(credential: string): boolean;
  /** Counts a connection. */
  connected(): void;
}

/** Makes up an account. Its clouds are made at their first request: who serves many is asked by each for little. */
export function createAccount(options: EmulatorOptions): HostedAccount {
  const plan = planOf(options);
  const transcript = options.replay === undefined ? undefined : readTranscript(options.replay);
  const owned = ownedOf(options, plan, transcript);
  const faults = createFaults(options.faults ?? [], plan.seed);
  const counter = createCounter();
  const { now = Date.now, clockSkewSeconds = 0 } = options;
  const clock = () => now() + clockSkewSeconds * 1000;
  const monotonic = options.now ?? (() => performance.now());
  const { fleet, source, served, ovhAccess, scalewayKey, dataPlatform } = owned;
  return {
    account: {
      credentials: credentialsOf(ovhAccess, scalewayKey, owned.projects.scaleway[0] ?? "", dataPlatform.key),
      projects: owned.projects,
      scalewayOrganizationId: owned.organizationId,
      recordedCredential: transcript?.configOf("ovh").credential,
      statistics: counter.statistics,
      resetStatistics: counter.reset,
      decideOvhCredential: ovhAccess.keys.decide,
      addFault: faults.add,
      clearFaults: faults.clear,
      expectedIds: () => expectedIdsOf(fleet, source, dataPlatform.buckets, served),
    },
    recordedProviders: transcript?.providers,
    listenerAt(url) {
      const madeUp = cloudsOf(owned, plan, { origin: url, clock, batches: options.ovhBatches ?? "served" });
      const clouds = transcript === undefined ? madeUp : recordedClouds(madeUp, transcript);
      return createFront({ clouds, faults, counter, options, clock, monotonic });
    },
    isOpenedBy: (credential) =>
      [ovhAccess.application.applicationKey, scalewayKey.secretKey, scalewayKey.accessKey].includes(credential) ||
      ovhAccess.bearers.knows(credential) ||
      dataPlatform.key.knows(credential),
    connected: counter.connected,
  };
}

/** All that the customer owns, and the credentials that open it. */
function ownedOf(options: EmulatorOptions, plan: Plan, transcript: Transcript | undefined) {
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
  const ovhAccess = ovhAccessOf(options, plan, fleet.projectIds);
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
  owned: ReturnType<typeof ownedOf>,
  plan: Plan,
  server: Pick<OvhCloudParts, "origin" | "clock" | "batches">,
): Clouds {
  const { clock } = server;
  const { fleet, source, served, routes, permissions, iam, dataPlatform } = owned;
  const { ovhAccess: access, scalewayKey: key } = owned;
  const sort = createSorter();
  return {
    ovh: madeWhenAsked(() => createOvhCloud({ fleet, served, access, seed: plan.seed, ...server })),
    ovhTokens: createTokenEndpoint(access.bearers, clock),
    scaleway: madeWhenAsked(() =>
      createScalewayCloud({ plan, source, served, routes, permissions, iam, key, clock, sort }),
    ),
    objectStorage: createObjectStorage({ plan, source, permissions, key, clock }),
    dataPlatform: createDataPlatform({ ...dataPlatform, clock }),
  };
}

function madeWhenAsked(make: () => Cloud): Cloud {
  let made: Cloud | undefined;
  return (...asked) => {
    made ??= make();
    return made(...asked);
  };
}
