import { forecaster } from "../../http/forecast.ts";
import type { Provider, ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import { createJoins } from "../../listing/joins.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { createSharedWindow } from "../../listing/paging/shared-window.ts";
import type { Examiner } from "../../preflight/examiner.ts";
import { defineProvider, type Surroundings } from "../definition.ts";
import { createKindLoader, kindsOf } from "../products.ts";
import { countryTeller } from "../region-table.ts";
import { createBucketReader } from "./buckets.ts";
import { scalewayChoices } from "./choices.ts";
import { ScalewayConfig, scalewayFamilies, scalewayScopes, scalewaySources } from "./config.ts";
import { connectScaleway } from "./connection.ts";
import { scalewayGranter } from "./grants.ts";
import { lackedRightsOf } from "./lacked-rights.ts";
import { createLists, type RunState } from "./lists.ts";
import { sharesPlaces } from "./localities.ts";
import { createOrganizationFinder } from "./organization.ts";
import { createOrganizationLists, fewestProjects, type OrganizationLists } from "./organization-lists.ts";
import { createRightsReader } from "./organization-rights.ts";
import { requestsBeside } from "./own-lists.ts";
import { placeNotices, unfoundPlaces } from "./places-asked.ts";
import { createScalewayExaminer } from "./preflight/index.ts";
import { products } from "./products.gen.ts";
import { createProvenProjects } from "./proven-projects.ts";
import { createProjectCounter, reachOf } from "./reach.ts";
import { regionTable } from "./regions.ts";
import {
  configuredProjects,
  createEnumerator,
  type Enumeration,
  grouped,
  isListedTogether,
  scopesOf,
  scopesOutsideProjects,
  triedOrganization,
  unplannedScopes,
} from "./scopes.ts";

const scalewayKinds = kindsOf(products);
const loadKinds = createKindLoader(products);

/** Scaleway, opened with an API key, project by project. */
export const scaleway = defineProvider({
  id: "scaleway",
  title: "Scaleway",
  kinds: scalewayKinds,
  load: loadKinds,
  regions: regionTable,
  config: ScalewayConfig,
  sources: scalewaySources,
  credentials: scalewayFamilies,
  endpoints: [],
  granter: scalewayGranter,
  credentialsElsewhere:
    "API keys are made, listed and deleted in the console under IAM, or with `scw iam api-key`, by whoever has IAM rights there, which an inventory's key must not have",
  scopeSetting: { key: "scw_scope", values: scalewayScopes },
  noticesOf: placeNotices,
  // An organization that was only found takes no right of its own: the projects that are named are enough.
  grantPlaceOf: ({ scw_project_id, scw_project_ids = [], scw_scope, scw_organization_id: organization }) => ({
    projects: [...new Set([...(scw_project_id === undefined ? [] : [scw_project_id]), ...scw_project_ids])],
    ...(organization === undefined || scw_scope !== "organization" ? {} : { organization }),
  }),
  // Seconds with 60 requests or fewer were never throttled in the recordings (scaleway/terraform-provider-scaleway PR 4183).
  limits: { maxInFlight: 32, rate: { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 } },
  create: createScalewayProvider,
  choose: scalewayChoices,
});

/** What one run knows. */
interface ScalewayRun extends RunState {
  enumeration?: Promise<Enumeration>;
  /** What projects are called. */
  readonly names: Map<string, string>;
  organizationLists?: OrganizationLists;
}

function createScalewayProvider(config: ScalewayConfig, surroundings: Surroundings): Provider & Examiner {
  const { operator, limits, clock } = surroundings;
  const { keys, origin, s3Url, credential, door, reader } = connectScaleway(
    { accessKey: config.scw_access_key, secretKey: config.scw_secret_key },
    surroundings,
  );
  const readBuckets = createBucketReader(door, s3Url);
  const findOrganization = createOrganizationFinder(config, reader);
  const countProjects = createProjectCounter(config, door.send, keys, origin);
  const window = (): number => limits.maxInFlight;
  const configured = configuredProjects(config);
  const enumerate = createEnumerator(config, reader, window);
  const share = createSharedWindow(limits.maxInFlight);
  const readRights = createRightsReader(credential, door, keys, origin);
  const organization = operator.organizationLists === false ? undefined : triedOrganization(config);
  const createRunState = (): ScalewayRun => ({
    proven: createProvenProjects(reader, readBuckets),
    names: new Map<string, string>(),
    joins: createJoins([]),
  });
  const runOf = ({ run }: ReadContext) => run.stateOf(createRunState);

  /** Finds the projects once a run, and notes what they are called. */
  function enumerated(context: ReadContext): Promise<Enumeration> {
    const run = runOf(context);
    run.enumeration ??= enumerate(context).then((found) => {
      for (const { id, name } of found.listed) {
        // A tenant names them: one may hold anything, the key itself included.
        if (name && !credential.holdsSecret(name)) run.names.set(id, name);
      }
      return found;
    });
    return run.enumeration;
  }

  /** One list of the organization in place of many, where its projects are known whole and many enough. */
  async function startOrganizationLists(
    kinds: readonly ListedKind[],
    { listed, error, refusal }: Enumeration,
    context: ReadContext,
  ): Promise<void> {
    const isWhole = error === undefined && refusal === undefined;
    if (organization === undefined || !isWhole || listed.length < fewestProjects || !kinds.some(isListedTogether))
      return;
    const projects = listed.map(({ id }) => id);
    const covers = await readRights(organization, projects, context);
    runOf(context).organizationLists = createOrganizationLists({
      organization,
      projects: new Set(projects),
      covers,
      reader,
      share,
    });
  }

  return {
    id: "scaleway",
    kinds: scalewayKinds,
    load: loadKinds,
    describe: () => credential.describe(),
    countryOf: countryTeller(regionTable, operator),
    pausedForMs: door.pausedForMs,
    pausedBy: door.pausedBy,
    rates: { learned: door.learned, recall: door.recall },
    forecast: forecaster(origin, limits),
    async requestsBeside(reads) {
      return requestsBeside(reads);
    },
    async *scopes(kinds: readonly ListedKind[], context): AsyncGenerator<ScopeEntry, void, void> {
      const run = runOf(context);
      run.joins = createJoins(kinds);
      // What needs no list comes first: whoever wants one scope pays for no organization, whatever its size.
      const { remembered } = context;
      const inGroups = organization === undefined ? (entries: readonly ScopeEntry[]) => entries : grouped;
      const ofConfig = { projects: configured, regions: config.regions ?? [], listed: [] };
      yield* inGroups(scopesOf(kinds, ofConfig, remembered));
      const isAsked = kinds.some(({ locality }) => locality === "organization");
      yield* scopesOutsideProjects(kinds, isAsked ? await findOrganization(context) : undefined);
      const found = await enumerated(context);
      for (const { id } of found.listed) run.proven.confirm(id);
      const others = found.projects.filter((project) => !configured.includes(project));
      yield* inGroups(scopesOf(kinds, { ...found, projects: others, namedBefore: configured }, remembered));
      await startOrganizationLists(kinds, found, context);
    },
    listTogether(kind: ListedKind, scopes, context) {
      const { organizationLists, joins } = runOf(context);
      return organizationLists?.read(kind, scopes, joins, context);
    },
    async *laterScopes(kinds: readonly ListedKind[], context): AsyncGenerator<ScopeEntry, void, void> {
      const { organizationLists, enumeration } = runOf(context);
      const found = await enumeration;
      if (organizationLists === undefined || found === undefined) return;
      yield* unplannedScopes(kinds, organizationLists.unplanned.values(), found, context.remembered);
    },
    ...(triedOrganization(config) === undefined
      ? {}
      : {
          projectName: (project: string, context: ReadContext) => runOf(context).names.get(project),
          projectsNamed: (context: ReadContext) => runOf(context).enumeration,
        }),
    async lackedRights(kind: ListedKind, scope, error) {
      return lackedRightsOf(kind, scope, error);
    },
    sharesPlaces,
    unfound: (kinds, ended) => unfoundPlaces(config.regions ?? [], kinds, ended),
    async reach(_kinds, context) {
      return reachOf(config, await enumerated(context), () => countProjects(context));
    },
    list: createLists({ reader, readBuckets, share, runOf }),
    ...createScalewayExaminer({ config, keys, origin, s3Url, credential, door, clock, window }),
  };
}
