import type { Item } from "../lists.ts";
import { isObject, type Recording } from "./recordings.ts";

/** A list as all its recordings together show it. */
export interface MergedList {
  /** The field under which the API answers the items. */
  readonly listKey: string;
  /** By path, locality (and parent) included. */
  readonly byPath: ReadonlyMap<string, readonly Item[]>;
}

/** Puts the items of all the answers of a recording together: one item an id, the newest version of each. */
export function mergeRecording({ responses }: Recording): MergedList | undefined {
  const merged = new Map<string, Map<string, Item>>();
  let listKey: string | undefined;
  for (const { url, body } of responses) {
    const found = isObject(body) ? Object.entries(body).find(([, value]) => Array.isArray(value)) : undefined;
    if (found === undefined) continue;
    listKey = found[0];
    const path = url.split("?")[0] ?? url;
    const known = merged.get(path) ?? new Map<string, Item>();
    merged.set(path, known);
    addAll(known, found[1]);
  }
  if (listKey === undefined) return undefined;
  return { listKey, byPath: new Map([...merged].map(([path, items]) => [path, [...items.values()]])) };
}

function addAll(known: Map<string, Item>, items: unknown): void {
  for (const item of Array.isArray(items) ? items.filter(isObject) : []) {
    const id = typeof item["id"] === "string" ? item["id"] : JSON.stringify(item);
    const before = known.get(id);
    if (before === undefined || changedAt(item) >= changedAt(before)) known.set(id, item);
  }
}

/** Items that do not say when they changed all changed at the same time: then the later answer wins. */
function changedAt(item: Item): string {
  const date = item["modification_date"] ?? item["updated_at"];
  return typeof date === "string" ? date : "";
}
