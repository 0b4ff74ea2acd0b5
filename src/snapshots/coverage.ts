import type { Outcome } from "../inventory/outcome.ts";
import type { ResourceClass } from "../inventory/resource.ts";
import {
  byClass,
  byPlace,
  byProject,
  type CoverageCounts,
  type CoverageGroup,
  countsOf,
  type OfPlace,
  type OfProject,
  type UnknownGroup,
  unknownsOf,
} from "./coverage-counts.ts";
import type { Safeguard } from "./coverage-evidence.ts";
import { ruleOf } from "./coverage-rules.ts";
import {
  type CoverageState,
  type CoverageVerdict,
  createJudge,
  type Description,
  type Judged,
} from "./coverage-verdict.ts";
import type { SnapshotLine } from "./format.ts";
import { type JudgedSnapshot, readJudged } from "./judged-snapshot.ts";
import { factsOf, type Look, type SnapshotFacts, scopeKey } from "./look.ts";

/** A resource of which a backup can be there or lacking, and what its provider holds. */
export interface CoveredResource extends Description {
  readonly inventory: string;
  readonly account?: string;
  readonly projectName?: string;
  /**
   * `backup`: a copy outside its own storage. `snapshots-only`: copies on the same storage, and no backup. `none-found`: everything that
   * could tell was read, and tells of none. `unknown`: not everything was; see `reason`.
   */
  readonly state: CoverageState;
  readonly reason?: string;
  /** When the newest backup was made, where that is known. */
  readonly lastBackupAt?: string;
  /** Present where that was longer ago than is allowed when the resource was read. */
  readonly isStale?: true;
  /** What is no copy: versioning, object lock, replication, protection from deletion. */
  readonly safeguards: readonly Safeguard[];
  /**
   * Present only where it is known what the backup tool protects. `protected`: by the tool, or by a backup of the provider that is not
   * stale. `unknown`: not by the tool, and what the provider holds is unknown.
   */
  readonly standing?: "protected" | "unprotected" | "unknown";
}

/** One of the snapshots, and how much it knows. */
export interface CoveredSnapshot extends SnapshotFacts {
  /** What was not read to its end: there may be resources that nothing here tells of. */
  readonly gaps: readonly { readonly kind: string; readonly scope: string; readonly outcome: Outcome["status"] }[];
}

export interface Coverage {
  readonly snapshots: readonly CoveredSnapshot[];
  readonly total: CoverageCounts;
  readonly byClass: readonly CoverageGroup<{ readonly class: ResourceClass }>[];
  readonly byProject: readonly CoverageGroup<OfProject>[];
  readonly byPlace: readonly CoverageGroup<OfPlace>[];
  readonly unknowns: readonly UnknownGroup[];
  /** All that were judged, largest first, and of one size the oldest first. */
  readonly resources: readonly CoveredResource[];
  /** How many URNs the backup tool protects that no snapshot holds. */
  readonly protectedUnseen?: number;
}

export interface CoverageOptions {
  /** The URNs that the backup tool protects. */
  readonly protectedUrns?: ReadonlySet<string>;
  /** How old the newest backup may be when its resource is read, where it is known. */
  readonly maxAgeMs?: number;
  /** Stops the reading. */
  readonly signal?: AbortSignal;
}

/**
 * What providers hold of the resources of one or several snapshots, which are of different accounts. A resource that two accounts see
 * counts once. Of each resource that can be covered about a kilobyte is held, and of no other anything but what it says of the copies of
 * one.
 *
 * @param see is told every line of the snapshots as it is read, so that who wants more of them need not read them again; what it answers
 *   with is waited for.
 * @throws InventoryError INVALID_CONFIG where one is no whole snapshot, or two are of one account; CANCELLED where the signal is aborted.
 */
export async function coverageOf(
  paths: readonly string[],
  options: CoverageOptions = {},
  see: (line: SnapshotLine) => Promise<void> | undefined = () => undefined,
): Promise<Coverage> {
  const looks: Look[] = [];
  const resources = new Map<string, CoveredResource>();
  const unseen = options.protectedUrns && new Set(options.protectedUrns);
  const take = (line: SnapshotLine): Promise<void> | undefined => {
    if (line.type === "resource") unseen?.delete(line.resource.urn);
    return see(line);
  };
  for (const path of paths) {
    const snapshot = await readJudged(path, looks, take, options.signal);
    looks.push(snapshot.look);
    for (const resource of described(snapshot, options))
      if (!resources.has(resource.urn)) resources.set(resource.urn, resource);
  }
  const sorted = [...resources.values()].sort(largestAndOldestFirst);
  return {
    snapshots: looks.map(coveredSnapshot),
    total: countsOf(sorted),
    byClass: byClass(sorted),
    byProject: byProject(sorted),
    byPlace: byPlace(sorted),
    unknowns: unknownsOf(sorted),
    resources: sorted,
    ...(unseen === undefined ? {} : { protectedUnseen: unseen.size }),
  };
}

/** What is held of a resource is let go as it is described: those that are covered as others come first, since they look at these. */
function* described(snapshot: JudgedSnapshot, options: CoverageOptions): Generator<CoveredResource, void, void> {
  const { judged, told, unnamed, look } = snapshot;
  const judge = createJudge({
    look,
    toldOf: (urn) => told.get(urn),
    judgedOf: (urn) => judged.get(urn),
    hasCopies: (kind, scope) => unnamed.has(scopeKey(kind, scope)),
  });
  for (const isByOthers of [true, false]) {
    for (const [urn, one] of judged) {
      if ((ruleOf(one.description.kind)?.coveredAs !== undefined) !== isByOthers) continue;
      yield coveredResource(one, judge(one), snapshot, options);
      judged.delete(urn);
      told.delete(urn);
    }
  }
}

function coveredResource(
  { description, scope }: Judged,
  verdict: CoverageVerdict,
  { look, nameOf }: JudgedSnapshot,
  options: CoverageOptions,
): CoveredResource {
  const { inventory, account } = look.header;
  const { reason, evidence, state } = verdict;
  const { project, kind, urn } = description;
  const projectName = project === undefined ? undefined : nameOf(project);
  const isStale = isOlder(verdict, look.scopeOf(kind, scope)?.readAt ?? look.started.startedAt, options);
  const standing = options.protectedUrns && standingOf(state, isStale, options.protectedUrns.has(urn));
  const lastBackupAt = evidence.backup?.newest;
  return {
    inventory,
    ...(account === undefined ? {} : { account }),
    ...description,
    ...(projectName === undefined ? {} : { projectName }),
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(lastBackupAt === undefined ? {} : { lastBackupAt }),
    ...(isStale ? { isStale } : {}),
    safeguards: evidence.safeguards ?? none,
    ...(standing === undefined ? {} : { standing }),
  };
}

const none: readonly never[] = [];

/** Whether the newest backup is known and was too old when its resource was read. */
function isOlder({ state, evidence }: CoverageVerdict, readAt: string, { maxAgeMs }: CoverageOptions): boolean {
  const { newest, isDated = false } = evidence.backup ?? {};
  if (state !== "backup" || maxAgeMs === undefined || !isDated || newest === undefined) return false;
  return Date.parse(readAt) - Date.parse(newest) > maxAgeMs;
}

function standingOf(
  state: CoverageState,
  isStale: boolean,
  isProtected: boolean,
): "protected" | "unprotected" | "unknown" {
  if (isProtected || (state === "backup" && !isStale)) return "protected";
  return state === "unknown" ? "unknown" : "unprotected";
}

function coveredSnapshot(look: Look): CoveredSnapshot {
  const gaps = look.scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
  return { ...factsOf(look), gaps: gaps.map(({ kind, scope, outcome }) => ({ kind, scope, outcome })) };
}

function largestAndOldestFirst(one: CoveredResource, other: CoveredResource): number {
  return (
    (other.sizeBytes ?? -1) - (one.sizeBytes ?? -1) ||
    createdMs(one) - createdMs(other) ||
    (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0) ||
    (one.urn < other.urn ? -1 : 1)
  );
}

// What does not say when it was made comes last; as a number, since two of them have to be equal.
const never = Number.MAX_SAFE_INTEGER;

function createdMs({ createdAt }: CoveredResource): number {
  const ms = createdAt === undefined ? never : Date.parse(createdAt);
  return Number.isNaN(ms) ? never : ms;
}
