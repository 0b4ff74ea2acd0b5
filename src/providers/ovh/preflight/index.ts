import type { CredentialReport, Expiry } from "../../../credentials/credential.ts";
import { expandPath } from "../../../http/path.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../../inventory/provider.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { CheckId } from "../../../preflight/catalogue.ts";
import { unknownCoverage } from "../../../preflight/coverage.ts";
import type { Examination, Examiner, Finding, Question } from "../../../preflight/examiner.ts";
import { reachCheck } from "../../../preflight/reach.ts";
import type { CheckResult } from "../../../preflight/report.ts";
import { sentence } from "../../../preflight/sentence.ts";
import { usableIds } from "../id-list.ts";
import { regionsPath } from "../kind.ts";
import { projectPath } from "../products/project/paths.ts";
import { createProjectCounter, narrowingKey, reachOf } from "../reach.ts";
import { belowProjects, isProjectKind } from "../scopes.ts";
import type { Authority, Standing } from "./authority.ts";
import {
  clockCheck,
  identityCheck,
  namedProjects,
  placesChecks,
  projectExpiries,
  projectsCheck,
  stateChecks,
  unusableCheck,
} from "./checks.ts";
import { briefCoverage, coverageOf, type Entry, type RegionLists } from "./coverage.ts";
import { createIamReader } from "./iam.ts";
import { identityRights, tokenExpiry } from "./identity-rights.ts";
import { keyRights } from "./key-rights.ts";
import type { ExaminerParts } from "./parts.ts";
import { type ProjectState, readAuthDetails, readClock, readProjects, type Settled, settle } from "./questions.ts";
import type { FirstRound } from "./rights-source.ts";

const checks: readonly CheckId[] = [
  "credential.identity",
  "credential.addresses",
  "credential.excess",
  "projects.visible",
  "projects.read",
  "projects.state",
  "places.visible",
  "rights.form",
  "surroundings.clock",
];

type Details = ReadonlyMap<string, Settled<ProjectState>>;

/**
 * Looks at an OVHcloud credential in two rounds of requests: who it is and which projects there are, then everything about
 * them. A service account fetches its token before that.
 */
export function createOvhExaminer(parts: ExaminerParts): Examiner {
  const { credential, door, reader, base, clock, projectIds, regions: chosenRegions } = parts;
  const configured = projectIds.length > 0;
  const countVisible = createProjectCounter(door, base);
  const rights =
    credential.kind === "ovh-application"
      ? keyRights(parts)
      : identityRights(createIamReader(door, new URL("/v2", base), parts.realm), reader);

  async function firstRound(context: ReadContext): Promise<FirstRound> {
    const [report, projects] = await Promise.all([
      settle(credential.inspect(door.send, context)),
      settle(configured ? Promise.resolve(projectIds) : parts.readProjectIds(context)),
    ]);
    return { report, projects, visible: usableIds(projects.value ?? []) };
  }

  async function examine(question: Question<ListedKind>, context: ReadContext): Promise<Examination> {
    const { kinds, chosen = kinds, tell = () => {} } = question;
    const [first, aside, time, counted] = await Promise.all([
      firstRound(context),
      rights.aside(context),
      settle(readClock(door.send, base, clock, context)),
      configured ? countVisible({ ...context, patience: context.signal }).catch(() => undefined) : undefined,
    ]);
    const { report, projects, visible } = first;
    const clockSays = clockCheck(time);
    // Projects that the config names are no answer of OVHcloud's.
    const unusable = unusableCheck(report, configured ? aside : projects);
    if (unusable !== undefined) {
      const coverage = unknownCoverage(kinds, "the credential is not usable");
      return { checks: [unusable, clockSays], coverage, expiries: [] };
    }
    const account = report.value?.account ?? aside.account;
    const credentialChecks: readonly CheckResult[] = [
      {
        id: "credential.accepted",
        status: "pass",
        message: sentence`OVHcloud accepts it: ${{ credential: credential.describe() }}`,
      },
      identityCheck(report, account),
      clockSays,
    ];
    const ownExpiries = expiriesOf(report);
    tell({ ...(account === undefined ? {} : { account }), checks: credentialChecks, expiries: ownExpiries });
    const hasRegions = kinds.some(({ locality }) => locality === "region");
    const asking = rights.authority(first, chosen, context);
    // Rules are known by now; what IAM says is not, and projects that IAM shows may be asked for anyway.
    const known = rights.isKnownAtOnce ? await asking : undefined;
    const pathOf = (project: string): string | undefined => pathThatShows(project, kinds, known);
    const looksAt = rights.isKnownAtOnce ? [] : kinds.filter(({ locality, below }) => locality === "account" && !below);
    const told = async <Value>(found: Promise<Value>, findingOf: (value: Value) => Finding): Promise<Value> => {
      tell(findingOf(await found));
      return found;
    };
    const excess = memoised((authority: Authority) => [authority.excess()]);
    const places = memoised((lists: RegionLists) => placesChecks(lists, chosenRegions));
    const states = memoised((projects: Details) => stateChecks(projects));
    const ends = memoised((projects: Details) => projectExpiries(projects));
    const [authority, further, details, regions, looks, entries] = await Promise.all([
      told(asking, (authority) => ({ checks: excess(authority) })),
      told(rights.further(first, context), (checked) => checked),
      told(readProjects(visible, pathOf, reader, context), (projects) => ({
        checks: states(projects),
        expiries: ends(projects),
      })),
      told(allRegions(hasRegions ? visible : [], context), (lists) => ({ checks: places(lists) })),
      lookAtLists(
        looksAt.filter((kind) => !isProjectKind(kind)),
        context,
      ),
      allOf(parts.entriesOf(kinds, context)),
    ]);
    const isRefusedHere = refusesWhatIsGranted(authority, projects.error, details, regions);
    const surroundings = {
      isRefusedHere,
      configured,
      projects: projects.error === undefined ? visible : undefined,
      ...(projects.error === undefined ? {} : { projectsError: projects.error }),
      errorOf: (project: string) => details.get(project)?.error,
      hasExpired: (project: string) => details.get(project)?.value?.status === "expired",
      // What is below another list stands as that list does.
      lookAt: (kind: ListedKind) => looks.get(rootOf(kind).id),
    };
    return {
      ...(account === undefined ? {} : { account }),
      checks: [
        ...credentialChecks,
        ...(kinds.some(isProjectKind) || belowProjects(kinds).length > 0
          ? [
              projectsCheck({
                list: projects,
                visible,
                configured,
                details,
                inIam: aside.inIam,
                remediation: rights.remediationOfProjects,
              }),
            ]
          : []),
        ...(configured ? [reachCheck(reachOf(projectIds, counted), { chosenBy: narrowingKey })] : []),
        ...states(details),
        ...places(regions),
        ...rights.addresses(first, question, isRefusedHere),
        ...excess(authority),
        ...further.checks,
      ],
      coverage: coverageOf(entries, surroundings, authority),
      expiries: [...ownExpiries, ...further.expiries, ...ends(details)],
      // A tenant names them: one may hold anything, the key itself included.
      projects: namedProjects(details).filter(({ name }) => !credential.holdsSecret(name)),
    };
  }

  async function allRegions(projects: readonly string[], context: ReadContext): Promise<RegionLists> {
    const entries = projects.map(async (project) => {
      const { names, error } = await parts.regionsOf(project, context);
      return [project, error ?? names] as const;
    });
    return new Map(await Promise.all(entries));
  }

  /** IAM is asked about projects alone; of the account's other lists, the lists themselves tell. */
  async function lookAtLists(kinds: readonly ListedKind[], context: ReadContext) {
    const look = ({ list }: ListedKind) => settle(list.probe({ values: {}, reader: reader(context), window: () => 1 }));
    return new Map(await Promise.all(kinds.map(async (kind) => [kind.id, await look(kind)] as const)));
  }

  async function readAccount(context: ReadContext): Promise<string | undefined> {
    const { account } = await readAuthDetails(door.send, base, context);
    return account || undefined;
  }

  return {
    checks,
    examine,
    async examineBriefly(kinds: readonly ListedKind[], context) {
      const first = await firstRound(context);
      const expiries = expiriesOf(first.report);
      if (first.projects.error !== undefined) return { coverage: [], expiries };
      const authority = await rights.authority(first, kinds, context);
      return { coverage: briefCoverage(kinds, first.visible, configured, authority), expiries };
    },
    async readExpiries(context) {
      const report = await settle(credential.inspect(door.send, context));
      if (report.value === undefined || report.value.expiries.length > 0) return expiriesOf(report);
      return [await tokenExpiry(report.value.bearerId, reader, context)];
    },
    accountOf: readAccount,
    ownerOf: readAccount,
  };
}

async function allOf(entries: AsyncIterable<ScopeEntry>): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  const planned = new Set<string>();
  for await (const { kinds, scope, error } of entries) {
    // Each (kind, scope) counts once, also where it is named twice.
    const fresh = (kinds as readonly ListedKind[]).filter(({ id }) => !planned.has(`${id}@${scope.id}`));
    for (const { id } of fresh) planned.add(`${id}@${scope.id}`);
    all.push({ kinds: fresh, scope, ...(error === undefined ? {} : { error }) } as Entry);
  }
  return all;
}

/** The topmost of the kinds that a kind is below, itself where it is below none. */
function rootOf(kind: ListedKind): ListedKind {
  return kind.below === undefined || kind.parent === undefined ? kind : rootOf(kind.parent.kind as ListedKind);
}

/** What to ask of a project: its detail, or where rules do not grant that, a list that they do. */
function pathThatShows(
  project: string,
  kinds: readonly ListedKind[],
  authority: Authority | undefined,
): string | undefined {
  const detail = expandPath(projectPath, { id: project });
  if (authority === undefined || authority.projectDetail(project).status !== "missing") return detail;
  const isListed = (kind: ListedKind): boolean =>
    kind.locality === "project" && kind.below === undefined && authority.kind(kind, { project }).status === "granted";
  const kind = kinds.find(isListed);
  if (kind !== undefined) return expandPath(kind.list.calls[0]?.path ?? "", { project });
  return authority.regionList(project).status === "granted" ? expandPath(regionsPath, { project }) : undefined;
}

/** Whether OVHcloud refuses this machine what the rights grant: the address is what is left to differ. */
function refusesWhatIsGranted(
  authority: Authority,
  listError: InventoryError | undefined,
  details: ReadonlyMap<string, Settled<unknown>>,
  regions: RegionLists,
): boolean {
  const isDenied = (error: unknown): boolean => error instanceof InventoryError && error.code === "PERMISSION_DENIED";
  const isGranted = ({ status }: Standing): boolean => status === "granted";
  return (
    (isDenied(listError) && isGranted(authority.projectList())) ||
    [...details].some(([project, { error }]) => isDenied(error) && isGranted(authority.projectDetail(project))) ||
    [...regions].some(([project, list]) => isDenied(list) && isGranted(authority.regionList(project)))
  );
}

function expiriesOf({ value, error }: Settled<CredentialReport>): readonly Expiry[] {
  const unread = { what: "the credential", at: undefined, unknownBecause: error?.message ?? "it could not be read" };
  return value?.expiries ?? [unread];
}

/** What is told and what is handed out at the end are one and the same object. */
function memoised<Argument, Value>(make: (argument: Argument) => Value): (argument: Argument) => Value {
  let made: { readonly value: Value } | undefined;
  return (argument) => {
    made ??= { value: make(argument) };
    return made.value;
  };
}
