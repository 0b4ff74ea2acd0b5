import { InventoryError } from "../../inventory/errors.ts";
import type { Page, PlannedRead, ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { ListedKind } from "../../listing/kind.ts";
import type { ScalewayReader } from "./client.ts";

/** Whether the organization's lists of a kind are believed in a run. */
export interface KindTrust {
  /** Something showed that they leave something out, or that the key may not read them. */
  isOff: boolean;
  /** Which comparisons have shown nothing missing: with a project that the list shows to have something, and with one that has nothing. */
  readonly compared: Set<"something" | "nothing">;
  /** One comparison after the other, so that none is made twice. */
  turn: Promise<void>;
  /** What to keep of a list that is about to be read. */
  startsComparing(kind: ListedKind): ShownItems;
}

/** What a list of the organization shows: how much of each project, and of one project what. */
export interface ShownItems {
  readonly counts: ReadonlyMap<string, number>;
  /** The project whose ids are kept: that of the first item. */
  readonly project: string | undefined;
  readonly ids: ReadonlySet<string | undefined>;
  add(project: string, item: unknown): void;
}

export function newTrust(): KindTrust {
  const compared: KindTrust["compared"] = new Set();
  return {
    isOff: false,
    compared,
    turn: Promise.resolve(),
    startsComparing: (kind) => createShownItems(kind, !compared.has("something")),
  };
}

function createShownItems(kind: ListedKind, keepsIds: boolean): ShownItems {
  const counts = new Map<string, number>();
  const ids = new Set<string | undefined>();
  let first: string | undefined;
  return {
    counts,
    ids,
    get project() {
      return first;
    },
    add(project, item) {
      counts.set(project, (counts.get(project) ?? 0) + 1);
      if (keepsIds) first ??= project;
      if (project === first) ids.add(kind.idOf(item));
    },
  };
}

export interface Comparison {
  readonly kind: ListedKind;
  readonly scopes: readonly Scope[];
  readonly shown: ShownItems;
  readonly trust: KindTrust;
  readonly reader: ScalewayReader;
  readonly context: ReadContext;
}

/**
 * Compares a list of the organization with the first page of some projects' own: of one that it shows to have something, of one that
 * it shows to have nothing, both once a kind, and of each that had something in an earlier run and is shown to have nothing. A list
 * that shows nothing at all is compared with one project's in every place: what is empty elsewhere says nothing of it.
 *
 * @throws InventoryError where a project's own list holds what the organization's does not. No such list of the kind is believed any
 * more in this run: what came between the two would look the same, and costs no more than reading project by project.
 */
export async function compareWithOwn(comparison: Comparison): Promise<void> {
  const { trust } = comparison;
  const compared = trust.turn.then(() => compareInTurn(comparison));
  trust.turn = compared.catch(() => {});
  return compared;
}

async function compareInTurn({ kind, scopes, shown, trust, reader, context }: Comparison): Promise<void> {
  const empty = scopes.filter(({ project = "" }) => !shown.counts.has(project));
  const emptied = empty.filter(({ id }) => context.remembered?.wasRead(kind.id, id));
  const withSomething = scopes.filter(({ project }) => project !== undefined && project === shown.project);
  const isEmpty = shown.counts.size === 0;
  const isNothingKnown = trust.compared.has("nothing") && !isEmpty;
  const withNothing = emptied.length > 0 ? emptied : empty.slice(0, isNothingKnown ? 0 : 1);
  for (const scope of [...(trust.compared.has("something") ? [] : withSomething), ...withNothing]) {
    if (trust.isOff) break;
    const { items, total = 0 } = await firstOwnPage(kind, scope, reader, context);
    const count = shown.counts.get(scope.project ?? "") ?? 0;
    const isMissing = (item: unknown): boolean => count === 0 || !shown.ids.has(kind.idOf(item));
    if (items.some(isMissing) || total > count) trust.isOff = true;
    else if (!isEmpty) trust.compared.add(count > 0 ? "something" : "nothing");
  }
  if (!trust.isOff) return;
  const reason = `the organization's list of ${kind.id} leaves out what a project's own list holds`;
  throw new InventoryError("INVALID_RESPONSE", reason);
}

/**
 * What is asked beside the organization's lists: the comparisons, and where a product is not offered each project by itself, since the
 * organization's list says nothing of that. It is expected not to be where no earlier run read it, while it read it elsewhere.
 */
export function requestsBeside(reads: readonly PlannedRead[]): number {
  const together = reads.filter(({ isTogether }) => isTogether);
  const isRead = ({ places }: PlannedRead): boolean => places.some(({ isCounted }) => isCounted);
  const elsewhere = new Set(together.filter(isRead).map(({ kind }) => kind));
  const isAbsent = (read: PlannedRead): boolean => !isRead(read) && elsewhere.has(read.kind);
  const alone = together.filter(isAbsent).flatMap(({ places }) => places);
  return alone.length + comparisonsOf(together.filter((read) => !isAbsent(read)));
}

/**
 * How many requests these comparisons take where they show nothing missing: one in each place where the organization's list shows
 * nothing, and once a kind one with a project that has something and one with a project that has nothing.
 */
function comparisonsOf(together: readonly PlannedRead[]): number {
  const isEmpty = ({ places }: PlannedRead): boolean => places.every(({ items }) => items === 0);
  const showing = together.filter((read) => !isEmpty(read));
  const kindsOf = (some: readonly PlannedRead[]): number => new Set(some.map(({ kind }) => kind.id)).size;
  const withNothing = showing.filter(({ places }) => places.some(({ items }) => items === 0));
  return together.length - showing.length + kindsOf(showing) + kindsOf(withNothing);
}

/** One request: nothing is read ahead. */
async function firstOwnPage(
  kind: ListedKind,
  { project, locality }: Scope,
  reader: ScalewayReader,
  context: ReadContext,
): Promise<Pick<Page, "items" | "total">> {
  const pages = kind.list.read({ values: { project, locality }, reader: reader(context), window: () => 0 });
  const { value } = await pages.next();
  await pages.return();
  return value ?? { items: [] };
}
