import * as z from "zod";
import { Finished, ScopeEnded } from "./event.ts";

const version = z.string().describe("The version of the program that ran.");
const startedAt = z.iso.datetime();
const exitCode = z.int().nonnegative().describe("The exit status of that run.");

const DocumentFacts = z.strictObject({
  format: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("Of the whole document. A file of another digest is not the document that this describes."),
  version,
  startedAt,
  writtenAt: z.iso.datetime().describe("When the document was whole."),
  exitCode,
  complete: z.boolean().describe("True only if every inventory is complete."),
  inventories: z.array(Finished.omit({ type: true })).describe("How each inventory of the run ended."),
  scopes: z
    .array(ScopeEnded.omit({ type: true }))
    .describe("How each kind ended in each scope. Only `completed` may justify a deletion."),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

const LastRun = z.strictObject({
  version,
  startedAt,
  endedAt: z.iso.datetime(),
  ended: z
    .enum(["written", "refused", "cancelled", "misconfigured", "failed"])
    .describe(
      "`written`: the document is this run's. Anything else: the document is an earlier run's, or there is none.",
    ),
  exitCode,
  reason: z.string().optional().describe("One sentence; never built from another program's error text."),
});
export type LastRun = z.infer<typeof LastRun>;

/** What `FILE.status.json` tells of the document `FILE` that stands beside it. */
export const DocumentStatus = z.strictObject({
  document: DocumentFacts.nullable().describe(
    "Null where there is no document, or one of which nothing is known: it was changed, or written by something else.",
  ),
  lastRun: LastRun.describe("The run that ended last, whether or not the document is its own."),
});
export type DocumentStatus = z.infer<typeof DocumentStatus>;
