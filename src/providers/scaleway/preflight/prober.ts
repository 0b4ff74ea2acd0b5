import { invalid } from "../../../http/answer.ts";
import { expandPath } from "../../../http/path.ts";
import { rememberedAbsence } from "../../../inventory/absence.ts";
import { asInventoryError, type InventoryError } from "../../../inventory/errors.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { localScope, projectScope, type Scope } from "../../../inventory/scope.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import { pageSize } from "../../../listing/paging/page-reader.ts";
import { homeRegion } from "../buckets.ts";
import { isWrongPair } from "../errors.ts";
import { ownOf } from "../lists.ts";
import { checkedAbsence, placesOf } from "../localities.ts";
import { countProjects } from "../organization-projects.ts";
import { ProjectState } from "../products/account/answers.ts";
import { projectPath } from "../products/account/paths.ts";
import { createProvenProjects } from "../proven-projects.ts";
import type { Enumeration } from "../scopes.ts";
import { createMemoisedReaders, isLeftOut, type Readers } from "./memoised-readers.ts";

/** What came of asking for something: an answer, or why there is none. */
export type ProbeResult = { readonly error?: undefined } | { readonly error: InventoryError };

/** Live looks at what discovery would read, one item at a time. Asking twice costs nothing. */
export interface Prober {
  /** Whether a kind can be listed in a project; for buckets, in one region. */
  atKind(kind: ListedKind, project: string, region?: string): Promise<ProbeResult>;
  /** Whether a kind of the organization itself can be listed. */
  atOrganization(kind: ListedKind, organization: string): Promise<ProbeResult>;
  /** Whether the Account API describes a project. */
  atAccount(project: string): Promise<ProbeResult>;
  /** Whether something shows that a project exists, by the rule that discovery goes by. */
  atProject(project: string): Promise<ProbeResult>;
  /** A project as the Account API describes it; undefined where that may not be asked. */
  projectDocument(project: string): Promise<ProjectState | undefined>;
  /** How many projects an organization has. */
  projectCount(organization: string): Promise<number>;
  /** The regions and zones that were asked, each with what it answered. */
  places(): ReadonlyMap<string, ProbeResult>;
}

/** Requests beside kinds and projects that probing may send; IAM and the preferred project are counted apart. */
const spareRequests = 4;

/**
 * Probes under a budget of requests, in the order of what tells most: each distinct right in each project, then what proves
 * the projects, then the other regions of Object Storage. A right holds for a project whatever the place, so one place stands for all.
 */
export async function probeProjects(
  kinds: readonly ListedKind[],
  enumeration: Enumeration,
  readers: Readers,
  context: ReadContext,
): Promise<Prober> {
  const { projects, regions, listed, error, refusal, organization } = enumeration;
  // A full last page is followed by a look at the next; a list that failed has cost one request at least.
  const isAsked = listed.length > 0 || (error ?? refusal) !== undefined;
  const pagesRead = isAsked ? Math.floor(listed.length / pageSize) + 1 : 0;
  const budget = kinds.length + 4 * projects.length + spareRequests - pagesRead;
  const prober = createProber(kinds, enumeration, createMemoisedReaders(readers, budget), context);
  const inProjects = kinds.filter((kind) => kind.locality !== "organization" && kind.locality !== "none");
  const placed = inProjects.filter((kind) => !isProjectDocument(kind));
  const buckets = placed.filter(({ provesCredential }) => provesCredential);
  const ofOrganization = kinds.filter(({ locality }) => locality === "organization");
  await Promise.all([
    ...ofOrganization.map((kind) => organization && prober.atOrganization(kind, organization)),
    ...projects.slice(0, 1).map(prober.atAccount),
    ...projects.flatMap((project) => placed.map((kind) => prober.atKind(kind, project))),
  ]);
  await Promise.all([
    ...projects.map(prober.atProject),
    ...projects.map(prober.atAccount),
    ...projects.flatMap((project) =>
      buckets.flatMap((kind) => placesOf(kind, regions).map((region) => prober.atKind(kind, project, region))),
    ),
  ]);
  return prober;
}

/** What a kind is listed below, and that below; the kind itself where it is below nothing. */
function topmost(kind: ListedKind): ListedKind {
  const above = kind.list.below?.kind;
  return above === undefined ? kind : topmost(above as ListedKind);
}

function createProber(
  kinds: readonly ListedKind[],
  { projects, regions, listed }: Enumeration,
  { reader, readBuckets }: Readers,
  context: ReadContext,
): Prober {
  const proven = createProvenProjects(reader, readBuckets);
  const known = new Map(listed.map((project) => [project.id, project]));
  for (const project of known.keys()) proven.confirm(project);
  const places = new Map<string, ProbeResult>();

  async function readProject(project: string): Promise<ProjectState> {
    const path = expandPath(projectPath, { project });
    const { data } = ProjectState.safeParse(await reader(context).read(path, {}));
    if (data?.id.toLowerCase() !== project) throw invalid(`GET ${path}`, "answered without the project");
    return data;
  }

  /** The right is the organization's: where one project may not be asked for, none may. */
  async function atAccount(project: string): Promise<ProbeResult> {
    if (known.has(project)) return {};
    const first = await look(() => readProject(projects[0] ?? project));
    return first.error?.code === "PERMISSION_DENIED" ? first : look(() => readProject(project));
  }

  async function atPlace(place: string, ask: () => Promise<void>): Promise<ProbeResult> {
    const result = await look(ask);
    // What failed once at a place is not outweighed by what went well there.
    const isNews = places.get(place)?.error === undefined;
    if (isNews && !(result.error && isLeftOut(result.error))) places.set(place, result);
    return result;
  }

  async function firstItem(kind: ListedKind, { project, locality, organization }: Scope): Promise<readonly unknown[]> {
    const values = { project, locality, organization };
    return kind.list.probe({ values, reader: reader(context), window: () => 1 });
  }

  function atList(kind: ListedKind, project: string): Promise<ProbeResult> {
    const [place] = placesOf(kind, regions);
    const scope = place === undefined ? projectScope(project) : localScope(project, place);
    const ask = async (): Promise<void> => {
      // What is listed below something need not say its project; what that is below does.
      for (const each of new Set([topmost(kind), kind])) {
        proven.learn(ownOf({ items: await firstItem(each, scope) }, each, scope), project);
      }
    };
    return place === undefined ? look(ask) : atPlace(place, () => asDiscoveryBelieves(kind, project, place, ask));
  }

  /** "Not offered" is believed here as discovery believes it. */
  async function asDiscoveryBelieves(
    kind: ListedKind,
    project: string,
    place: string,
    ask: () => Promise<void>,
  ): Promise<void> {
    const scope = localScope(project, place);
    await ask().catch((thrown: unknown) => {
      const error = checkedAbsence(asInventoryError(thrown), kind, scope);
      throw rememberedAbsence(error, kind, scope, context.remembered);
    });
  }

  function atBuckets(kind: ListedKind, project: string, region: string): Promise<ProbeResult> {
    return atPlace(region, () =>
      asDiscoveryBelieves(kind, project, region, async () => {
        await readBuckets(project, region, context);
        proven.confirm(project);
      }),
    );
  }

  return {
    async atKind(kind, project, region = homeRegion) {
      if (isProjectDocument(kind)) return atAccount(project);
      if (!kind.provesCredential) return atList(representative(kind, kinds), project);
      const result = await atBuckets(kind, project, region);
      return result.error && (isLeftOut(result.error) || result.error.notOffered)
        ? atBuckets(kind, project, homeRegion)
        : result;
    },
    atOrganization: (kind, organization) => look(() => firstItem(kind, { id: organization, organization })),
    atAccount,
    atProject: (project) => look(() => proven.prove(project, context)),
    async projectDocument(project) {
      if ((await atAccount(project)).error !== undefined) return undefined;
      return known.get(project) ?? readProject(project);
    },
    projectCount: (organization) => countProjects(reader(context), organization),
    places: () => places,
  };
}

/** Whether a kind is the project itself, which the Account API describes: an organization's right, the same for all projects. */
export function isProjectDocument({ list }: ListedKind): boolean {
  return list.calls.every(({ path }) => path === projectPath);
}

/** Of the kinds that need the same right, the one that is asked for. */
function representative(kind: ListedKind, kinds: readonly ListedKind[]): ListedKind {
  const right = (one: ListedKind): string => (one.rights["permissionSets"] ?? []).join();
  const isLike = (other: ListedKind): boolean =>
    right(other) === right(kind) && other.below === undefined && other.locality === kind.locality;
  return kinds.find(isLike) ?? kind;
}

/** @throws InventoryError UNAUTHENTICATED where the secret key is refused: nothing else will be answered then. */
async function look(ask: () => Promise<unknown>): Promise<ProbeResult> {
  try {
    await ask();
    return {};
  } catch (thrown) {
    const error = asInventoryError(thrown);
    if (error.code === "UNAUTHENTICATED" && !isWrongPair(error)) throw error;
    return { error };
  }
}
