import { readOperatorSettings } from "../../config/operator-settings.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { missingKinds } from "../../preflight/coverage.ts";
import type { OpenedProvider, OpenOptions, ProviderDefinition } from "../../providers/definition.ts";
import { type Options, readDefaults } from "./defaults.ts";
import { announceEnds, grantedKinds, refuseUnreadable } from "./init-checks.ts";
import type { Log } from "./log.ts";
import { type Proof, probeLimits, proveCredential } from "./probe.ts";

/** What one Init opened. */
export interface OpenInventory
  extends Pick<OpenedProvider, "provider" | "acceptedGaps" | "acceptsIncomplete" | "fingerprint"> {
  readonly kinds: readonly KindSummary[];
  /** Whether somebody chose the kinds: a kind that was asked for must be readable. */
  readonly named: boolean;
  /** The kinds that Init knew to be granted. */
  readonly grantedKinds: ReadonlySet<string>;
  /** The kinds that Init knew to be missing. */
  readonly missingKinds: ReadonlySet<string>;
  /** The account that the credential should belong to. */
  readonly expectedAccount: string | undefined;
  /** Where it is remembered what was read; see `OperatorSettings`. */
  readonly stateFolder: string | false | undefined;
  /** For the place of the memory alone: no value of a tenant is looked up in it. */
  readonly environment: NodeJS.ProcessEnv;
}

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** The file that `--defaults` names. */
  readonly defaultsPath: string | undefined;
  readonly log: Log;
}

/**
 * Opens what the tenant's config asks for, and proves its credential. Beside that config only the operator's settings and
 * defaults count: a tenant's values are never looked up in this machine's environment or files.
 *
 * @throws InventoryError
 */
export async function openInventory(
  definition: ProviderDefinition,
  config: Options,
  { environment, defaultsPath, log }: Surroundings,
  signal: AbortSignal,
): Promise<OpenInventory> {
  const path = defaultsPath ?? (environment["CLOUD_INVENTORY_DEFAULTS"] || undefined);
  const defaults = await readDefaults(path, definition);
  const operator = { ...defaults.operator, ...readOperatorSettings(environment) };
  const ofTenant = known(config, definition.configKeys);
  const raw = known({ ...defaults.options, ...ofTenant }, definition.configKeys);
  const opened = openWith(definition, raw, ofTenant, { operator });
  for (const notice of opened.notices) log("config.notice", { notice });
  const kinds = selectKinds(definition.kinds, opened.kindPatterns);
  if (kinds.length === 0)
    throw new InventoryError("INVALID_CONFIG", "kinds selects nothing; leave it out for the default");

  // A provider of its own: the list is to be as patient as the config says, and the probe is not.
  const probe = definition.open(raw, "the configuration", { operator, limits: probeLimits });
  const proof = await proveCredential(probe.provider, kinds, signal);
  const { provider, acceptedGaps, acceptsIncomplete, kindPatterns } = opened;
  logProof(proof, provider.describe(), log);
  const { coverage, expiries } = proof.brief ?? { coverage: [], expiries: [] };
  announceEnds(expiries, opened.leadDays, Date.now(), log);
  refuseUnreadable(kinds, coverage);
  return {
    provider,
    acceptedGaps,
    acceptsIncomplete,
    kinds,
    named: kindPatterns.length > 0,
    grantedKinds: grantedKinds(coverage),
    missingKinds: missingKinds(coverage),
    expectedAccount: opened.expectedAccount,
    stateFolder: operator.stateFolder,
    environment,
    fingerprint: opened.fingerprint,
  };
}

/** Opens the provider; what is wrong with a default is the operator's to fix, whose file no tenant sees. */
function openWith(
  definition: ProviderDefinition,
  raw: Options,
  ofTenant: Options,
  options: OpenOptions,
): OpenedProvider {
  try {
    return definition.open(raw, "the configuration", options);
  } catch (thrown) {
    const { code, message } = asInventoryError(thrown);
    const isOfOperator = Object.keys(raw).some((key) => !(key in ofTenant) && message.includes(`: ${key} `));
    if (!isOfOperator) throw thrown;
    throw new InventoryError(code, message.replace("the configuration: ", "the operator's defaults: "));
  }
}

function logProof({ doubt, requests }: Proof, credential: string, log: Log): void {
  if (doubt === undefined) log("credential.proven", { credential, requests });
  else log("credential.unproven", { requests, code: doubt.code, reason: doubt.message });
}

/** The keys that this inventory has; others are dropped, and so are empty values, which stand for "not filled in". */
function known(config: Options, keys: readonly string[]): Options {
  return Object.fromEntries(Object.entries(config).filter(([key, value]) => keys.includes(key) && value.trim() !== ""));
}
