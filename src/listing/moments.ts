/** The latest of some moments, as it was written; undefined where there is none. */
export function newestOf(moments: readonly (string | null | undefined)[]): string | undefined {
  const known = moments.filter((moment): moment is string => typeof moment === "string");
  return known.toSorted((one, other) => Date.parse(other) - Date.parse(one))[0];
}
