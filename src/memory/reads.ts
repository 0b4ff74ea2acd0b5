import type { Event, ScopeEvent } from "../inventory/event.ts";
import { projectOf } from "../inventory/project-names.ts";
import type { LastRead, Remembered } from "../inventory/remembered.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import { accountScope, isWithin } from "../inventory/scope.ts";

/** What the last completed read of one kind in one scope found. */
export interface Read extends LastRead {
  /** Whether there was at least one resource. An empty read shows a right, and contradicts no absence. */
  readonly held: boolean;
  /** How many there were; absent where there were none, or an earlier version remembered it. */
  readonly count?: number;
  /** What was listed, where the list may leave something out in silence. URNs and no digests of them: what vanished is asked for by its id. */
  readonly urns?: readonly string[];
}

/** By kind and scope, what was once read to its end: what a credential of this account may read, and what was there. */
export type Reads = Readonly<Record<string, Readonly<Record<string, Read>>>>;

/**
 * What a run may know of earlier ones.
 *
 * @param notGranted the kinds that the last run found not to be granted.
 */
export function rememberedOf(reads: Reads, notGranted: readonly string[] = []): Remembered {
  return {
    wasRead: (kind, scope) => reads[kind]?.[scope]?.held ?? false,
    scopesRead: (kind) => Object.entries(reads[kind] ?? {}).flatMap(([scope, { held }]) => (held ? [scope] : [])),
    listedBefore: (kind, scope) => reads[kind]?.[scope]?.urns,
    lastRead(kind, scope) {
      const read = reads[kind]?.[scope];
      return read === undefined || read.held ? read : { ...read, count: 0 };
    },
    wasGranted: (kind) => Object.keys(reads[kind] ?? {}).length > 0,
    wasNotGranted: (kind) => notGranted.includes(kind),
  };
}

/** Collects from a run what is to be remembered of it. */
export interface Recorder {
  readonly scopes: readonly ScopeEvent[];
  see(event: Event): void;
  /** All that was remembered before, and what was read to its end now; see {@link readsAfter}. */
  readsAfter(before: Reads): Reads;
  /** The kinds that are not granted now, and those of before that this run did not ask for. */
  notGrantedAfter(before: readonly string[]): readonly string[];
}

export function createRecorder(kinds: readonly KindSummary[]): Recorder {
  const scopes: ScopeEvent[] = [];
  const urns = new Map(kinds.filter(({ mayLeaveOut }) => mayLeaveOut).map(({ id }) => [id, [] as string[]]));
  return {
    scopes,
    see(event) {
      if (event.type === "scope") scopes.push(event);
      if (event.type === "resource") urns.get(event.resource.kind)?.push(event.resource.urn);
    },
    readsAfter: (before) => readsAfter(before, scopes, kinds, (kind) => urns.get(kind)),
    notGrantedAfter(before) {
      const kept = before.filter((id) => !scopes.some(({ kind }) => kind === id));
      const found = scopes.flatMap(({ kind, notGranted }) => (notGranted ? [kind] : []));
      return [...new Set([...kept, ...found])].sort();
    },
  };
}

/** The denials of what was read before, unless they are accepted: each is a right that was lost. */
export function lostReads(scopes: readonly ScopeEvent[], before: Reads): readonly ScopeEvent[] {
  return scopes.filter(
    ({ kind, scope, outcome, accepted }) =>
      outcome === "denied" && !accepted && Object.keys(before[kind] ?? {}).some((read) => isWithin(read, scope)),
  );
}

/**
 * What to remember after a run: all that was remembered before, and what was read to its end now. Forgotten are the
 * projects that are gone, which only a whole list of projects can tell: a config may name fewer than there are.
 *
 * @param urnsOf the URNs that were found of a kind whose list may leave something out in silence.
 */
export function readsAfter(
  before: Reads,
  scopes: readonly ScopeEvent[],
  kinds: readonly KindSummary[],
  urnsOf: (kind: string) => readonly string[] | undefined = () => undefined,
): Reads {
  const isWhole = isWholeAccount(scopes, kinds);
  const known = [...new Set([...Object.keys(before), ...scopes.map(({ kind }) => kind)])].sort();
  const reads = known.map((kind) => {
    const ofKind = scopes.filter((event) => event.kind === kind);
    const projects = new Set(ofKind.map(({ scope }) => projectOf(scope)));
    // A kind that ended for the account has no word on which projects there are.
    const tellsProjects = isWhole && projects.size > 0 && !projects.has(accountScope.id);
    const kept = Object.entries(before[kind] ?? {}).filter(
      ([scope]) => !tellsProjects || projects.has(projectOf(scope)),
    );
    const read = ofKind
      .filter((event) => event.outcome === "completed" && isAsked(event))
      .map((event): readonly [string, Read] => {
        const urns = event.scope === accountScope.id ? urnsOf(kind) : undefined;
        return [event.scope, { ...readOf(event), ...(urns === undefined ? {} : { urns: [...urns].sort() }) }];
      });
    const scopesOfKind = [...new Map([...kept, ...read])].sort(([one], [other]) => (one < other ? -1 : 1));
    return [kind, Object.fromEntries(scopesOfKind)] as const;
  });
  return Object.fromEntries(reads.filter(([, places]) => Object.keys(places).length > 0));
}

function readOf({ count, foreign, lists, joined }: ScopeEvent): Read {
  return {
    held: count > 0,
    ...(count > 0 ? { count } : {}),
    ...(foreign === undefined ? {} : { foreign }),
    ...(lists === undefined ? {} : { lists }),
    ...(joined === undefined ? {} : { joined }),
  };
}

/** Whether a read shows a right. Below no parents nothing was asked for. */
function isAsked({ lists }: ScopeEvent): boolean {
  return lists !== 0;
}

/** Whether a run read the whole list of projects. */
function isWholeAccount(scopes: readonly ScopeEvent[], kinds: readonly KindSummary[]): boolean {
  const isParent = (id: string): boolean => kinds.some((kind) => kind.id === id && kind.required);
  const listsProjects = scopes.some(({ scope }) => projectOf(scope) !== accountScope.id);
  return (
    listsProjects &&
    scopes.some(({ kind, scope, outcome }) => scope === accountScope.id && outcome === "completed" && isParent(kind))
  );
}
