import type { Provider, ReadContext } from "./provider.ts";
import type { ScopeReport } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/** The rights that are missing where a kind was denied; undefined where it was not, or only the kind's own needs are known. */
export async function lackedRights(
  provider: Provider,
  kind: ResourceKind,
  scope: Scope,
  { outcome, error, unread: [part] = [] }: ScopeReport,
  context: ReadContext,
): Promise<readonly string[] | undefined> {
  const refusal = error ?? part;
  if (outcome.status !== "denied" || refusal === undefined || context.signal.aborted) return undefined;
  return provider.lackedRights?.(kind, scope, refusal, context);
}
