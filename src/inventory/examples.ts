/** What stands between a sentence and the items that it names; rights that are missing may stand behind them (`tally.ts`). */
const named = /; the first (?:is|are) (.*?)(?=; needs |$)/s;

/**
 * A sentence that names the first of the items it is about. Every sentence with such names is made here: whoever adds sentences up by
 * what they say ({@link withoutExamples}) has to tell the names from the rest.
 */
export function withExamples(sentence: string, first: readonly string[]): string {
  if (first.length === 0) return sentence;
  return `${sentence}; the first ${first.length === 1 ? "is" : "are"} ${first.join(", ")}`;
}

/** The sentence without the items that it names. */
export function withoutExamples(sentence: string): string {
  return sentence.replace(named, "");
}

/** The items that a sentence names. */
export function examplesIn(sentence: string): string | undefined {
  return named.exec(sentence)?.[1];
}
