import { nearest } from "./nearest.ts";

/**
 * The place that a word was meant to be. Separators are what is mistyped most, and a number is that of a zone: `par1` is nearer to
 * `fr-par-1` than to `fr-par`.
 */
export function nearestChoice(word: string, choices: readonly string[]): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const isNumbered = /\d\s*$/.test(word);
  const known = choices.filter((one) => /\d$/.test(one) === isNumbered);
  const like = nearest(bare(word).slice(0, 60), known.map(bare));
  return known.find((one) => bare(one) === like);
}
