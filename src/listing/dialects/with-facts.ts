import { expandPath } from "../../http/path.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { Page } from "../../inventory/provider.ts";
import { isExpired } from "../expired.ts";
import { fieldAt } from "../field.ts";
import { textOf } from "../kind.ts";
import { mapAhead } from "../paging/map-ahead.ts";
import { expired, type Query } from "../reader.ts";
import type { Dialect, Reading } from "./dialect.ts";

/**
 * Something of an item that its list does not tell, such as addresses or a native backup: a call of its own for each item, with a
 * right of its own. It is optional: where it is refused, items are reported without it, with a warning.
 */
export interface Fact {
  /**
   * The field of the item that the answer is laid into; the row's schema parses it. `null` where the answer is 404, which says that
   * there is none; absent where it could not be read.
   */
  readonly field: string;
  /** `{id}` stands for the item's id. */
  readonly path: string;
  readonly query?: Query;
  /** In words, for the warning: `addresses`. */
  readonly what: string;
}

/** A list with facts beside it. */
export function withFacts(list: Dialect, facts: readonly Fact[]): Dialect {
  return {
    ...list,
    together: list.together && withFacts(list.together, facts),
    calls: [...list.calls, ...facts.map(({ path, field }) => ({ path, of: "fact" as const, field }))],
    cost: { ...list.cost, facts: (list.cost.facts ?? 0) + facts.length },
    read(reading) {
      const pages = list.read(reading);
      return reading.idsOnly ? pages : pagesWithFacts(pages, list.idField, facts, reading);
    },
  };
}

function pagesWithFacts(
  pages: AsyncIterable<Page>,
  idField: string,
  facts: readonly Fact[],
  { values, reader, window }: Reading,
): AsyncGenerator<Page, void, void> {
  const refused = new Set<Fact>();
  const askFor = async (fact: Fact, id: string, warnings: Set<string>): Promise<readonly [string, unknown][]> => {
    // The right is the same for every item: once it was refused there is no use in asking again.
    if (refused.has(fact)) return [];
    try {
      const answer = await reader.readDetail(expandPath(fact.path, { ...values, id }), fact.query ?? {});
      return answer === expired ? [] : [[fact.field, answer ?? null]];
    } catch (thrown) {
      const error = asInventoryError(thrown);
      if (error.code === "UNAUTHENTICATED" || error.code === "CANCELLED") throw error;
      if (error.code === "PERMISSION_DENIED") refused.add(fact);
      warnings.add(warningOf(fact, error));
      return [];
    }
  };
  const completed = async (item: unknown, warnings: Set<string>): Promise<unknown> => {
    const id = textOf(fieldAt(item, idField));
    if (id === undefined || isExpired(item) || item === null || typeof item !== "object") return item;
    const answers = await Promise.all(facts.map((fact) => askFor(fact, id, warnings)));
    return { ...item, ...Object.fromEntries(answers.flat()) };
  };
  return mapAhead(pages, window, async (page) => {
    const warnings = new Set(page.warnings);
    const items = await Promise.all(page.items.map((item) => completed(item, warnings)));
    return { ...page, items, warnings: [...warnings] };
  });
}

/** One text for all items, so that it is told once. */
function warningOf({ what, path }: Fact, { code }: InventoryError): string {
  const isDenied = code === "PERMISSION_DENIED";
  const why = isDenied ? `the credential may not ask for GET ${path}` : `GET ${path} could not be read (${code})`;
  return `items are reported without ${what}: ${why}`;
}
