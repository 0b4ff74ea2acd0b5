import { nearestChoice } from "./nearest-choice.ts";

/** A form that tells what a value is meant for. */
export interface Lookalike {
  /** A regular expression, as JSON Schema has them. */
  readonly pattern: string;
  /** What a value of this form is, as the end of "it looks like". */
  readonly means: string;
}

/** What makes a refusal more helpful than its rule alone. */
export interface RuleHints {
  readonly lookalikes?: readonly Lookalike[];
  /** Known entries of a list, of which the nearest is named. */
  readonly suggestions?: readonly string[];
}

/** What to say of a value that does not have the form of its key: the rule, and what the value tells. The value itself stays unsaid. */
export function ruleSentence(
  { rule, lookalikes = [], suggestions = [] }: RuleHints & { readonly rule: string },
  form: RegExp,
  value: string,
): string {
  const like = lookalikes.find(({ pattern }) => new RegExp(pattern).test(value));
  if (like !== undefined) return `${rule}; it looks like ${like.means}`;
  const odd = value.split(",").find((entry) => !form.test(entry));
  const near = odd === undefined ? undefined : nearestChoice(odd, suggestions);
  return near === undefined ? rule : `${rule}: did you mean ${near}?`;
}
