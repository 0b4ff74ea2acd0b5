/** Whether a text is what a pattern says, in rules, actions and URNs alike: `*` stands for anything, slashes included. */
export function matchesGlob(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${source}$`).test(text);
}
