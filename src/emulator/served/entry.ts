import type { Item } from "../lists.ts";

/** How a list comes in pages. */
export type ServedPaging =
  | "none"
  | "numbered"
  | "cursor-header"
  | "limit-marker"
  | "cursor-body"
  | "page-size-until-empty";

/** Names on the wire: of the parameters that ask for a page (or the headers, for `cursor-header`), and of what names the next. */
export interface PageParameters {
  readonly page?: string;
  readonly size?: string;
  readonly cursor?: string;
  /** The header or the field that holds the next cursor. */
  readonly next?: string;
  /** The field that holds the total, where it is not `total_count`. */
  readonly total?: string;
  readonly limit?: string;
  readonly marker?: string;
}

/** One list of a cloud, as the vendor's schema describes it. */
export interface ServedList {
  /** With the vendor's own names of its places; version 2 of OVHcloud's API starts with `/v2`. */
  readonly path: string;
  readonly answers: "ids" | "items" | "one";
  readonly paging: ServedPaging;
  /** The field under which the items are; null where the answer is the list itself. */
  readonly listKey: string | null;
  readonly pageParameters: PageParameters | null;
  readonly total: "header" | "body" | null;
  readonly orders: readonly string[];
  readonly projectParameter: string | null;
  readonly organizationParameter: string | null;
  /** The zones or regions that have the product; null where that is not known. */
  readonly localities: readonly string[] | null;
  /** The IAM action of OVHcloud. */
  readonly action: string | null;
}

/** How one item is asked for. */
export interface ServedDetail {
  readonly path: string;
  readonly action: string | null;
  /** The envelope around the item, such as `server`. */
  readonly key?: string | null;
  /** The item, where the list says less than the detail. */
  readonly example?: Item;
}

/** What is answered about each item under a path of its own, such as its addresses. */
export interface ServedFact {
  readonly path: string;
  readonly action: string | null;
  readonly answer: unknown;
}

/** A field of the item above that stands in the paths of a kind, such as the engine of a database. */
export interface ServedDivider {
  readonly field: string;
  /** Its value in the paths of the entry. */
  readonly written: string;
  /** All that have such a list. */
  readonly values: readonly string[];
}

/** One kind that the emulator serves from an example. */
export interface ServedEntry {
  readonly kind: string;
  readonly cloud: "ovh" | "scaleway";
  readonly locality: "account" | "organization" | "project" | "region" | "zone" | "none";
  readonly parent: string | null;
  /** What the names of the services start with that an OVHcloud region needs for it. */
  readonly service: string | null;
  /** Sets of Scaleway any of which is enough. */
  readonly permissionSets?: readonly string[];
  readonly list: ServedList;
  readonly detail: ServedDetail | null;
  readonly facts?: readonly ServedFact[];
  readonly by?: ServedDivider;
  /** Where an item has its id, with a dot between levels. */
  readonly idField: string;
  readonly idType: "string" | "number";
  /** No answer of this list was ever seen. */
  readonly unproven?: true;
  /** One item: its shape and its values; what tells items apart is made up for each. */
  readonly example: Item;
}
