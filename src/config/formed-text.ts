import * as z from "zod";
import { type RuleHints, ruleSentence } from "./rule-sentence.ts";

/**
 * A text of one form. What is refused is said by `rule`, and by what the value looks like instead: two keys that are swapped are found
 * by that. The hints are data in the schema's annotations too, so that a form says the same.
 */
export function formedText(form: RegExp, rule: string, hints: RuleHints = {}) {
  return z
    .string()
    .regex(form, { error: ({ input }) => ruleSentence({ rule, ...hints }, form, String(input)) })
    .meta({ ...hints });
}
