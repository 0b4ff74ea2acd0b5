import type { AcceptedGaps } from "./accepted-gaps.ts";
import type { EarlierRun } from "./earlier-run.ts";
import type { FindLacking } from "./not-granted.ts";
import type { Remembered } from "./remembered.ts";
import type { KindSummary } from "./resource-kind.ts";

/** What the run may know of earlier ones (see `Remembered`) comes from the host, before the first scope. */
export interface DiscoverOptions extends Partial<Remembered> {
  /** The kinds to read; all of the provider's default set when absent. */
  readonly kinds?: readonly KindSummary[];
  /** Whether somebody asked for these kinds by name: then each has to be granted. True where `kinds` is there, unless it says otherwise. */
  readonly named?: boolean;
  /** Asked once, where the provider's words do not tell whether optional kinds are denied for want of a right. */
  readonly findLacking?: FindLacking;
  /** What an earlier run of the same account told: only its gaps are read, and what may hang on them; everything when absent. */
  readonly earlier?: EarlierRun;
  /** Whose credential it is, in the provider's own id, where the host knows: told of each resource whose answer names no account. */
  readonly account?: string | undefined;
  /** What is left out on purpose: reported as accepted, and incomplete all the same. Nothing when absent. */
  readonly acceptedGaps?: AcceptedGaps;
  /** Aborting ends the run as cancelled: every scope that was not reached says so, and `finished` still comes. */
  readonly signal?: AbortSignal;
  /** The whole job's time, in milliseconds; none when absent. */
  readonly deadlineMs?: number;
  /** The time of each list, in milliseconds, from its first request to its last item; none when absent. A slow consumer spends it, too. */
  readonly listDeadlineMs?: number;
  /** How many scopes are read at a time; 32 when absent. Requests are bounded by the provider's door, not by this. */
  readonly concurrentScopes?: number;
  /** The plugin's version, for the header of the event stream. */
  readonly version?: string;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now?: () => number;
  /** A clock that is never set, in milliseconds: for durations. */
  readonly monotonic?: () => number;
}
