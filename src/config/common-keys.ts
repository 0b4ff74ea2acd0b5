import * as z from "zod";
import { formedText } from "./formed-text.ts";
import type { RuleHints } from "./rule-sentence.ts";

/**
 * Entries separated by commas. The whole form is one pattern on the string, so that the JSON Schema, which a wizard runs,
 * accepts and refuses exactly what we do.
 *
 * @param entry the pattern of one entry, without anchors; capital letters have to be in it, since JSON Schema knows no flags.
 * @param rule what is wrong with anything else.
 */
export function commaList(entry: string, rule: string, example: string, hints: RuleHints = {}) {
  return formedText(new RegExp(`^\\s*${entry}\\s*(,\\s*${entry}\\s*)*$`), rule, hints)
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

/**
 * The options that every inventory has. All values are strings: Plakar's forms know nothing else. Their examples have to
 * hold for every provider: a pattern that matches none of its kinds is refused.
 */
export const commonKeys = {
  kinds: commaList("[a-z0-9*][a-z0-9.*-]*", "must be kinds separated by commas", "*.bucket")
    .optional()
    .describe(
      "Kinds to read, separated by commas: ids, in which * stands for anything, families such as databases, or all. People are read only where their kind is named whole. Absent: what a backup connector can protect.",
    )
    .meta({ title: "Kinds", group: "scope" }),
  regions: commaList("[A-Za-z0-9][A-Za-z0-9-]*", "must be regions separated by commas", "GRA,SBG")
    .optional()
    .describe("Regions or zones to read, as the provider writes them, separated by commas. Absent: all.")
    .meta({ title: "Regions", group: "scope" }),
  max_in_flight: wholeNumber(/^([1-9]|[1-9][0-9]|100)$/, "from 1 to 100", "8")
    .optional()
    .describe("Requests that may be open at the same time.")
    .meta({ title: "Requests at the same time", group: "advanced" }),
  max_requests_per_minute: wholeNumber(/^(0|[1-9][0-9]{0,5}|1000000)$/, "from 0 to 1000000", "600")
    .optional()
    .describe("Requests in a minute; 0 sets no limit.")
    .meta({ title: "Requests per minute", group: "advanced" }),
  expiry_warning_days: commaList(
    "([1-9][0-9]{0,2})",
    "must be numbers of days from 1 to 999, separated by commas",
    "30,14,7,1",
  )
    .optional()
    .transform((days) => days?.map(Number))
    .describe("Days before a credential's end at which it is announced, separated by commas. Absent: 30,14,7,1.")
    .meta({ title: "Days of warning before the end", group: "advanced" }),
  on_incomplete: z
    .enum(["fail", "accept"])
    .optional()
    .describe(
      "What an incomplete inventory is: fail (an error, the default) or accept (a success that says what is missing).",
    )
    .meta({ title: "An incomplete inventory", group: "advanced" }),
  accepted_gaps: commaList(
    "[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?",
    "must be kinds, or kind@scope, separated by commas",
    "*.bucket@*",
  )
    .optional()
    .describe(
      "Kinds, or kind@scope, known to be out of reach: reported, not held against a run, never a reason to delete.",
    )
    .meta({ title: "Accepted gaps", group: "advanced" }),
  expected_account: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/, "must be an account's or organization's id")
    .meta({ examples: ["ab12345-ovh"] })
    .optional()
    .describe(
      "Account or organization that the credential should belong to; preflight and a control plane's list compare it.",
    )
    .meta({ title: "Expected account", group: "advanced" }),
};
