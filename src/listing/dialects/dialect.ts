import type { ListCost } from "../../inventory/list-cost.ts";
import type { Parents } from "../../inventory/parents.ts";
import type { Page } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import type { Window } from "../paging/shared-window.ts";
import type { ListReader } from "../reader.ts";

/** What fills the places of a path: the scope's own, and the ids of what the list is below. */
export type PlaceValues = Readonly<Record<string, string | undefined>>;

/** One reading of a list. */
export interface Reading {
  readonly values: PlaceValues;
  readonly reader: ListReader;
  /** Requests asked for ahead of the consumer; the door bounds how many are really in flight. */
  readonly window: Window;
  /** What the list is below, where it is below something. */
  readonly parents?: Parents | undefined;
  /** Only the ids are wanted, as far as the list tells them without asking for each item. */
  readonly idsOnly?: boolean | undefined;
}

/** A GET that reading makes. Places in the path are in braces. */
export interface Call {
  readonly path: string;
  /** `item`: once for each item; `parents`: to find what the list is below; `fact`: once for each item, and not needed. */
  readonly of: "list" | "item" | "parents" | "fact";
  /** The field of the item that a fact is laid into. */
  readonly field?: string;
}

/**
 * A field of a parent that says whether the parent has such a list at all. It fills the place of its own name in the path, where
 * there is one.
 */
export interface Divider {
  readonly field: string;
  /** Its values where there is such a list, the most usual one first. */
  readonly having: readonly string[];
  /** Its values where there is none. What is in neither is new, and nobody knows. */
  readonly lacking: readonly string[];
}

/** What a list is below, and what the ids are called in its path. */
export interface Below {
  readonly kind: ResourceKind;
  /** The place in the child's path that the parent's id fills. */
  readonly as: string;
  /** Fields of the parent that the child's items need; only then is each parent's detail read. */
  readonly needs?: readonly string[] | undefined;
  readonly by?: Divider | undefined;
  /** The list below one parent. */
  readonly list: Dialect;
}

/**
 * How a provider hands out a list: how it is read, which calls that takes, how one item is asked for, and what shows that it is
 * whole. Everybody who wants to know one of these asks the dialect, and nobody asks which one it is.
 */
export interface Dialect {
  /** The parameters of the list that a row chose, for the documentation and for checks against the vendor's schema. */
  readonly query: Readonly<Record<string, string>>;
  readonly calls: readonly Call[];
  /** How many requests that takes. */
  readonly cost: ListCost;
  /** The field that holds an item's id. */
  readonly idField: string;
  /** The key of the answer that holds the items; absent where the answer itself is the list, or no list. */
  readonly listKey?: string | undefined;
  /** What shows that the list is whole, as a part of a table in the documentation. */
  readonly proof: string;
  /** An item can slip from a page to one that was already read, and nothing shows it (docs/unproven.md). */
  readonly mayShift?: true;
  readonly below?: Below | undefined;
  /** The same list of everything that several scopes have, where the API has one: its items tell whose they are. */
  readonly together?: Dialect | undefined;
  /**
   * The pages of the list, to its end.
   *
   * @throws InventoryError
   */
  read(reading: Reading): AsyncGenerator<Page, void, void>;
  /**
   * Asks for as little as shows whether the list may be read: at most one item comes back.
   *
   * @throws InventoryError
   */
  probe(reading: Reading): Promise<readonly unknown[]>;
  /** The item of a list, by its id: undefined where it does not exist; absent where items cannot be asked for one by one. */
  readItem?(id: string, reading: Reading): Promise<unknown>;
}
