import * as z from "zod";
import { outcomeStatuses } from "../inventory/outcome.ts";
import type { FieldChange } from "./changed-fields.ts";
import { type Difference, type DifferenceGap, type DiffSummary, differenceTypes } from "./diff.ts";
import { SnapshotFacts } from "./snapshot-facts.ts";

const count = z.int().nonnegative();
const value = z.unknown().exactOptional();

const Change = z.strictObject({
  field: z.string().describe("The field, by its path in a resource: `details.attributes.size`."),
  before: value.describe("What it held. Absent where there was nothing."),
  after: value.describe("What it holds. Absent where there is nothing."),
}) satisfies z.ZodType<FieldChange>;

const ListedDifference = z.strictObject({
  type: z.enum(differenceTypes).describe("What can be said of it, as docs/snapshots.md explains."),
  kind: z.string().describe("What it is, as docs/kinds.md lists it."),
  urn: z.string().describe("Its identity, which never changes."),
  name: z.string().describe("What its owner calls it, in the later snapshot that has it."),
  scope: z.string().describe("The scope that listed it last."),
  reason: z.string().exactOptional().describe("Why no more can be said, in one sentence."),
  changes: z.array(Change).exactOptional().describe("What changed. Absent where nothing did."),
  volatile: z.array(Change).exactOptional().describe("What changed by mere use. Absent where nothing did."),
}) satisfies z.ZodType<Difference>;

const Gap = z.strictObject({
  kind: z.string().describe("The kind of a scope that one of the two did not read to its end."),
  scope: z.string().describe("That scope."),
  before: z
    .enum(outcomeStatuses)
    .exactOptional()
    .describe("How it ended in the earlier one. Absent where it was not looked at."),
  after: z
    .enum(outcomeStatuses)
    .exactOptional()
    .describe("How it ended in the later one. Absent where it was not looked at."),
}) satisfies z.ZodType<DifferenceGap>;

const Summary = z.strictObject({
  type: z.literal("summary"),
  before: SnapshotFacts.describe("The earlier snapshot."),
  after: SnapshotFacts.describe("The later snapshot."),
  counts: z.record(z.enum(differenceTypes), count).describe("How many differences there are of each type."),
  unchanged: count.describe("How many resources both show alike."),
  gaps: z.array(Gap).describe("What one of the two did not read to its end."),
  result: z
    .enum(["equal", "different", "unknown"])
    .describe(
      "`equal` only where both were read to their end everywhere; `unknown` where nothing differs and they were not.",
    ),
}) satisfies z.ZodType<DiffSummary>;

/** What `diff --format json` prints; `--format ndjson` has the same objects, a line each. */
export const DiffDocument = z.strictObject({
  differences: z.array(ListedDifference).describe("In the order of kind and URN."),
  summary: Summary.describe("What the comparison came to."),
});
