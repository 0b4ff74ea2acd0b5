import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import type { Below } from "../../src/listing/dialects/dialect.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import type { RegionRow } from "../../src/providers/region-table.ts";

/** What has to be known of a row to make its example. */
export interface ExampleRow extends Pick<ListedKind, "id" | "provider" | "locality"> {
  readonly list: {
    readonly idField: string;
    readonly calls: readonly { readonly path: string; readonly of: string }[];
    readonly below?: Partial<Below> | undefined;
  };
  readonly parent?: ResourceKind["parent"] | undefined;
}

export interface Golden {
  /** Its file. */
  readonly path: string;
  /** What is to stand in the file; absent where that stands there already. */
  readonly text?: string;
  readonly faults?: readonly string[];
}

export function goldenOf(row: ListedKind, regions: readonly RegionRow[], accepts: boolean): Golden;

/** The example of a row, where it would be listed; without both where vendor/ does not know its list. */
export function madeUp(row: ExampleRow): {
  readonly scope?: unknown;
  readonly item?: Readonly<Record<string, unknown>>;
};
