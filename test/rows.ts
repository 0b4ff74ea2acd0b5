import type { ListedKind } from "../src/listing/kind.ts";
import { loadProvider } from "../src/providers/registry.ts";

/** Every row of a provider, loaded. */
export async function rowsOf(provider: string): Promise<readonly ListedKind[]> {
  const definition = await loadProvider(provider);
  return (await definition.load(definition.kinds)) as readonly ListedKind[];
}

/** The path of a row's own list, as its row has it. */
export function listPathOf({ list }: ListedKind): string {
  return list.calls.find(({ of }) => of === "list")?.path ?? "";
}

/** The path of an item's detail; undefined where the list tells everything. */
export function itemPathOf({ list }: ListedKind): string | undefined {
  return list.calls.find(({ of }) => of === "item")?.path;
}
