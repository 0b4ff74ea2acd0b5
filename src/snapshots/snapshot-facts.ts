import * as z from "zod";
import type { SnapshotFacts as Facts } from "./look.ts";

/** A snapshot, in a document on it. */
export const SnapshotFacts = z.strictObject({
  path: z.string().describe("Where it was read."),
  inventory: z.string().describe("The provider whose inventory it is."),
  account: z.string().exactOptional().describe("The provider's own id of the account. Absent where nothing names it."),
  startedAt: z.string().describe("When its run began."),
  complete: z.boolean().describe("Whether its run read everything."),
}) satisfies z.ZodType<Facts>;
