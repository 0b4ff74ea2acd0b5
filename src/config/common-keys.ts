import { z } from "zod";

/**
 * Entries separated by commas. The whole form is one pattern on the string, so that the JSON Schema, which a wizard runs,
 * accepts and refuses exactly what we do.
 *
 * @param refusal what is wrong with anything else.
 * @param entry the pattern of one entry, without anchors; capital letters have to be in it, since JSON Schema knows no flags.
 */
export function commaList(entry: string, refusal: string, example: string) {
  return z
    .string()
    .regex(new RegExp(`^\\s*${entry}\\s*(,\\s*${entry}\\s*)*$`), refusal)
    .meta({ examples: [example] })
    .transform((text) => text.split(",").map((part) => part.trim()));
}

/** A whole number as a string; `pattern` spells its range out. */
function wholeNumber(pattern: RegExp, range: string, example: string) {
  return z
    .string()
    .regex(pattern, `must be a whole number ${range}, written as a string`)
    .meta({ examples: [example] })
    .transform(Number);
}

/** The options that every inventory has. All values are strings: Plakar's forms know nothing else. */
export const commonKeys = {
  kinds: commaList("[a-z0-9*][a-z0-9.*-]*", "must be kinds separated by commas", "*.volume,*snapshot")
    .optional()
    .describe(
      "Kinds to read, separated by commas; * stands for anything. Absent: what a backup connector can protect.",
    ),
  max_in_flight: wholeNumber(/^([1-9]|[1-9][0-9]|100)$/, "from 1 to 100", "8")
    .optional()
    .describe("Requests that may be open at the same time."),
  max_requests_per_minute: wholeNumber(/^(0|[1-9][0-9]{0,5}|1000000)$/, "from 0 to 1000000", "600")
    .optional()
    .describe("Requests in a minute; 0 sets no limit."),
};
