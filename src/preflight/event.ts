import * as z from "zod";
import { Check, CoverageRow, checkId, PreflightReport } from "./report.ts";

const inventory = z.string().describe("The provider whose inventory this is.");

const Started = z.strictObject({
  type: z.literal("started"),
  inventory,
  version: z.string(),
  credential: z.string().describe("What kind of credential, and where it is valid; never a key."),
  checkedAt: z.iso.datetime(),
  kinds: z.array(z.string()).describe("The kinds that the report is about."),
  asked: z
    .array(z.string())
    .describe("Those of the kinds that are looked at now; the others were found granted by the earlier look."),
  checks: z
    .array(checkId)
    .describe(
      "The checks that may follow, in the report's order; some have nothing to say, others speak several times.",
    ),
});

const Checked = z.strictObject({ type: z.literal("check"), inventory, check: Check });

const Covered = z.strictObject({ type: z.literal("coverage"), inventory, row: CoverageRow });

const Finished = z.strictObject({
  type: z.literal("finished"),
  inventory,
  report: PreflightReport.describe("Its checks and coverage are those of the events before it, in the report's order."),
});

/** What a preflight tells while it looks: each check and each row of the coverage once, and at the end the report that they make. */
export const PreflightEvent = z.discriminatedUnion("type", [Started, Checked, Covered, Finished]);
export type PreflightEvent = z.infer<typeof PreflightEvent>;
