import * as z from "zod";
import { unknownWord } from "../../config/nearest.ts";
import { usage } from "../cli/arguments.ts";

/** One inventory of a fleet: whose it is, what is read, and the config that it is read with. */
export interface FleetEntry {
  /** Unique among those of its customer. */
  readonly name: string;
  /** Whose inventory it is; its own name where nothing says so. */
  readonly customer: string;
  /** The provider's id. */
  readonly inventory: string;
  /** `key=value`, or words; shown, and written to summaries. */
  readonly tags: readonly string[];
  /** When a scheduler runs it: five fields of cron, in {@link timeZone}. A run of the whole fleet does not look at it. */
  readonly schedule?: string;
  /** A name of the IANA time zone database. */
  readonly timeZone?: string;
  /** Patterns of kinds; empty for those of the config, or the provider's own choice. */
  readonly kinds: readonly string[];
  /** The whole run's time, and that of each list, in seconds. */
  readonly options: { readonly deadline_seconds?: number; readonly list_deadline_seconds?: number };
  /** The config as it was written: references to secrets, or the secrets themselves. */
  readonly config: Readonly<Record<string, string>>;
  /** Where it was found, for messages. */
  readonly where: string;
  /** What a person should know of how it is written. */
  readonly notices: readonly string[];
}

// A name is a folder and a part of a file's name on every system, and never a path.
const nameForm = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
/** What a name is, as the end of a sentence. */
export const nameRule =
  "has to be 1 to 63 letters, digits, dots, dashes and underscores, with a letter or digit at both ends";
// Whether the numbers are times that exist is for the scheduler that reads them.
const cronForm = /^[\d*/,A-Za-z?#-]+(?:\s+[\d*/,A-Za-z?#-]+){4}$/;

const Name = z.string("has to be a text").regex(nameForm, nameRule);
const longestSeconds = 7 * 86_400;
const Seconds = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    "has to be a number of seconds",
  )
  .refine(
    (seconds) => seconds > 0 && seconds <= longestSeconds,
    `has to be more than 0 and at most ${longestSeconds} (a week)`,
  );
const words = (text: string): string[] => text.split(/[,;]/).map((word) => word.trim());
/** Whether a text may be the name of an inventory or a customer. */
export function isName(text: unknown): text is string {
  return typeof text === "string" && nameForm.test(text);
}

/** A list, or a text with commas between its words. */
const Words = z
  .union([z.array(z.string()), z.string().transform(words)], "has to be a list of texts")
  .transform((all) => all.filter((word) => word !== ""));
const Tags = z.union(
  [
    Words,
    z.record(z.string(), z.string()).transform((tags) => Object.entries(tags).map(([key, value]) => `${key}=${value}`)),
  ],
  "has to be a list of texts, or texts by name",
);
const TimeZone = z.string().refine(isTimeZone, "is no time zone; a name such as Europe/Paris is meant");

/** An entry as it is written; {@link FleetEntry} says what its fields are. */
const WrittenEntry = z.object({
  name: Name,
  customer: Name.optional(),
  inventory: z.string("has to be a text").optional(),
  tags: Tags.default([]),
  schedule: z.string().regex(cronForm, "has to be five fields of cron, such as 0 2 * * *").exactOptional(),
  time_zone: TimeZone.exactOptional(),
  kinds: Words.default([]),
  options: z
    .strictObject(
      { deadline_seconds: Seconds.exactOptional(), list_deadline_seconds: Seconds.exactOptional() },
      {
        error: ({ code }) =>
          code === "invalid_type" ? "has to hold options by name; in CSV none can be said" : undefined,
      },
    )
    .default({}),
});
/** The fields that an entry may have. */
export const entryFields: readonly string[] = [...Object.keys(WrittenEntry.shape), "config"];

/** An entry, before it is known whose provider its config is for. */
export type ReadEntry = Omit<FleetEntry, "inventory" | "config" | "where" | "notices"> & {
  readonly inventory?: string | undefined;
};

/**
 * The fields of an entry beside its config.
 *
 * @throws InventoryError INVALID_CONFIG naming the field and what it has to be, and never its value.
 */
export function readEntry(written: Readonly<Record<string, unknown>>): ReadEntry {
  const unknown = Object.keys(written).find((field) => !entryFields.includes(field));
  if (unknown !== undefined) {
    throw usage(`${unknownWord("field", unknown, entryFields)}; keys of the provider stand below config`);
  }
  // An empty cell, or a key with nothing behind it, says nothing.
  const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== "" && value !== null));
  const { data, error } = WrittenEntry.safeParse(given);
  if (data === undefined) {
    const [issue] = error.issues;
    const field = issue?.path.join(".") || "the entry";
    throw usage(issue?.path.length === 1 && !(field in given) ? `${field} is missing` : `${field} ${sayOf(issue)}`);
  }
  const { time_zone: timeZone, customer = data.name, ...entry } = data;
  return { ...entry, customer, ...(timeZone === undefined ? {} : { timeZone }) };
}

function sayOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `has a field that is unknown: ${issue.keys.join(", ").slice(0, 60)}`;
  return issue?.message ?? "cannot be read";
}

/** Whether a text names a time zone, such as Europe/Paris. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
