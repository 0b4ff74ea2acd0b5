// How many kinds there are, in CHANGELOG's entry of what is not released yet.

/**
 * The text with the totals of today: what is released keeps its own, and an entry that tells none gets none.
 *
 * @param providers each with its title and its kinds
 */
export function withTotals(text, providers) {
  const ofAll = providers.reduce((sum, { kinds }) => sum + kinds.length, 0);
  const ofEach = providers.map(({ title, kinds }) => `${kinds.length} of ${title}`).join(", ");
  return text.replace(
    /^(## Unreleased\n(?:(?!## ).*\n)*?- )\d+ kinds: [^;]+;/m,
    (_found, before) => `${before}${ofAll} kinds: ${ofEach};`,
  );
}
