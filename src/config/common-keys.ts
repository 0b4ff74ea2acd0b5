import { z } from "zod";

/** `a, b` as a list. */
export const commaList = z
  .string()
  .transform((text) => text.split(",").map((entry) => entry.trim()))
  .pipe(z.array(z.string().min(1, "has an empty entry between its commas")));

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number, written as a string")
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);

/** The options that every inventory has. All values are strings: Plakar's forms know nothing else. */
export const commonKeys = {
  kinds: commaList
    .optional()
    .describe(
      "Kinds to read, separated by commas; * stands for anything. Absent: what a backup connector can protect.",
    ),
  max_in_flight: wholeNumber(1, 100).optional().describe("Requests that may be open at the same time."),
  max_requests_per_minute: wholeNumber(0, 1_000_000).optional().describe("Requests in a minute; 0 sets no limit."),
};
