import * as z from "zod";
import { outcomeStatuses } from "./outcome.ts";
import { Resource } from "./resource.ts";

const inventory = z.string().describe("The provider whose inventory this is.");
const count = z.int().nonnegative();
const requests = count.describe("How many requests it took.");
const durationMs = z.number().nonnegative().describe("How long it took, in milliseconds.");
const code = z
  .enum([
    "UNAUTHENTICATED",
    "PERMISSION_DENIED",
    "INVALID_CONFIG",
    "NOT_FOUND",
    "RATE_LIMITED",
    "UNAVAILABLE",
    "INVALID_RESPONSE",
    "CANCELLED",
    "INTERNAL",
  ])
  .optional()
  .describe("What kind of failure it was. Absent where none was.");
const reason = z.string().optional().describe("One sentence; never built from another program's error text.");

const Started = z.strictObject({
  type: z.literal("started"),
  inventory,
  version: z.string().describe("The version of this program that ran."),
  credential: z.string().describe("What kind of credential, and where it is valid; never a key."),
  kinds: z.array(z.string()).describe("The kinds that were read, as docs/kinds.md lists them."),
  notGranted: z
    .array(z.string())
    .optional()
    .describe(
      "Those of the kinds that were already known not to be granted; they are asked all the same. Absent where none was.",
    ),
  mayShift: z
    .array(z.string())
    .optional()
    .describe(
      "Those of the kinds whose lists come in pages that may shift while they are read, without a trace: where something was added or removed meanwhile, a completed scope may lack a resource. Absent where there are none.",
    ),
  namesProjects: z
    .literal(true)
    .optional()
    .describe("Present where scopes may name their projects, whether or not projects are among the kinds."),
  startedAt: z.iso.datetime().describe("When the run began."),
});

const scope = z
  .string()
  .describe(
    "`account`, a project, `project/locality`, or `account/locality` for a configured region that no project has.",
  );

const Found = z.strictObject({
  type: z.literal("resource"),
  inventory,
  scope: scope.describe(
    "The scope whose list named it: how that ends tells what the absence of such a resource is worth.",
  ),
  resource: Resource,
});

/** How one kind ended in one scope. */
export const ScopeEnded = z.strictObject({
  type: z.literal("scope"),
  inventory,
  kind: z.string().describe("The kind that was read."),
  scope,
  projectName: z
    .string()
    .optional()
    .describe("What the scope's project is called, where the run had read that by then."),
  outcome: z.enum(outcomeStatuses).describe("How it ended, as docs/outcomes.md explains."),
  count: count.describe("How many resources were found."),
  accepted: z
    .literal(true)
    .optional()
    .describe("Present where the gap was left out on purpose (accepted_gaps); what is missing may still exist."),
  notGranted: z
    .literal(true)
    .optional()
    .describe(
      "Present where an optional kind that nobody named is denied in every scope because a right was never granted: not held against the run, never a reason to delete.",
    ),
  filtered: z
    .literal(true)
    .optional()
    .describe(
      "Present where the provider may have left out what the credential may not see, and no earlier run tells: such a list justifies no deletion, although it was read to its end.",
    ),
  foreign: count
    .optional()
    .describe(
      "How many items of the list are not the customer's, such as those of a public catalogue: they are no resources, and nothing is missing for them. Absent where there were none.",
    ),
  lists: count
    .optional()
    .describe(
      "Of a kind that is listed below another one: how many lists were read, one for each item that has such a list. Absent for all others.",
    ),
  joined: z
    .array(z.string())
    .optional()
    .describe("The kinds whose lists were needed to complete what was found. Absent where none was."),
  code,
  reason,
  requestId: z.string().optional().describe("The provider's id of the refused request."),
  remediation: z.string().optional().describe("What to do about it, where the provider's refusal tells."),
  warnings: z.array(z.string()).describe("What was odd and is no gap, one sentence each."),
  requests,
  durationMs,
  readAt: z.iso
    .datetime()
    .optional()
    .describe(
      "When it was read, where this run took it over from an earlier one (`discover --retry`); always there in a snapshot.",
    ),
});

const Progress = z.strictObject({
  type: z.literal("progress"),
  inventory,
  scopesDone: count,
  scopesKnown: count,
  resources: count,
  requests: count,
  refused: count.describe("Requests that the provider refused because there were too many."),
  waitingMs: z.number().nonnegative().describe("How long the door is still paused on the provider's request."),
  waitingFor: z
    .string()
    .optional()
    .describe("The request whose answer asked to wait (`Retry-After`); present while the door is paused."),
});

const Reach = z.strictObject({
  read: count.describe("How many projects were read, whatever came of it."),
  visible: count.optional().describe("How many the credential sees. Absent: nothing could tell."),
  refused: z
    .literal(true)
    .optional()
    .describe(
      "Present where the provider refused to list them, and nobody insisted: others may have been read before.",
    ),
  widenedBy: z.string().optional().describe("The setting or the right that would widen the choice."),
});

const NotGranted = z.strictObject({
  kind: z.string().describe("The kind that is not granted."),
  missing: z.array(z.string()).describe("The rights to ask for, in the provider's own form."),
  scopes: count.describe("How many of its scopes carry `notGranted`."),
});

/** How the run of one inventory ended. */
export const Finished = z.strictObject({
  type: z.literal("finished"),
  inventory,
  complete: z.boolean().describe("True only if there is a scope and each ended as completed or not-offered."),
  resources: count.describe("How many resources were found."),
  scopes: count.describe("How many scopes there were, of all kinds together; each has a line of type `scope`."),
  outcomes: z.record(z.enum(outcomeStatuses), count).describe("How many scopes ended how."),
  acceptedGaps: count.describe("How many of the scopes that were not read whole were left out on purpose."),
  notGranted: z
    .array(NotGranted)
    .optional()
    .describe("The optional kinds that nobody named and that are not granted. Absent where there are none."),
  requests,
  refused: count.describe("Requests that the provider refused because there were too many."),
  projects: Reach.optional().describe(
    "How many of the projects that the credential sees were read. Absent where there are none, or the run was stopped.",
  ),
  durationMs,
  code,
  reason,
});

/** What a run tells: the same in the library, in JSON lines and behind the progress display. */
export const Event = z.discriminatedUnion("type", [Started, Found, ScopeEnded, Progress, Finished]);
export type Event = z.infer<typeof Event>;
export type ScopeEvent = z.infer<typeof ScopeEnded>;
export type FinishedEvent = z.infer<typeof Finished>;
