import type { ScopeEvent } from "../../inventory/event.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope } from "../../inventory/scope.ts";

/** By kind, the scopes that were once read to their end: what a credential of this account may read. */
export type Grants = Readonly<Record<string, readonly string[]>>;

/** The denials of what was granted before, unless they are accepted: each is a right that was lost. */
export function lostGrants(scopes: readonly ScopeEvent[], before: Grants): readonly ScopeEvent[] {
  return scopes.filter(
    ({ kind, scope, outcome, accepted }) =>
      outcome === "denied" && !accepted && before[kind]?.some((granted) => isWithin(granted, scope)),
  );
}

/**
 * What to remember after a run: all that was remembered before, and what was read to its end now. Forgotten are the
 * projects that are gone, which only a whole list of projects can tell: a config may name fewer than there are.
 */
export function grantsAfter(before: Grants, scopes: readonly ScopeEvent[], kinds: readonly ResourceKind[]): Grants {
  const isWhole = isWholeAccount(scopes, kinds);
  const known = [...new Set([...Object.keys(before), ...scopes.map(({ kind }) => kind)])].sort();
  const grants = known.map((kind) => {
    const ofKind = scopes.filter((event) => event.kind === kind);
    const projects = new Set(ofKind.map(({ scope }) => projectOf(scope)));
    // A kind that ended for the account has no word on which projects there are.
    const tellsProjects = isWhole && projects.size > 0 && !projects.has(accountScope.id);
    const kept = (before[kind] ?? []).filter((scope) => !tellsProjects || projects.has(projectOf(scope)));
    const completed = ofKind.filter(({ outcome }) => outcome === "completed").map(({ scope }) => scope);
    return [kind, [...new Set([...kept, ...completed])].sort()] as const;
  });
  return Object.fromEntries(grants.filter(([, places]) => places.length > 0));
}

/** The projects that were read before and that a whole list of projects does not name any more. */
export function vanishedProjects(
  before: Grants,
  scopes: readonly ScopeEvent[],
  kinds: readonly ResourceKind[],
): readonly string[] {
  return isWholeAccount(scopes, kinds) ? unreadProjects(before, scopes, kinds) : [];
}

/** The projects that were read before and that a run did not read. */
export function unreadProjects(
  before: Grants,
  scopes: readonly ScopeEvent[],
  kinds: readonly ResourceKind[],
): readonly string[] {
  const present = new Set(scopes.map(({ scope }) => projectOf(scope)));
  const read = kinds.flatMap(({ id }) => before[id] ?? []).map(projectOf);
  return [...new Set(read)].filter((project) => project !== accountScope.id && !present.has(project)).sort();
}

/** Whether a run read the whole list of projects. */
function isWholeAccount(scopes: readonly ScopeEvent[], kinds: readonly ResourceKind[]): boolean {
  const isParent = (id: string): boolean => kinds.some((kind) => kind.id === id && kind.required);
  const listsProjects = scopes.some(({ scope }) => projectOf(scope) !== accountScope.id);
  return (
    listsProjects &&
    scopes.some(({ kind, scope, outcome }) => scope === accountScope.id && outcome === "completed" && isParent(kind))
  );
}

/** Whether a scope is another one, or lies below it: where the places of a project may not be listed, none can be read. */
function isWithin(scope: string, parent: string): boolean {
  return parent === accountScope.id || scope === parent || scope.startsWith(`${parent}/`);
}

function projectOf(scope: string): string {
  return scope.split("/")[0] ?? scope;
}
