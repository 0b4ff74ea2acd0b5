import { resolveReference } from "../../credentials/config-file.ts";
import type { FleetEntry } from "./entry.ts";
import { askSecretHelper, type SecretHelpers } from "./secret-helpers.ts";

/** What references may point to. */
export interface SecretSources {
  readonly environment: NodeJS.ProcessEnv;
  readonly helpers: SecretHelpers;
  readonly signal: AbortSignal;
}

/**
 * The config of an entry with what its references point to: `env:NAME`, `file:PATH`, `exec:NAME HANDLE`.
 *
 * @throws InventoryError naming the key, and never a value.
 */
export async function resolveConfig(
  { config }: Pick<FleetEntry, "config">,
  { environment, helpers, signal }: SecretSources,
): Promise<Readonly<Record<string, unknown>>> {
  const resolved: Record<string, unknown> = {};
  // One after the other: some helpers of vaults do not bear to be asked side by side.
  for (const [key, value] of Object.entries(config)) {
    resolved[key] = value.startsWith("exec:")
      ? await askSecretHelper(helpers, value.slice("exec:".length), key, signal)
      : resolveReference(value, key, environment, { isPlain: true });
  }
  return resolved;
}
