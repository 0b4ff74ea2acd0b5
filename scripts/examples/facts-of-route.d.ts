/** How a list is asked for, and what it answers with. */
export interface ListFacts {
  /** The path, with the vendor's own place names; OVHcloud's version 2 as `/v2/…`. */
  readonly path: string;
  readonly answers: "ids" | "items" | "one";
  readonly paging: "none" | "numbered" | "cursor-header" | "limit-marker" | "cursor-body" | "page-size-until-empty";
  readonly listKey: string | null;
  /** Names as on the wire: parameters, headers, or the answer's key of the next cursor. */
  readonly pageParameters: Readonly<Partial<Record<"page" | "size" | "cursor" | "next", string>>>;
  readonly total: "header" | "body" | null;
  readonly orders: readonly string[];
  readonly projectParameter: string | null;
  readonly organizationParameter: string | null;
  readonly localities: readonly string[] | null;
  readonly action: string | null;
}

export interface RouteFacts {
  readonly list: ListFacts;
  readonly detail: {
    readonly path: string;
    readonly action: string | null;
    /** The envelope around the item, as Instance's `server`. */
    readonly key: string | null;
    /** Where a list of items says less than the detail: the detail. */
    readonly example?: Readonly<Record<string, unknown>>;
  } | null;
  /** A field's dotted path; `(listed)` where the item does not repeat the listed identifier, `(value)` where it is nothing else. */
  readonly idField: string;
  readonly idType: "string" | "number";
  readonly example: Readonly<Record<string, unknown>>;
  /** True where no answer of this list was ever seen. */
  readonly unproven?: true;
}

export interface RouteRequest {
  readonly cloud: "ovhcloud" | "scaleway";
  /** The list's path; its places may be called anything. */
  readonly list: string;
  readonly detail?: string;
  readonly idField?: string;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** Undefined where vendor/ does not know the list. */
export function factsOfRoute(request: RouteRequest): RouteFacts | undefined;
