import * as z from "zod";
import { outcomeStatuses } from "../inventory/outcome.ts";
import { Protection, resourceClasses } from "../inventory/resource.ts";
import type { Coverage, CoveredResource, CoveredSnapshot } from "./coverage.ts";
import type { CoverageCounts, UnknownGroup } from "./coverage-counts.ts";
import { coverageStates } from "./coverage-verdict.ts";
import { SnapshotFacts } from "./snapshot-facts.ts";

const count = z.int().nonnegative();
const text = z.string();
const optionalText = z.string().exactOptional();

const counts = {
  resources: count.describe("How many resources were judged."),
  backup: count.describe("Of these, how many have a backup."),
  "snapshots-only": count.describe("How many have nothing but snapshots on their own storage."),
  "none-found": count.describe("How many have no copy, as everything tells that could."),
  unknown: count.describe("Of how many it is not known."),
  stale: count.describe("How many have a backup that is older than `--max-age` allows."),
  protected: count.exactOptional().describe("Only with `--protected`: how many are protected."),
  unprotected: count.exactOptional().describe("Only with `--protected`: how many are not."),
};
const Counts = z.strictObject(counts) satisfies z.ZodType<CoverageCounts>;

const inventory = text.describe("The provider whose inventory it is.");
const account = optionalText.describe("The provider's own id of the account. Absent where nothing names it.");
const project = optionalText.describe("The provider's own id of the project. Absent where it is in none.");
const projectName = optionalText.describe("What the project is called, where the run has read that.");
const region = optionalText.describe("The region, or the zone where the provider is zonal.");
const country = optionalText.describe("ISO 3166-1 alpha-2.");
const resourceClass = z.enum(resourceClasses).describe("What may protect it.");
const kind = text.describe("What it is, as docs/kinds.md lists it.");

const Safeguard = z.enum(Protection.shape.type.exclude(["automatic-backup", "backup", "snapshots"]).options);

const Resource = z.strictObject({
  inventory,
  account,
  urn: text.describe("Its identity, which never changes."),
  kind,
  class: resourceClass,
  name: text.describe("What its owner calls it."),
  project,
  projectName,
  region,
  country,
  sizeBytes: z.number().nonnegative().exactOptional().describe("How large it is, or how much is in it."),
  createdAt: optionalText.describe("RFC 3339, as the provider wrote it."),
  state: z.enum(coverageStates).describe("What its provider holds of it, as docs/coverage.md explains."),
  reason: optionalText.describe("Why it is unknown, in one sentence."),
  lastBackupAt: optionalText.describe("When the newest backup was made, where that is known."),
  isStale: z.literal(true).exactOptional().describe("Present where that was longer ago than `--max-age` allows."),
  safeguards: z.array(Safeguard).describe("What is in place and is no copy."),
  standing: z
    .enum(["protected", "unprotected", "unknown"])
    .exactOptional()
    .describe("Only with `--protected`: whether the backup tool or its provider has a backup."),
}) satisfies z.ZodType<CoveredResource>;

const Gap = z.strictObject({
  kind: text.describe("The kind that was not read to its end."),
  scope: text.describe("Where."),
  outcome: z.enum(outcomeStatuses).describe("How it ended."),
});
const Snapshot = SnapshotFacts.extend({
  gaps: z.array(Gap).describe("What its run did not read to its end."),
}) satisfies z.ZodType<CoveredSnapshot>;

const Unknown = z.strictObject({
  kind,
  reason: text.describe("Why, in one sentence."),
  resources: count.describe("How many resources of the kind it keeps unknown."),
}) satisfies z.ZodType<UnknownGroup>;

/** What `coverage --format json` prints; `--format ndjson` has the resources a line each, and the rest in a last line. */
export const CoverageDocument = z.strictObject({
  snapshots: z.array(Snapshot).describe("The snapshots that this is of."),
  total: Counts.describe("All that were judged."),
  byClass: z.array(z.strictObject({ class: resourceClass, ...counts })).describe("Those of each class."),
  byProject: z
    .array(z.strictObject({ inventory, account, project, projectName, ...counts }))
    .describe("Those of each project."),
  byPlace: z.array(z.strictObject({ country, region, ...counts })).describe("Those of each place."),
  unknowns: z.array(Unknown).describe("Why resources are unknown, most resources first."),
  protectedUnseen: count
    .exactOptional()
    .describe("Only with `--protected`: how many URNs of the file no snapshot holds."),
  resources: z.array(Resource).describe("All that were judged, the largest first and of one size the oldest first."),
}) satisfies z.ZodType<Coverage>;
