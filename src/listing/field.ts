import { isRecord } from "../http/answer.ts";

/** The value at `a.b` of a raw item; undefined where any part of the way is missing. */
export function fieldAt(item: unknown, path: string): unknown {
  let value = item;
  for (const name of path.split(".")) value = isRecord(value) ? value[name] : undefined;
  return value;
}
