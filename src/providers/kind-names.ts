import type { NamedKind } from "../inventory/select-kinds.ts";
import { loadProvider, providerIds } from "./registry.ts";

/**
 * Every provider's kinds as a selection names them, to tell another provider's kind from a typing error. A packaged program holds one provider
 * alone, so that there it is a list (scripts/package/bundle.js).
 */
export async function allKindNames(): Promise<readonly NamedKind[]> {
  const definitions = await Promise.all(providerIds.map(loadProvider));
  return definitions.flatMap(({ kinds }) =>
    kinds.map(({ id, family, personal }) => ({ id, family, ...(personal ? { personal } : {}) })),
  );
}
