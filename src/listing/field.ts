import { isRecord } from "../http/answer.ts";

/** The value at `a.b` of a raw item; undefined where any part of the way is missing. */
export function fieldAt(item: unknown, path: string): unknown {
  return fieldReader(path)(item);
}

/** {@link fieldAt} for many items: the path is taken apart once. */
export function fieldReader(path: string): (item: unknown) => unknown {
  const names = path.split(".");
  return (item) => {
    let value = item;
    for (const name of names) value = isRecord(value) ? value[name] : undefined;
    return value;
  };
}
