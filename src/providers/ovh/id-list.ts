import { invalid } from "../../http/answer.ts";
import { isSegment } from "../../http/path.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";

/**
 * A list of ids on which scopes hang, over all passes of one run. What any pass named counts: an id that slipped from one pass
 * would be lost with everything below it. Nothing here rejects.
 */
export interface IdList {
  /**
   * Reads the list, and once more where it shows a hole. Everybody who asks shares the answer.
   *
   * @returns the entries of the last pass, and the ids that only an earlier one named.
   */
  whole(context: ReadContext): Promise<readonly unknown[]>;
  /** Reads the list anew, for whoever saw more of it than the list itself shows. @returns the entries of this pass alone. */
  again(context: ReadContext): Promise<readonly unknown[]>;
  /** Every usable id that any pass named. */
  readonly ids: readonly string[];
  /** Why the last pass was not read. */
  readonly failure: InventoryError | undefined;
  /** What keeps other ids from being known: the failure, or what is wrong with the last pass. */
  readonly gap: InventoryError | undefined;
}

// Far more projects than any account has, or regions than a project. Each id becomes several scopes that wait in memory.
const mostIds = 20_000;

/** @param readOnce one pass over the list. */
export function createIdList(label: string, readOnce: (context: ReadContext) => Promise<readonly unknown[]>): IdList {
  const ids = new Set<string>();
  let failure: InventoryError | undefined;
  let hole: InventoryError | undefined;
  let first: Promise<readonly unknown[]> | undefined;

  async function pass(context: ReadContext): Promise<readonly unknown[]> {
    try {
      const entries = await readOnce(context);
      if (entries.length > mostIds) throw invalid(label, `named more than ${mostIds} ids`);
      const isEmptied = entries.length === 0 && ids.size > 0;
      failure = isEmptied ? invalid(label, "answered with nothing, after it had named something") : undefined;
      hole = holeIn(entries, label);
      for (const id of usableIds(entries)) ids.add(id);
      return entries;
    } catch (thrown) {
      failure = asInventoryError(thrown);
      return [];
    }
  }

  async function untilWhole(context: ReadContext): Promise<readonly unknown[]> {
    const entries = await pass(context);
    if (hole === undefined) return entries;
    const later = await pass(context);
    return [...later, ...usableIds(entries).filter((id) => !later.includes(id))];
  }

  return {
    whole(context) {
      first ??= untilWhole(context);
      return first;
    },
    again: pass,
    get ids() {
      return [...ids];
    },
    get failure() {
      return failure;
    },
    get gap() {
      return failure ?? hole;
    },
  };
}

/** The ids that can be asked for, each once. */
export function usableIds(entries: readonly unknown[]): readonly string[] {
  return [...new Set(entries.filter((id): id is string => typeof id === "string" && isSegment(id)))];
}

/** An id that is listed twice stands where another one may have slipped; an entry that is no id is a place that nobody can read. */
function holeIn(entries: readonly unknown[], label: string): InventoryError | undefined {
  const different = new Set(entries).size;
  if (usableIds(entries).length < different) {
    return invalid(label, "answered with an entry that is not a usable id: what lies behind it was not read");
  }
  return different < entries.length
    ? invalid(label, "named an id more than once, twice: another one may hide behind it")
    : undefined;
}
