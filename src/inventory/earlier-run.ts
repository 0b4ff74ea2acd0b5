import type { ScopeEvent } from "./event.ts";
import { isGap } from "./outcome.ts";
import type { Resource } from "./resource.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { accountScope, scopeNamed } from "./scope.ts";

/** What an earlier run of the same account told, so that what it read whole need not be read again. */
export interface EarlierRun {
  readonly scopes: readonly EarlierScope[];
  /** Its resources, each with the scope whose list named it: all of them, in the same order each time. */
  resources(): AsyncIterable<EarlierResource>;
}

/** How a kind ended in a scope, with when that was read. */
export interface EarlierScope {
  readonly end: ScopeEvent & { readonly readAt: string };
  /** How many resources were told of it. */
  readonly resources: number;
  /** The types of protection of which it is unknown whether some of these have it. */
  readonly unknownProtection: ReadonlySet<string>;
}

export interface EarlierResource {
  readonly scope: string;
  readonly resource: Resource;
}

/**
 * The scopes of an earlier run that stand for a run of these kinds: what was read whole. Read again is what has a gap or a warning, what was
 * completed by the list of another kind that has one, an index of what others list, and the list of projects, which is read to find
 * the scopes anyway.
 */
export function standingScopes(
  kinds: readonly ResourceKind[],
  { scopes }: Pick<EarlierRun, "scopes">,
): readonly EarlierScope[] {
  const kindOf = new Map(kinds.map((kind) => [kind.id, kind]));
  let standing = scopes.filter((one) => standsAlone(one, kindOf.get(one.end.kind)));
  for (let isSettled = false; !isSettled; ) {
    const kept = new Set(standing);
    const lacking = new Set(scopes.filter((one) => !kept.has(one)).map(({ end }) => placeOf(end.kind, end.scope)));
    const isWhole = (kind: string, scope: string): boolean =>
      !lacking.has(placeOf(kind, scope)) && !lacking.has(placeOf(kind, accountScope.id));
    const next = standing.filter(({ end }) =>
      told(kindOf.get(end.kind), end.joined).every((kind) => !kindOf.has(kind) || isWhole(kind, end.scope)),
    );
    isSettled = next.length === standing.length;
    standing = next;
  }
  return standing;
}

/** A kind in a project, or in none. What tells of its items is in the same one, or in none (see `ReadBefore`). */
function placeOf(kind: string, scope: string): string {
  return `${kind}@${scopeNamed(scope).project ?? ""}`;
}

function standsAlone({ end, resources, unknownProtection }: EarlierScope, kind: ResourceKind | undefined): boolean {
  if (kind === undefined || kind.isIndex || kind.required) return false;
  // A warning names what is missing of its items; fewer resources than it counted are a file that somebody shortened.
  if (isGap(end.outcome) || end.warnings.length > 0 || resources !== end.count) return false;
  return !(kind.protectionFrom ?? []).some(({ type }) => unknownProtection.has(type));
}

/** The kinds whose lists told something of these items. */
function told(kind: ResourceKind | undefined, joined: readonly string[] = []): readonly string[] {
  return [...joined, ...(kind?.protectionFrom ?? []).map((teller) => teller.kind)];
}
