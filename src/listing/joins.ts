import { asInventoryError } from "../inventory/errors.ts";
import type { Page } from "../inventory/provider.ts";
import type { ResourceKind } from "../inventory/resource-kind.ts";
import type { Facts, Join, ListedKind } from "./kind.ts";

/** The joins of one run: a list that is read anyway is listened to; else it is read once a scope. */
export interface Joins {
  /** The pages of a list, completed where its row wishes it, and remembered where others do. */
  through(kind: ListedKind, scopeId: string, pages: AsyncIterable<Page>, readOther: ReadOther): AsyncIterable<Page>;
}

type ReadOther = (kind: ListedKind) => AsyncIterable<Page>;

/** @param selected the kinds that the run reads. */
export function createJoins(selected: readonly ResourceKind[]): Joins {
  const wishes = selected.flatMap((kind) => (kind as ListedKind).join ?? []);
  const known = new Map<string, Promise<Facts>>();
  const released = new Set<string>();

  async function* listen(key: string, join: Join, pages: AsyncIterable<Page>): AsyncGenerator<Page, void, void> {
    if (released.has(key)) return yield* pages;
    const facts = new Map<string, Readonly<Record<string, unknown>>>();
    const { promise, resolve, reject } = deferred<Facts>();
    known.set(key, promise);
    try {
      for await (const page of pages) {
        remember(page, join, facts);
        yield page;
      }
      resolve(facts);
    } finally {
      // Without effect where the list was read to its end.
      reject(new Error("the list that is joined was not read to its end"));
    }
  }

  async function* complete(
    key: string,
    join: Join,
    pages: AsyncIterable<Page>,
    readOther: ReadOther,
  ): AsyncGenerator<Page, void, void> {
    try {
      for await (const page of pages) {
        if (!page.items.some(join.needs)) {
          yield page;
          continue;
        }
        const facts = known.get(key) ?? collect(readOther(join.kind), join);
        known.set(key, facts);
        yield await completed(page, join, facts);
      }
    } finally {
      released.add(key);
      known.delete(key);
    }
  }

  return {
    through(kind, scopeId, pages, readOther) {
      const { join } = kind;
      if (join !== undefined) return complete(`${join.kind.id}@${scopeId}`, join, pages, readOther);
      const wish = wishes.find((one) => one.kind.id === kind.id);
      return wish === undefined ? pages : listen(`${kind.id}@${scopeId}`, wish, pages);
    },
  };
}

async function completed(page: Page, join: Join, facts: Promise<Facts>): Promise<Page> {
  try {
    const all = await facts;
    return { ...page, items: page.items.map((item) => (join.needs(item) ? join.complete(item, all) : item)) };
  } catch (thrown) {
    if (asInventoryError(thrown).code === "UNAUTHENTICATED") throw thrown;
    return { ...page, warnings: [...(page.warnings ?? []), join.warning] };
  }
}

async function collect(pages: AsyncIterable<Page>, join: Join): Promise<Facts> {
  const facts = new Map<string, Readonly<Record<string, unknown>>>();
  for await (const page of pages) remember(page, join, facts);
  return facts;
}

function remember({ items }: Page, join: Join, facts: Map<string, Readonly<Record<string, unknown>>>): void {
  for (const item of items) {
    const entry = join.remember(item);
    if (entry !== undefined) facts.set(...entry);
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<Value>((whenResolved, whenRejected) => {
    resolve = whenResolved;
    reject = whenRejected;
  });
  // Nobody may be listening: items that need nothing never ask.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
