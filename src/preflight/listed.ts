const wordsNamed = 5;

/** A list in a sentence: the first five, and how many more there are. */
export function listed(words: readonly string[]): string {
  const more = words.length > wordsNamed ? ` and ${words.length - wordsNamed} more` : "";
  return `${words.slice(0, wordsNamed).join(", ")}${more}`;
}
