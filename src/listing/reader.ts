/** The query of a request, by parameter. */
export type Query = Readonly<Record<string, string>>;

/** A document that is one page of a list, with what its headers say of the next. */
export interface PageDocument {
  readonly document: unknown;
  /** Whether `Link` names a next page. */
  readonly hasNext: boolean;
  /** A header of the answer; undefined where it has none of that name. */
  header(name: string): string | undefined;
}

/** What a provider's client offers to the list engine. Every member rejects with an `InventoryError`. */
export interface ListReader {
  /** A document that is the whole answer: one that says to be a page of several is refused. */
  read(path: string, query: Query): Promise<unknown>;
  /** One page of a list. */
  readPage(path: string, query: Query, headers?: Readonly<Record<string, string>>): Promise<PageDocument>;
  /** The detail of an item that a list named: undefined where it has gone, `expired` where it has none any more. */
  readDetail(path: string, query: Query): Promise<unknown>;
  /** S3's list of buckets of a project in a region, each in S3's own names; absent where the cloud has none. */
  readBuckets?(project: string, region: string): Promise<readonly unknown[]>;
}

/** Stands for the detail of an item that has expired: it exists, and has no detail any more. */
export const expired: Readonly<Record<string, unknown>> = Object.freeze({});
