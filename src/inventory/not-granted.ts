import type { ReadContext } from "./provider.ts";
import type { ScopeReport } from "./read-scope.ts";
import type { KindSummary, ResourceKind } from "./resource-kind.ts";

/** Tells of some kinds which of them are known to lack their rights, by what the provider says of the credential. */
export type FindLacking = (kinds: readonly KindSummary[], context: ReadContext) => Promise<ReadonlySet<string>>;

/** What came of one kind in one scope. */
interface KindRead {
  readonly kind: ResourceKind;
  readonly report: ScopeReport;
}

export interface NotGrantedParts {
  /** The optional kinds of the run that nobody named. */
  readonly optional: readonly KindSummary[];
  readonly findLacking: FindLacking | undefined;
  readonly context: ReadContext;
  /** What came of all kinds in all scopes; resolves when every scope has been read. */
  readonly readsOf: () => Promise<readonly KindRead[]>;
}

/**
 * Which optional kinds are not granted: those denied wherever they are offered, of which nothing was ever read, and of which the
 * provider says that a right is missing. A right that was lost, or a call that went wrong, must not pass for one.
 */
export interface NotGranted {
  /** The kinds that were known not to be granted before anything was asked. */
  readonly known: readonly string[];
  /** Whether it is open what a scope's end means: a denial of a kind that may not be granted. */
  isOpen(kind: ResourceKind, report: ScopeReport): boolean;
  /** The decision on a kind; waits until every scope has been read. */
  isNotGranted(kind: ResourceKind): Promise<boolean>;
}

export function createNotGranted({ optional, findLacking, context, readsOf }: NotGrantedParts): NotGranted {
  const { remembered } = context;
  const open = new Map(optional.filter(({ id }) => !remembered?.wasGranted(id)).map((kind) => [kind.id, kind]));
  const decisions = new Map<string, Promise<boolean>>();
  let lacking: Promise<ReadonlySet<string>> | undefined;

  /** What cannot be found out excuses nothing. */
  async function isLacking(id: string): Promise<boolean> {
    lacking ??= findLacking?.([...open.values()], context).catch(() => new Set<string>());
    return (await lacking)?.has(id) ?? false;
  }

  async function decide(kind: ResourceKind): Promise<boolean> {
    const reads = await readsOf();
    const reports = reads.filter((read) => read.kind.id === kind.id).map(({ report }) => report);
    if (!reports.every(isOut)) return false;
    const others = reads.filter((read) => read.kind.id !== kind.id);
    const isSaid = reports.filter(isDenied).every(lacksRight);
    return (isSaid && !others.some((other) => contradicts(other, kind))) || isLacking(kind.id);
  }

  return {
    known: [...open.keys()].filter((id) => remembered?.wasNotGranted(id)),
    isOpen: (kind, report) => open.has(kind.id) && isDenied(report) && isOut(report),
    isNotGranted(kind) {
      const decision = decisions.get(kind.id) ?? decide(kind);
      decisions.set(kind.id, decision);
      return decision;
    },
  };
}

/** Whether a scope was denied in words that speak of a missing right; a refusal in other words shows none. */
export function lacksRight(report: ScopeReport): boolean {
  const { error, unread = [] } = report;
  const errors = error === undefined ? unread : [error];
  return isDenied(report) && errors.length > 0 && errors.every((one) => one.lacksRight);
}

function isDenied({ outcome }: ScopeReport): boolean {
  return outcome.status === "denied";
}

/** Denied before anything was read, or not offered at all. */
function isOut({ outcome: { status, count } }: ScopeReport): boolean {
  return status === "not-offered" || (status === "denied" && count === 0);
}

/** Whether something was read under the very right that is said to be missing. */
function contradicts({ kind, report: { outcome } }: KindRead, { needs }: ResourceKind): boolean {
  const isRead = outcome.status === "completed" || outcome.status === "partial";
  const isSameRight = needs.length === kind.needs.length && needs.every((need) => kind.needs.includes(need));
  return isRead && needs.length > 0 && isSameRight;
}
