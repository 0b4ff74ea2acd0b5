import type { KindSummary } from "../inventory/resource-kind.ts";
import type { NamedKind } from "../inventory/select-kinds.ts";

/** What of a provider can be named on a command line. Known without loading the provider: help and completion are for now, not for later. */
export interface ProviderNames {
  readonly title: string;
  /** Where it can be reached, as `endpoint` names it. */
  readonly endpoints: readonly string[];
  /** Which projects a run may be asked to read. */
  readonly scopes: readonly string[];
  /** The forms in which `rights` writes what has to be granted. */
  readonly grantForms: readonly string[];
  /** Whether it hands out credentials on request. */
  readonly handsOutCredentials: boolean;
  /** What each kind is called and named by, by its id. */
  readonly kinds: Readonly<Record<string, Pick<KindSummary, "title" | "family" | "personal">>>;
}

/** The kinds of a provider as a selection names them. */
export function namedKinds({ kinds }: ProviderNames): readonly NamedKind[] {
  return Object.entries(kinds).map(([id, kind]) => ({ id, ...kind }));
}
