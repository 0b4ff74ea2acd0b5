import { sentenceOf } from "../../config/config-problem.ts";
import { forecaster } from "../../http/forecast.ts";
import { expandPath } from "../../http/path.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ListContext, Page, Provider, ReadContext } from "../../inventory/provider.ts";
import { lastUrnPart } from "../../inventory/safe-text.ts";
import type { Scope } from "../../inventory/scope.ts";
import { otherItem } from "../../listing/errors.ts";
import { createJoins, type Joins } from "../../listing/joins.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { batchingAt } from "../../listing/paging/batches.ts";
import { idsThenDetail } from "../../listing/paging/ids-then-detail.ts";
import { listOf } from "../../listing/paging/list-of.ts";
import type { Examiner } from "../../preflight/examiner.ts";
import { defineProvider, type Surroundings } from "../definition.ts";
import { createKindLoader, kindsOf } from "../products.ts";
import { countryTeller } from "../region-table.ts";
import { ovhChoices } from "./choices.ts";
import { OvhConfig, ovhFamilies, ovhSources } from "./config.ts";
import { connectOvh } from "./connection.ts";
import { endpointNames, realmOf } from "./endpoints.ts";
import { ovhGranter } from "./grants.ts";
import { createIdList, type IdList } from "./id-list.ts";
import { ovhKeyManager } from "./key-manager.ts";
import { ovhKeyRequester } from "./key-request.ts";
import { createRuleMatcher, createRuleReader, lackedRightsOf, type ReadRules } from "./lacked-rights.ts";
import { createOvhExaminer } from "./preflight/index.ts";
import { projectPath, projectsPath } from "./products/project/paths.ts";
import { products } from "./products.gen.ts";
import { withProjectState } from "./project-state.ts";
import { createReach } from "./reach.ts";
import { regionTable } from "./regions.ts";
import { requestsBeside } from "./requests-beside.ts";
import {
  checkedAbsence,
  createPlaces,
  isProjectKind,
  laterOvhScopes,
  leftOutNeighbour,
  ovhScopes,
  type Places,
  regionsOf,
} from "./scopes.ts";
import { doubtfulKeys } from "./swapped-keys.ts";

const ovhKinds = kindsOf(products);
const loadKinds = createKindLoader(products);

/** OVHcloud, opened with an application's three keys, a service account or an access token. */
export const ovh = defineProvider({
  id: "ovh",
  title: "OVHcloud",
  kinds: ovhKinds,
  load: loadKinds,
  regions: regionTable,
  config: OvhConfig,
  sources: ovhSources,
  credentials: ovhFamilies,
  endpoints: endpointNames,
  granter: ovhGranter,
  requester: ovhKeyRequester,
  keeper: ovhKeyManager,
  grantPlaceOf: ({ endpoint, project_ids: projects = [] }) => ({
    projects,
    ...(endpoint === undefined ? {} : { endpoint }),
  }),
  // No limit is documented: fair use, about 60 a minute named in 2019, while OVHcloud's own tools send 10 at once and others
  // 20 a second (ovh/python-ovh issue 81).
  limits: { maxInFlight: 32, rate: { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 50, startInFlight: 8 } },
  create: createOvhProvider,
  choose: ovhChoices,
  noticesOf: (settings) => doubtfulKeys(settings).map(sentenceOf),
});

/** What one run learns while it reads. */
interface RunState {
  readonly projects: IdList;
  /** Whether the list of projects was handed out as a kind. */
  isListed: boolean;
  readonly places: Places;
  /** The key's own rules, once something was refused. */
  rules?: ReturnType<ReadRules>;
  readonly match: ReturnType<typeof createRuleMatcher>;
  /** What IAM's index tells of services. */
  readonly joins: Joins;
}

function createOvhProvider(config: OvhConfig, surroundings: Surroundings): Provider & Examiner {
  const { operator, limits, clock } = surroundings;
  const { base, credential: authorizer, door, reader } = connectOvh(config, surroundings);
  const { asksInBatches = true } = operator;
  const { project_ids: projectIds, regions = [] } = config;
  const window = (): number => limits.maxInFlight;
  const readRules = createRuleReader(authorizer, door.send);

  const projectsLabel = `GET ${projectsPath}`;
  // Enumerating and listing projects is one and the same request; a second pass over the list reads anew.
  const createRunState = (): RunState => ({
    projects: createIdList(projectsLabel, async (context) =>
      listOf(await reader(context).read(projectsPath, {}), undefined, projectsLabel),
    ),
    isListed: false,
    places: createPlaces(),
    match: createRuleMatcher(),
    joins: createJoins([]),
  });
  const runOf = ({ run }: ReadContext) => run.stateOf(createRunState);
  const readProjectIds = async (context: ReadContext): Promise<readonly unknown[]> => {
    const { projects } = runOf(context);
    const entries = await projects.whole(context);
    if (entries.length === 0 && projects.failure !== undefined) throw projects.failure;
    return entries;
  };

  /** Projects: their ids were already read to find the scopes, or are the operator's own. */
  async function* listProjects(scope: Scope, context: ReadContext): AsyncGenerator<Page, void, void> {
    const readDetail = (id: string) => reader(context).readDetail(expandPath(projectPath, { id }), {});
    if (scope.project !== undefined) {
      const pages = idsThenDetail({ entries: [scope.project], idField: "project_id", window, readDetail });
      for await (const page of pages) {
        // Named by the config alone: nothing else shows that it exists.
        for (const { isGone } of page.undescribed ?? []) {
          throw isGone
            ? new InventoryError("NOT_FOUND", `project ${scope.project} does not exist for this credential`)
            : otherItem();
        }
        yield page;
      }
      return;
    }
    const run = runOf(context);
    const entries = await (run.isListed ? run.projects.again(context) : run.projects.whole(context));
    run.isListed = true;
    const { failure } = run.projects;
    // What was named before the failure is read all the same.
    if (entries.length > 0 || failure === undefined) {
      const batching = batchingAt(reader(context), projectPath, {}, {});
      yield* idsThenDetail({ entries, idField: "project_id", window, readDetail, batching });
    }
    if (failure !== undefined) throw failure;
  }

  /** Ids alone have nothing that an index could complete. */
  function list(kind: ListedKind, scope: Scope, context: ListContext): AsyncIterable<Page> {
    const pages = pagesOf(kind, scope, context);
    if (context.idsOnly) return pages;
    return runOf(context).joins.through(kind, scope, pages, (other) => pagesOf(other, scope, context));
  }

  async function* pagesOf(kind: ListedKind, scope: Scope, context: ListContext): AsyncGenerator<Page, void, void> {
    if (isProjectKind(kind)) return yield* listProjects(scope, context);
    const { parents, idsOnly } = context;
    const values = { project: scope.project, locality: scope.locality };
    try {
      yield* kind.list.read({ values, reader: reader(context), window, parents, idsOnly });
    } catch (thrown) {
      const error = asInventoryError(thrown);
      if (!error.notOffered) {
        throw await withProjectState(error, scope.project, { reader, asked: runOf(context).places.states }, context);
      }
      const checked = await checkedAbsence(error, kind, scope, scopesOptions(context), context);
      const neighbour = checked.notOffered
        ? await leftOutNeighbour(kind, scope, scopesOptions(context), context)
        : undefined;
      if (neighbour !== undefined) {
        const warning = `not offered in ${scope.locality}; ${neighbour} of the same place offers it, and regions leaves that out`;
        yield { number: 1, items: [], warnings: [warning] };
      }
      throw checked;
    }
  }

  const reach = createReach({ door, base, projectIds, readProjectIds });
  const realm = realmOf(config.endpoint);
  const scopesOptions = (context: ReadContext) => ({ reader, realm, projectIds, regions, ...runOf(context) });
  const examiner = createOvhExaminer({
    credential: authorizer,
    door,
    reader,
    base,
    realm,
    clock,
    projectIds,
    regions,
    readProjectIds,
    regionsOf: (project, context) => regionsOf(project, scopesOptions(context), context),
    async *entriesOf(kinds, context) {
      yield* ovhScopes(kinds, context, scopesOptions(context));
      yield* laterOvhScopes(kinds, context, scopesOptions(context));
    },
  });

  return {
    id: "ovh",
    kinds: ovhKinds,
    load: loadKinds,
    describe: () => authorizer.describe(),
    countryOf: countryTeller(regionTable, operator),
    pausedForMs: door.pausedForMs,
    pausedBy: door.pausedBy,
    rates: { learned: door.learned, recall: door.recall },
    forecast: forecaster(base, limits),
    asksInBatches,
    requestsBeside: (reads, context) => requestsBeside(reads, runOf(context).places, asksInBatches),
    scopes: (kinds: readonly ListedKind[], context) => ovhScopes(kinds, context, scopesOptions(context)),
    laterScopes: (kinds: readonly ListedKind[], context) => laterOvhScopes(kinds, context, scopesOptions(context)),
    reach,
    list,
    async lackedRights(kind: ListedKind, scope, error, context) {
      const run = runOf(context);
      run.rules ??= readRules(context);
      const [rules, configured] = [await run.rules, projectIds.length > 0];
      const projects = configured ? projectIds : run.projects.ids;
      const authority = rules && run.match(rules, projects);
      return lackedRightsOf({ kind, scope, error, credential: authorizer.kind, authority, projects, configured });
    },
    async isGone({ list: { readItem } }: ListedKind, urn, context) {
      if (readItem === undefined) return false;
      return (await readItem(lastUrnPart(urn), { values: {}, reader: reader(context), window })) === undefined;
    },
    ...examiner,
  };
}
