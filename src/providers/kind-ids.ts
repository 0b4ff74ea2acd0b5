import { loadProvider, providerIds } from "./registry.ts";

/**
 * The ids of every provider's kinds, to tell another provider's kind from a typing error. A packaged program holds one provider
 * alone, so that there it is a list (scripts/package/bundle.js).
 */
export async function allKindIds(): Promise<readonly string[]> {
  const definitions = await Promise.all(providerIds.map(loadProvider));
  return definitions.flatMap(({ kinds }) => kinds.map(({ id }) => id));
}
