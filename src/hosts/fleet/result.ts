import type { DifferenceType } from "../../snapshots/diff.ts";
import type { CredentialEnds } from "../cli/credential-ends.ts";
import type { ExitCode } from "../cli/exit-codes.ts";
import type { FleetEntry } from "./entry.ts";

/** How the work on one inventory of a fleet ended. */
export type FleetState = "complete" | "incomplete" | "refused" | "misconfigured" | "failed" | "cancelled";

/** What came of one inventory of a fleet, for summaries; nothing of it is a secret. */
export interface InventoryResult extends Partial<Pick<FleetEntry, "name" | "customer" | "inventory">> {
  readonly tags: readonly string[];
  /** Where its entry stands. */
  readonly where: string;
  readonly state: FleetState;
  readonly exitCode: ExitCode;
  /** The provider's own id of the account; absent where nothing names it. */
  readonly account?: string;
  /** Why it is not complete, in one sentence; absent where it is. */
  readonly reason?: string;
  /** What a person should know, although it ended nothing. */
  readonly warnings: readonly string[];
  /** When the credential of the inventory comes to its end; empty where that is not known. */
  readonly credentialEnds: CredentialEnds;
  /** What a run came to; absent where none began, or the fleet was only checked. */
  readonly run?: RunResult;
  /** What a preflight came to; absent where the fleet was run. */
  readonly check?: CheckedResult;
}

/** What the run of one inventory came to. */
export interface RunResult {
  /** RFC 3339 */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly resources: number;
  readonly requests: number;
  /** What was not read, by its reason, the largest first; {@link InventoryResult.reason} has the first. */
  readonly gaps: readonly GapGroup[];
  /** Whether the run is a success although it is not complete: its config accepts what is missing. */
  readonly isAccepted: boolean;
  /** Where its snapshot is; absent where it wrote none, and the earlier one is the last. */
  readonly snapshot?: string;
  /** Against the snapshot before; absent where there is none. */
  readonly changes?: ChangesResult;
}

/** Scopes that were not read for one reason. */
export interface GapGroup {
  readonly status: string;
  readonly reason: string;
  readonly scopes: number;
}

/** What changed since the snapshot before, as `diff` tells it. */
export type ChangesResult =
  | { readonly since: string; readonly counts: Readonly<Record<DifferenceType, number>> }
  /** Why the two cannot be compared. */
  | { readonly since: string; readonly reason: string };

/** What the preflight of one inventory came to. */
export interface CheckedResult {
  readonly verdict: "usable" | "usable-with-gaps" | "not-usable";
  /** Rights that are missing, in the provider's own form. */
  readonly missing: readonly string[];
  /** Kinds that an earlier run of the account read and that may not be read now, each with a place. */
  readonly lost: readonly string[];
}

/** What came of a whole fleet. */
export interface FleetSummary {
  /** RFC 3339 */
  readonly startedAt: string;
  /** RFC 3339 */
  readonly endedAt: string;
  readonly version: string;
  /** How many inventories ended how. */
  readonly states: Readonly<Record<FleetState, number>>;
  /** The worst of all; what the process ends with. */
  readonly exitCode: ExitCode;
  readonly inventories: readonly InventoryResult[];
  /** What is in the folder of the fleet and is no config by its name. */
  readonly ignored: readonly string[];
}
