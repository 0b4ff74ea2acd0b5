/** What to call a key of a config in messages: an environment's variable, a profile's own word with its line. */
export type NameOf = (key: string) => string;

/** As the config itself calls it. */
export const ownName: NameOf = (key) => key;

/**
 * A sentence of ours with the keys in it called as their source calls them. A key of one word is left alone, since the sentence may
 * mean the word.
 */
export function withNames(sentence: string, keys: readonly string[], nameOf: NameOf): string {
  return sentence.replace(/[a-z0-9]+(?:_[a-z0-9]+)+/g, (word) => (keys.includes(word) ? nameOf(word) : word));
}
