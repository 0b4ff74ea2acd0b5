import type { ListedKind } from "../../src/listing/kind.ts";

/** The rows of each product of a provider, by its folder. */
export function productsOf(provider: string): Promise<Readonly<Record<string, readonly ListedKind[]>>>;
