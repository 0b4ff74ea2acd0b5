import * as z from "zod";
import { differenceTypes } from "../../snapshots/diff.ts";
import { SnapshotFinished } from "../../snapshots/format.ts";
import { exitCodes } from "../cli/exit-codes.ts";
import type { ChangesResult, CheckedResult, FleetSummary, GapGroup, InventoryResult, RunResult } from "./result.ts";

const count = z.int().nonnegative();
const states = ["complete", "incomplete", "refused", "misconfigured", "failed", "cancelled"] as const;
const ExitStatus = z.literal(Object.values(exitCodes));
const instant = z.iso.datetime();

const Gap = z.strictObject({
  status: z.string().describe("How these scopes ended: `denied`, `failed` or `partial`."),
  reason: z.string().describe("Why, in one sentence."),
  scopes: count.describe("How many scopes this is of."),
}) satisfies z.ZodType<GapGroup>;

const Changes = z.union([
  z.strictObject({
    since: instant.describe("When the run of the earlier snapshot began."),
    counts: z.record(z.enum(differenceTypes), count).describe("How many resources differ how, as `diff` counts them."),
  }),
  z.strictObject({
    since: instant.describe("When the run of the earlier snapshot began."),
    reason: z.string().describe("Why the two cannot be compared."),
  }),
]) satisfies z.ZodType<ChangesResult>;

const Run = z.strictObject({
  startedAt: instant,
  durationMs: z.number().nonnegative().describe("In milliseconds."),
  resources: count,
  requests: count,
  gaps: z.array(Gap).describe("What was not read, the five reasons with most scopes."),
  isAccepted: z
    .boolean()
    .describe("Whether the run is a success although it is not complete: its config accepts what is missing."),
  snapshot: z.string().exactOptional().describe("Where its snapshot is. Absent where it wrote none."),
  changes: Changes.exactOptional().describe("Against the snapshot before. Absent where there is none."),
}) satisfies z.ZodType<RunResult>;

const Checked = z.strictObject({
  verdict: z.enum(["usable", "usable-with-gaps", "not-usable"]),
  missing: z.array(z.string()).describe("Rights that are missing, in the provider's own form."),
  lost: z.array(z.string()).describe("Kinds that an earlier run read and that may not be read now, each with a place."),
}) satisfies z.ZodType<CheckedResult>;

const Inventory = z.strictObject({
  name: z.string().exactOptional().describe("Absent where the entry could not be read so far."),
  customer: z.string().exactOptional(),
  inventory: z.string().exactOptional().describe("The provider's id."),
  tags: z.array(z.string()),
  where: z.string().describe("Where its entry stands."),
  state: z.enum(states),
  exitCode: ExitStatus.describe("What a process of its own would have ended with."),
  account: z.string().exactOptional().describe("The provider's own id of the account. Absent where nothing names it."),
  reason: z.string().exactOptional().describe("Why it is not complete, in one sentence. Absent where it is."),
  warnings: z.array(z.string()),
  credentialEnds: SnapshotFinished.shape.credentialEnds
    .unwrap()
    .describe("When the credential comes to its end. Empty where that is not known."),
  run: Run.exactOptional().describe("What a run came to. Absent where none began."),
  check: Checked.exactOptional().describe("What a preflight came to. Absent where the fleet was run."),
}) satisfies z.ZodType<InventoryResult>;

/** What `fleet run --json` and `fleet check --json` print. */
export const FleetSummaryDocument = z.strictObject({
  startedAt: instant,
  endedAt: instant,
  version: z.string(),
  states: z.record(z.enum(states), count).describe("How many inventories ended how."),
  exitCode: ExitStatus.describe("The worst of all; what the process ended with."),
  inventories: z.array(Inventory).describe("In the order of customer and name."),
  ignored: z.array(z.string()).describe("What is in the folder of the fleet and is no config by its name."),
}) satisfies z.ZodType<FleetSummary>;
