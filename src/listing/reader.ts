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

/** One entry of an answer about several items. */
export interface BatchedDetail {
  /** What the answer calls the item; undefined where it gives it no name beside the detail. */
  readonly key: string | undefined;
  /** Undefined where the entry holds no detail that can be used, such as a refusal of that item. */
  readonly detail: unknown;
}

/** What a provider's client offers to the list engine. Every member rejects with an `InventoryError`. */
export interface ListReader {
  /** A document that is the whole answer: one that says to be a page of several is refused. */
  read(path: string, query: Query): Promise<unknown>;
  /** One page of a list. */
  readPage(path: string, query: Query, headers?: Readonly<Record<string, string>>): Promise<PageDocument>;
  /** The detail of an item that a list named: undefined where it has gone, `expired` where it has none any more. */
  readDetail(path: string, query: Query): Promise<unknown>;
  /**
   * The details of several items in one request, in whatever order; absent where the cloud knows no such thing. Nothing that it
   * answers is a proof of anything but the details in it: an item that is missing has to be read alone. It rejects where the run
   * was cancelled alone, and answers with nothing where the host does not do it.
   *
   * @param path what stands before the ids.
   */
  readDetails?(path: string, ids: readonly string[], query: Query): Promise<readonly BatchedDetail[]>;
  /** S3's list of buckets of a project in a region, each in S3's own names; absent where the cloud has none. */
  readBuckets?(project: string, region: string): Promise<readonly unknown[]>;
}

/** Stands for the detail of an item that has expired: it exists, and has no detail any more. */
export const expired: Readonly<Record<string, unknown>> = Object.freeze({});
