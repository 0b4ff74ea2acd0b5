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
  /** Their list may have left some out, and nothing tells. */
  readonly filtered?: boolean | undefined;
  /** Reads their list anew, once for all who ask while it is read: whether one of them has gone, and which are new. Never rejects. */
  again(): Promise<Parents>;
}

/** Tells a parent from the others of its scope. Ids are quoted: one that holds what stands between two would be another's. */
export function parentKey({ id, above }: Parent): string {
  return `${above === undefined ? "" : parentKey(above)}${JSON.stringify(id)}`;
}

/** How a parent is called in a report: by its id, behind those of what it is below. */
export function parentName({ id, above }: Parent): string {
  return above === undefined ? id : `${parentName(above)}/${id}`;
}
