const mark = Symbol("expired");

/** The item of a list whose detail answers that it has expired: it exists, and has no detail any more that could say so. */
export function asExpired(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...item, [mark]: true };
}

export function isExpired(item: unknown): boolean {
  return item !== null && typeof item === "object" && mark in item;
}
