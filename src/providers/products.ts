import type { KindSummary } from "../inventory/resource-kind.ts";
import type { ListedKind } from "../listing/kind.ts";

/** One product of a provider: what its kinds are, and how to load what reads them. */
export interface Product {
  readonly kinds: readonly KindSummary[];
  load(): Promise<readonly ListedKind[]>;
}

/** The kinds of all products, as the products' index has them. */
export function kindsOf(products: readonly Product[]): readonly KindSummary[] {
  return products.flatMap(({ kinds }) => kinds);
}

/** Loads rows product by product: a run pays for the products that it reads. */
export function createKindLoader(
  products: readonly Product[],
): (kinds: readonly KindSummary[]) => Promise<readonly ListedKind[]> {
  return async (kinds) => {
    const wanted = products.filter((product) => product.kinds.some(({ id }) => kinds.some((kind) => kind.id === id)));
    const rows = new Map(
      (await Promise.all(wanted.map((product) => product.load()))).flat().map((row) => [row.id, row]),
    );
    return kinds.map(({ id }) => {
      const row = rows.get(id);
      if (row === undefined) throw new TypeError(`the products' index names ${id}, which no product has`);
      return row;
    });
  };
}
