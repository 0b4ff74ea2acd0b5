import { unknownChoice } from "../../config/nearest.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { GrantPlace, GrantSheet, MissingRow } from "../../preflight/grant.ts";
import type { CoverageRow, PreflightReport } from "../../preflight/report.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider } from "../../providers/registry.ts";

/** How much a grant allows, and where. */
export interface GrantChoice {
  /** Ids of projects; those that the config names when absent, and all where it names none. */
  readonly projects?: readonly string[] | undefined;
  /** Where the account lives, as the config's `endpoint` says it. */
  readonly endpoint?: string | undefined;
  /** Exactly what the kinds need, rather than everything below their products. */
  readonly narrow?: boolean | undefined;
  /** Also what preflight reads about the credential itself, such as its end and its policies. */
  readonly withPreflight?: boolean | undefined;
  /** The kind of credential that it is granted to, as the manifest names it: forms of others are left out. All when absent. */
  readonly credential?: string | undefined;
}

export interface RightsOptions extends GrantChoice {
  /** Kinds as patterns; those that the config names when absent, else the default set. */
  readonly kinds?: readonly string[];
  /** The config as far as it is typed: of what it holds, places and kinds count, and no credential is needed or read. */
  readonly config?: unknown;
  /** A report whose missing rights are all that shall be granted, where the provider's grants add up. */
  readonly missingIn?: Pick<PreflightReport, "coverage"> & Partial<Pick<PreflightReport, "checks">>;
}

/** What has to be granted, in each of the provider's own forms. */
export interface RightsSheet extends GrantSheet {
  readonly inventory: string;
  readonly kinds: readonly string[];
}

/**
 * What a credential has to be granted for some kinds: for OVHcloud rules, the link of the page that makes the keys, the body of a key
 * request and an IAM policy; for Scaleway a policy as JSON, as lines for its command line and as Terraform. Sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG for an unknown inventory, kind, endpoint or credential, and for a project that is no id.
 */
export async function rights(inventory: string, options: RightsOptions = {}): Promise<RightsSheet> {
  const definition = await loadProvider(inventory);
  const { grantPlace, kindPatterns } = definition.readSoFar(options.config ?? {});
  const { projects = [], endpoint, missingIn } = options;
  if (!projects.every(definition.granter.isProjectId)) {
    throw new InventoryError("INVALID_CONFIG", "projects must hold the ids of projects, not their names");
  }
  if (endpoint !== undefined && !definition.endpoints.includes(endpoint)) {
    throw new InventoryError("INVALID_CONFIG", unknownChoice("endpoint", endpoint, definition.endpoints));
  }
  const credentials = definition.credentials.map(({ kind }) => String(kind));
  if (options.credential !== undefined && !credentials.includes(options.credential)) {
    throw new InventoryError("INVALID_CONFIG", unknownChoice("credential", options.credential, credentials));
  }
  const kinds = selectKinds(definition.kinds, options.kinds ?? kindPatterns);
  // What is below projects that nobody sees has no row that names its rights.
  const seesNone = missingIn?.checks?.some(({ id, status }) => id === "projects.visible" && status === "fail") ?? false;
  const isLacking = (row: CoverageRow): boolean => row.missing.length > 0 || (seesNone && row.status === "unknown");
  const missing = missingIn?.coverage.filter((row) => isLacking(row) && !row.accepted);
  return rightsSheet(definition, { ...grantPlace, kinds, missing }, options);
}

/** The kinds that a grant is for, and what is known of the places. */
export interface GrantTarget extends GrantPlace {
  readonly kinds: readonly KindSummary[];
  readonly missing?: readonly MissingRow[] | undefined;
}

/** Writes what has to be granted for kinds that were selected already. */
export function rightsSheet(
  definition: ProviderDefinition,
  { kinds, missing, organization, ...place }: GrantTarget,
  { projects = [], endpoint = place.endpoint, narrow = false, withPreflight = false, credential }: GrantChoice,
): RightsSheet {
  const sheet = definition.granter.grant({
    kinds,
    projects: projects.length > 0 ? projects : place.projects,
    ...(endpoint === undefined ? {} : { endpoint }),
    // Projects that are named for the grant are what is wanted, and no more.
    ...(projects.length > 0 || organization === undefined ? {} : { organization }),
    narrow,
    withPreflight,
    ...(credential === undefined ? {} : { credential }),
    ...(missing === undefined ? {} : { missing }),
  });
  return { inventory: definition.id, kinds: kinds.map(({ id }) => id), ...sheet };
}
