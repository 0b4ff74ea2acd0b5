import * as z from "zod";
import { type CheckId, catalogue } from "./catalogue.ts";
import type { Sentence } from "./sentence.ts";

const count = z.int().nonnegative();
const checkIds = Object.keys(catalogue) as [CheckId, ...CheckId[]];

export const checkId = z.enum(checkIds).describe("Stable; docs/preflight.md has a section of the same name.");

const checkedAt = z.iso
  .datetime()
  .optional()
  .describe("When that was found, where it was taken over from an earlier look; absent where it was found now.");

export const Check = z.strictObject({
  id: checkId,
  status: z
    .enum(["pass", "warn", "fail", "unknown"])
    .describe("`unknown`: it could not be looked at, which says nothing about the rest."),
  message: z.string().describe("What was found, in one sentence."),
  remediation: z.string().optional().describe("What to do about it."),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .describe(
      "What both sentences were built from, by name; lists are whole, where a sentence names their first entries.",
    ),
  templates: z
    .strictObject({ message: z.string(), remediation: z.string().optional() })
    .describe("Both sentences with `{name}` in place of each value: what a translation hangs on."),
  documentation: z
    .string()
    .describe(
      "Where the check is explained: a URL reference, relative to the folder of the package, which holds the page.",
    ),
  checkedAt,
});
export type Check = z.infer<typeof Check>;

/** What a check came to, before it is written into the report. */
export interface CheckResult extends Pick<Check, "id" | "status" | "checkedAt"> {
  readonly message: Sentence;
  readonly remediation?: Sentence;
}

/** What the rights promise about one kind in one scope; scopes are those of discovery. */
export const CoverageRow = z.strictObject({
  kind: z.string(),
  scope: z.string().describe("`account`, a project, or `project/locality`."),
  status: z
    .enum(["granted", "conditional", "missing", "unknown"])
    .describe("`conditional`: granted under a condition that cannot be proven to hold."),
  missing: z.array(z.string()).describe("The missing rights, in the provider's own form."),
  reason: z.string().optional(),
  accepted: z.boolean().describe("Left out on purpose: reported, not held against the credential, never deletable."),
  notGranted: z
    .literal(true)
    .optional()
    .describe(
      "Present where the row is of an optional kind that nobody named and that is granted nowhere, as far as is known: not held against the credential.",
    ),
  checkedAt,
});
export type CoverageRow = z.infer<typeof CoverageRow>;

const ExpiryRow = z.strictObject({
  what: z.string().describe("What ends: the consumer key, the API key, a project."),
  at: z.iso.datetime({ offset: true }).nullable().optional().describe("Null: never. Absent: it could not be read."),
  daysLeft: z.int().optional().describe("Whole days from the check to the end; negative once it is past."),
});

/** A project with its name, which is a tenant's own text. */
export const NamedProject = z.strictObject({
  id: z.string().describe("As scopes name it."),
  name: z.string(),
});
export type NamedProject = z.infer<typeof NamedProject>;

const verdicts = ["usable", "usable-with-gaps", "not-usable"] as const;

/** What a preflight tells: the same in the library, in `--json` and behind the table for people. */
export const PreflightReport = z.strictObject({
  inventory: z.string().describe("The provider whose inventory this is."),
  version: z.string(),
  credential: z.string().describe("What kind of credential, and where it is valid; never a key."),
  account: z.string().optional().describe("The account or organization that the credential belongs to."),
  checkedAt: z.iso.datetime(),
  kinds: z.array(z.string()),
  verdict: z.enum(verdicts),
  sentence: z.string().describe("The verdict in one sentence."),
  checks: z.array(Check),
  coverage: z.array(CoverageRow),
  expiries: z.array(ExpiryRow),
  projects: z.array(NamedProject).optional().describe("What projects are called, as far as that was read."),
  requests: count,
  durationMs: z.number().nonnegative(),
});
export type PreflightReport = z.infer<typeof PreflightReport>;
export type Verdict = PreflightReport["verdict"];
