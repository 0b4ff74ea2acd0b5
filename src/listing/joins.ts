import { asInventoryError } from "../inventory/errors.ts";
import type { Page } from "../inventory/provider.ts";
import type { ResourceKind } from "../inventory/resource-kind.ts";
import type { Scope } from "../inventory/scope.ts";
import type { Facts, Join, ListedKind } from "./kind.ts";

/** The joins of one run: a list that is read anyway is listened to; else it is read once a place. */
export interface Joins {
  /** The pages of a list, completed where its row wishes it, and remembered where others do. */
  through(kind: ListedKind, scope: Scope, pages: AsyncIterable<Page>, readOther: ReadOther): AsyncIterable<Page>;
}

type ReadOther = (kind: ListedKind, scope: Scope) => AsyncIterable<Page>;

/** @param selected the kinds that the run reads. */
export function createJoins(selected: readonly ResourceKind[]): Joins {
  const wishes = selected.flatMap((kind) => (kind as ListedKind).joins ?? []);
  const known = new Map<string, Promise<Facts>>();
  const released = new Set<string>();

  async function* listen(key: string, join: Join, pages: AsyncIterable<Page>): AsyncGenerator<Page, void, void> {
    if (released.has(key)) return yield* pages;
    const facts: CollectedFacts = new Map();
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
    scope: Scope,
    join: Join,
    pages: AsyncIterable<Page>,
    readOther: ReadOther,
  ): AsyncGenerator<Page, void, void> {
    const key = keyIn(join.kind, scope);
    try {
      for await (const page of pages) {
        if (
          !page.items.some(join.needs) &&
          !(page.undescribed ?? []).some(({ item, isGone }) => !isGone && join.needs(item))
        ) {
          yield page;
          continue;
        }
        const facts = known.get(key) ?? collect(readOther(join.kind, scope), join);
        known.set(key, facts);
        yield { ...(await completed(page, join, facts)), joined: [...(page.joined ?? []), join.kind.id] };
      }
    } finally {
      // A list of a wider place is kept: other lists may still need it.
      if (join.localityOf === undefined) {
        released.add(key);
        known.delete(key);
      }
    }
  }

  return {
    through(kind, scope, pages, readOther) {
      const wish = wishes.find((one) => one.kind.id === kind.id);
      const heard = wish === undefined ? pages : listen(keyIn(kind, scope), wish, pages);
      return (kind.joins ?? []).reduce(
        (before, join) => complete(placeOf(join, scope), join, before, readOther),
        heard,
      );
    },
  };
}

type CollectedFacts = Map<string, Readonly<Record<string, unknown>>>;

function keyIn({ id }: ListedKind, scope: Scope): string {
  return `${id}@${scope.project ?? scope.id}/${scope.locality ?? ""}`;
}

/** Where the list that tells is. */
function placeOf({ localityOf }: Join, scope: Scope): Scope {
  if (localityOf === undefined || scope.locality === undefined) return scope;
  const locality = localityOf(scope.locality);
  return { ...scope, id: `${scope.project ?? scope.id}/${locality}`, locality };
}

async function completed(page: Page, join: Join, facts: Promise<Facts>): Promise<Page> {
  try {
    const all = await facts;
    const complete = (item: unknown): unknown => (join.needs(item) ? join.complete(item, all) : item);
    const { undescribed } = page;
    return {
      ...page,
      items: page.items.map(complete),
      ...(undescribed && { undescribed: undescribed.map((one) => ({ ...one, item: complete(one.item) })) }),
    };
  } catch (thrown) {
    if (asInventoryError(thrown).code === "UNAUTHENTICATED") throw thrown;
    return { ...page, warnings: [...(page.warnings ?? []), join.warning] };
  }
}

async function collect(pages: AsyncIterable<Page>, join: Join): Promise<Facts> {
  const facts: CollectedFacts = new Map();
  for await (const page of pages) remember(page, join, facts);
  return facts;
}

function remember({ items }: Page, join: Join, facts: CollectedFacts): void {
  for (const item of items) {
    const key = join.keyOf(item);
    if (key !== undefined) facts.set(key, join.keep(item, facts.get(key)));
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
