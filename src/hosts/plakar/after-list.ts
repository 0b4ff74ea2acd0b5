import type { ScopeEvent } from "../../inventory/event.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { missingKinds } from "../../preflight/coverage.ts";
import type { OpenInventory } from "./open-inventory.ts";
import { excusableKinds } from "./verdict.ts";

/**
 * Which kinds are known to lack their rights, of those that were denied everywhere. A refusal alone does not tell: a call may be
 * refused although it is granted, and taken for "never granted" it would look like a deletion.
 */
export async function confirmMissing(
  inventory: OpenInventory,
  scopes: readonly ScopeEvent[],
  context: ReadContext,
): Promise<ReadonlySet<string>> {
  const asked = excusableKinds(scopes, inventory).filter(({ id }) => !inventory.missingKinds.has(id));
  if (asked.length === 0) return inventory.missingKinds;
  // What cannot be confirmed is not excused.
  const { provider } = inventory;
  const kinds = await provider.load(asked);
  const examination = await provider.examine({ kinds }, context).catch(() => undefined);
  return new Set([...inventory.missingKinds, ...missingKinds(examination?.coverage ?? [])]);
}
