/** An item of a cloud's answer, in the cloud's own words. */
export type Item = Readonly<Record<string, unknown>>;

/** Lists that are made when first asked for, then kept. */
export interface Lists {
  get(key: string, make: () => readonly Item[]): readonly Item[];
}

/** An empty store of lists. */
export function createLists(): Lists {
  const made = new Map<string, readonly Item[]>();
  return {
    get(key, make) {
      const known = made.get(key) ?? make();
      made.set(key, known);
      return known;
    },
  };
}

/** Finds the item whose id (or another text field) has a value. */
export type Finder = (list: readonly Item[], field: string, value: string) => Item | undefined;

/** A finder that indexes each list once: details are asked one by one, for lists of any length. */
export function createFinder(): Finder {
  const indexes = new WeakMap<readonly Item[], ReadonlyMap<string, Item>>();
  return (list, field, value) => {
    const index = indexes.get(list) ?? new Map(list.map((item) => [String(item[field]), item]));
    indexes.set(list, index);
    return index.get(value);
  };
}

/** Puts a list in the order that a request asks for. */
export type Sorter = (list: readonly Item[], order: string | null) => readonly Item[];

/** A sorter that sorts each list once: the pages of a list are asked one by one. */
export function createSorter(): Sorter {
  const orders = new WeakMap<readonly Item[], Map<string, readonly Item[]>>();
  return (list, order) => {
    if (order === null) return list;
    const known = orders.get(list) ?? new Map<string, readonly Item[]>();
    orders.set(list, known);
    const result = known.get(order) ?? sorted(list, order);
    known.set(order, result);
    return result;
  };
}

/** The list in the order that `created_at_desc` and the like ask for; an order that is not known changes nothing. */
function sorted(list: readonly Item[], order: string): readonly Item[] {
  const field = /^(\w+)_(asc|desc)$/.exec(order)?.[1];
  if (field === undefined || !list.some((item) => typeof item[field] === "string")) return list;
  const sign = order.endsWith("_desc") ? -1 : 1;
  return list.toSorted((left, right) => sign * compare(left, right, field));
}

/** Dates of one field have one width, so text order is time order; ids make the order total. */
function compare(left: Item, right: Item, field: string): number {
  const [first, second] = [String(left[field]), String(right[field])];
  if (first !== second) return first < second ? -1 : 1;
  return String(left["id"]) < String(right["id"]) ? -1 : 1;
}
