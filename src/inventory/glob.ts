/**
 * Whether a text fits a pattern in which `*` stands for anything, also for nothing. In linear time whatever the pattern, which an
 * expression with several `.*` is not: patterns come from configs and from providers.
 */
export function fitsGlob(text: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let position = first.length;
  // The earliest place for each part leaves the most room for those behind it.
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return position <= text.length - last.length;
}
