/**
 * What `cloud-inventory-fleet` is made of beside itself: a package of its own, of the same version. Nobody else is promised anything of it.
 */
export { unknownAmong } from "./config/nearest.ts";
export { numberOption, type ParsedOptions, usage } from "./hosts/cli/arguments.ts";
export { type ExitCode, exitCodes } from "./hosts/cli/exit-codes.ts";
export type { FleetEngine, PrunedRows, RemovedRows } from "./hosts/cli/fleet/engine.ts";
export { keepOption } from "./hosts/cli/fleet/run.ts";
export { chosenEntries } from "./hosts/cli/fleet/selection.ts";
export { snapshotsOption, wholeOption } from "./hosts/cli/fleet/work-on-fleet.ts";
export { main } from "./hosts/cli/main.ts";
export { openMetricsFile } from "./hosts/cli/metrics/metrics-file.ts";
export { print, streamOutput } from "./hosts/cli/output.ts";
export { runAsProcess } from "./hosts/cli/process.ts";
export { table } from "./hosts/cli/table.ts";
export { say, type Terminal } from "./hosts/cli/terminal.ts";
export { type FleetEntry, isTimeZone } from "./hosts/fleet/entry.ts";
export type { Forgotten } from "./hosts/fleet/forget.ts";
export { type FleetSurroundings, type OpenedEntry, openEntry } from "./hosts/fleet/open-entry.ts";
export { openStore } from "./hosts/fleet/open-store.ts";
export { type Fleet, type RefusedEntry, readFleet } from "./hosts/fleet/read-fleet.ts";
export type { FleetState, InventoryResult } from "./hosts/fleet/result.ts";
export { failedEntry, refusedEntry } from "./hosts/fleet/result-parts.ts";
export { withRetention } from "./hosts/fleet/retention.ts";
export { runEntry } from "./hosts/fleet/run-entry.ts";
export { readSecretHelpers } from "./hosts/fleet/secret-helpers.ts";
export type { NewSnapshot, SnapshotOwner, SnapshotStore, StoredSnapshot } from "./hosts/fleet/snapshot-store.ts";
export { readPackageFacts } from "./hosts/package-facts.ts";
export { abortError, asInventoryError, InventoryError } from "./inventory/errors.ts";
export type { Resource } from "./inventory/resource.ts";
export { safeText } from "./inventory/safe-text.ts";
export { type MemoryPlace, openMemoryAt } from "./memory/memory.ts";
export { memoryText, parseMemory, Unusable } from "./memory/memory-file.ts";
export { changedFields } from "./snapshots/changed-fields.ts";
export { type CoveredResource, coverageOf } from "./snapshots/coverage.ts";
export { type Difference, diffSnapshots } from "./snapshots/diff.ts";
export type { SnapshotHeader, SnapshotLine } from "./snapshots/format.ts";
export { isTakenOver, isWhole } from "./snapshots/look.ts";
export { createSnapshotWriter } from "./snapshots/write-snapshot.ts";
