import { readOperatorSettings } from "../../config/operator-settings.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { Provider } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { acceptsGaps, type Options, readDefaults } from "./defaults.ts";
import type { Log } from "./log.ts";
import { probeLimits, proveCredential } from "./probe.ts";

/** What one Init opened. */
export interface OpenInventory {
  readonly provider: Provider;
  readonly kinds: readonly ResourceKind[];
  /** Whether somebody chose the kinds: a kind that was asked for must be readable. */
  readonly named: boolean;
  readonly acceptsGaps: boolean;
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
  const { sources, configKeys, kinds: all } = definition;
  const path = defaultsPath ?? (environment["CLOUD_INVENTORY_DEFAULTS"] || undefined);
  const options = { ...readDefaults(path, sources.families.flat()), ...known(config, configKeys) };
  const decided = acceptsGaps(options["on_incomplete"]);
  const operator = readOperatorSettings(environment);
  const raw = known(options, configKeys);
  const { provider, kindPatterns, notices } = definition.open(raw, "the configuration", { operator });
  for (const notice of notices) log("config.notice", { notice });
  const kinds = selectKinds(all, kindPatterns);
  if (kinds.length === 0)
    throw new InventoryError("INVALID_CONFIG", "kinds selects nothing; leave it out for the default");

  // A provider of its own: the list is to be as patient as the config says, and the probe is not.
  const probe = definition.open(raw, "the configuration", { operator, limits: probeLimits });
  const { requests, doubt } = await proveCredential(probe.provider, kinds, signal);
  if (doubt === undefined) log("credential.proven", { credential: provider.describe(), requests });
  else log("credential.unproven", { requests, code: doubt.code, reason: doubt.message });
  return { provider, kinds, named: kindPatterns.length > 0, acceptsGaps: decided };
}

/** The keys that this inventory has; others are dropped, and so are empty values, which stand for "not filled in". */
function known(config: Options, keys: readonly string[]): Options {
  return Object.fromEntries(Object.entries(config).filter(([key, value]) => keys.includes(key) && value.trim() !== ""));
}
