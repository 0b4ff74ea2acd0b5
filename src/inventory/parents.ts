import type { InventoryError } from "./errors.ts";

/** One thing that a kind is listed below, such as a cluster above its node pools. */
export interface Parent {
  readonly id: string;
  /** What it is listed below itself. */
  readonly above?: Parent | undefined;
  /** The fields of it that the kinds below ask for. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a kind is listed below, in one scope. */
export interface Parents {
  /** Every one that any pass over their list named. */
  readonly items: readonly Parent[];
  /** Why others may be missing. */
  readonly error?: InventoryError | undefined;
  /** Reads their list anew, once for all who ask: whether one of them has gone, and which are new. */
  again(): Promise<Parents>;
}

/** Tells a parent from the others of its scope. */
export function parentKey({ id, above }: Parent): string {
  return above === undefined ? id : `${parentKey(above)}\n${id}`;
}
