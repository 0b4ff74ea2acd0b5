import { shortText } from "./bounds.ts";
import type { InventoryError } from "./errors.ts";
import { withExamples } from "./examples.ts";
import { isGap, type Outcome } from "./outcome.ts";
import type { UnreadPart } from "./provider.ts";

/** One page as it was read. `total` is what the provider claimed on that page. */
export interface PageRecord {
  readonly number: number;
  readonly items: number;
  readonly total?: number;
  /** The provider said on that page that another one follows. */
  readonly hasNext?: boolean;
  /** Which of several lists it is a page of. */
  readonly part?: string;
  /** When the newest item of the page was made, of a list that is handed out newest first. */
  readonly newestMs?: number;
}

/** One pass over the list of a scope. */
export interface ListRecord {
  readonly pages: readonly PageRecord[];
  /** Items whose identity had been seen earlier in this pass. */
  readonly repeated: number;
  /** Items without identity: they cannot be emitted. */
  readonly skipped: number;
  /** Of those, items whose id is too long for a URN. */
  readonly longUrns?: number;
  /** Items that were listed and had no detail: gone in between, or not there yet. */
  readonly gone: number;
  /** Items whose detail was answered with something that is no detail of theirs. */
  readonly undescribed: number;
  /** The first few of those two, for the reason. */
  readonly withoutDetail?: readonly string[];
  /** Parts of the scope that could not be read, such as the list below one parent. */
  readonly unread?: readonly UnreadPart[];
}

/** Everything that happened in one (kind, scope). */
export interface ScopeRecord {
  /** Passes that reached their end; at most two. */
  readonly lists: readonly ListRecord[];
  /** What stopped the last pass. */
  readonly error?: InventoryError;
  /** Resources emitted. */
  readonly count: number;
  /** Raw items seen in any pass, whether or not they could be emitted. */
  readonly itemsSeen: number;
  /** An empty list of this kind is not believed. */
  readonly required: boolean;
}

/**
 * Whether the pages of a pass prove that no item slipped between them.
 *
 * A list that is read newest first shifts to later pages when something is added (an item repeats) and to earlier ones when
 * something is removed (the total falls). Equal totals, no repeated item and as many items as the total say that neither
 * happened, as long as pages are read one after the other. Pages that are asked for together may be answered in another order, and while
 * as many items are added as removed, one can then move from a page that is still to come to one that was already read. So where items
 * tell their age, nothing on a later page may be newer than all of page 1. With that, what was read is the list as it was when page 1
 * was: equal totals let no item move up, so the first item of page 2 is the one that was there, or one of page 1 (repeated), or a new
 * one (newer); it has not moved, then neither has anything behind it, and the same holds of page 3 after page 2.
 *
 * A total that is missing or wrong on any page proves nothing. Nothing proves this for a list without totals but its
 * being one document. The total on a page past the end is not evidence: recorded answers say 0 there.
 */
export function hasHole(list: ListRecord): boolean {
  // An item that really went is not listed by the second pass; one that is listed again exists and could not be read.
  if (list.gone + list.undescribed > 0 || list.repeated > 0) return true;
  const parts = new Map<string | undefined, PageRecord[]>();
  // A part that was not read to its end is a gap already, and reading all the others anew does not close it.
  const cut = new Set((list.unread ?? []).flatMap(({ part }) => part ?? []));
  for (const page of list.pages) {
    if (page.part !== undefined && cut.has(page.part)) continue;
    const pages = parts.get(page.part);
    if (pages === undefined) parts.set(page.part, [page]);
    else pages.push(page);
  }
  return [...parts.values()].some(hasHoleInPages);
}

/** The same of the pages of one list: each of several below different parents has its own total. */
function hasHoleInPages(pages: readonly PageRecord[]): boolean {
  // The list was left at an empty page that says of itself that it is not the last one.
  if (pages.some((page) => page.hasNext && page.items === 0)) return true;
  const [{ newestMs } = {}, ...later] = pages;
  if (newestMs !== undefined && later.some((page) => (page.newestMs ?? newestMs) > newestMs)) return true;
  const totals = pages.flatMap((page) => (page.items > 0 || page.number === 1 ? [page.total] : []));
  const first = totals.find((total) => total !== undefined);
  if (first === undefined) return false;
  const read = pages.reduce((sum, page) => sum + page.items, 0);
  return read !== first || totals.some((total) => total !== first);
}

/** The one place where outcomes are decided: pure, from what happened. */
export function judge(record: ScopeRecord): Outcome {
  const { count, error } = record;
  if (error !== undefined) return refused(error, record);
  const last = record.lists.at(-1);
  if (last === undefined || last.pages.length === 0) {
    return {
      status: "failed",
      count,
      code: "INTERNAL",
      reason: "the list was never read; this is a defect of the plugin",
    };
  }
  if (last.unread?.length) return withUnreadParts(last.unread, record, last.pages);
  if (last.longUrns) {
    return incomplete(
      count,
      `${last.longUrns} item(s) could not be reported: their id is too long to be part of a URN`,
    );
  }
  if (last.skipped > 0) {
    return incomplete(count, `${last.skipped} item(s) without an id could not be reported`);
  }
  if (last.gone > 0) {
    const items = `${last.gone} item(s) are listed, twice, and cannot be found one by one`;
    return incomplete(count, withExamples(items, last.withoutDetail ?? []));
  }
  if (last.undescribed > 0) {
    const items = `the detail of ${last.undescribed} item(s) was answered with something else, twice`;
    return incomplete(count, withExamples(items, last.withoutDetail ?? []));
  }
  if (last.repeated > 0) {
    return incomplete(count, `${last.repeated} item(s) are listed more than once, twice: others may hide behind them`);
  }
  if (hasHole(last)) {
    return incomplete(
      count,
      "the list changed while it was read, twice, or says a wrong total: an item may have slipped between two pages",
    );
  }
  if (record.required && count === 0) {
    return { status: "failed", count, code: "NOT_FOUND", reason: "the credential works and sees nothing" };
  }
  return { status: "completed", count };
}

/** True only if there is at least one scope and nothing is missing from any. */
export function isComplete(outcomes: readonly Outcome["status"][]): boolean {
  return outcomes.length > 0 && !outcomes.some(isGap);
}

function incomplete(count: number, reason: string): Outcome {
  return { status: "partial", count, code: "INVALID_RESPONSE", reason };
}

const partsNamed = 3;
// In characters; real ids are shorter.
const longestName = 120;

/** What was read stands; what was not is named. Where nothing at all was read, that is what the refusals say. */
function withUnreadParts(
  unread: readonly UnreadPart[],
  { count, itemsSeen }: ScopeRecord,
  pages: readonly PageRecord[],
): Outcome {
  const { error } = unread[0] as UnreadPart;
  const named = unread.flatMap(({ name, error }) =>
    name === undefined ? [] : [`${shortText(name, longestName)}: ${error.message}`],
  );
  const around = unread.flatMap(({ name, error }) => (name === undefined ? [error.message] : []));
  const more = named.length > partsNamed ? `, and ${named.length - partsNamed} more` : "";
  const reasons = [
    ...(named.length === 0
      ? []
      : [`below ${named.length} nothing was read: ${named.slice(0, partsNamed).join("; ")}${more}`]),
    ...(around.length === 0 ? [] : [`what it is listed below is not known whole: ${around[0]}`]),
  ];
  const isPartRead = itemsSeen > 0 || pages.some(({ part }) => part !== undefined);
  const isDenied = unread.every(({ error }) => error.code === "PERMISSION_DENIED");
  const status = isPartRead ? "partial" : isDenied ? "denied" : "failed";
  return { status, count, code: error.code, reason: reasons.join("; "), ...helpOf(error) };
}

function refused(error: InventoryError, { count, itemsSeen, required }: ScopeRecord): Outcome {
  const { code, message: reason } = error;
  // A product that is absent has nothing to list: once something was listed the claim contradicts itself.
  const status =
    error.notOffered && itemsSeen === 0 && !required
      ? "not-offered"
      : code === "PERMISSION_DENIED"
        ? "denied"
        : "failed";
  return { status, count, code, reason, ...helpOf(error) };
}

/**
 * What helps whoever has to do something about a refusal. A grant is advised only where the provider said that a right is missing: its
 * refusal may be about an address or a condition, and throttling has been seen as 403.
 */
function helpOf({ requestId, advice, lacksRight }: InventoryError): Pick<Outcome, "requestId" | "remediation"> {
  const isGrantInVain = advice?.check === "rights.granted" && !lacksRight;
  return {
    ...(requestId === undefined ? {} : { requestId }),
    ...(advice === undefined || isGrantInVain ? {} : { remediation: advice.remediation }),
  };
}
