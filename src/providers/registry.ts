import { unknownChoice } from "../config/nearest.ts";
import { InventoryError } from "../inventory/errors.ts";
import type { ProviderDefinition } from "./definition.ts";

// The only file that names every provider. Each is loaded when it is asked for: the clouds' SDKs are what takes time at
// start-up.
const loaders: Readonly<Record<string, () => Promise<ProviderDefinition>>> = {
  ovh: async () => (await import("./ovh/index.ts")).ovh,
  scaleway: async () => (await import("./scaleway/index.ts")).scaleway,
  "ovh-data-platform": async () => (await import("./ovh-data-platform/index.ts")).ovhDataPlatform,
};

/** The ids of all providers. */
export const providerIds: readonly string[] = Object.keys(loaders);

/**
 * Loads a provider.
 *
 * @throws InventoryError INVALID_CONFIG for an unknown id, naming the nearest.
 */
export async function loadProvider(id: string): Promise<ProviderDefinition> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load === undefined) throw new InventoryError("INVALID_CONFIG", unknownChoice("provider", id, providerIds));
  return load();
}
