import type { FinishedEvent } from "./event.ts";

/**
 * Whether a host may call a run a success: it is complete, or all that it lacks was accepted, gap by gap (`accepted_gaps`)
 * or as it comes (`on_incomplete`), or belongs to optional kinds that nobody named and that are not granted. Says nothing about
 * deletions: only a scope that ended as completed justifies those.
 *
 * A run that read nothing is never a success, nor is one that was stopped by a refused credential, a cancellation or a
 * deadline: what such a run lacks was decided by nobody.
 */
export function isSuccess(finished: FinishedEvent, acceptsIncomplete: boolean): boolean {
  const { complete, code, outcomes, acceptedGaps } = finished;
  if (complete) return true;
  if (code !== undefined || outcomes.completed === 0) return false;
  const excused = acceptedGaps + notGrantedScopes(finished);
  return acceptsIncomplete || excused === outcomes.partial + outcomes.denied + outcomes.failed;
}

/** How many scopes belong to optional kinds that are not granted. */
function notGrantedScopes({ notGranted = [] }: FinishedEvent): number {
  return notGranted.reduce((sum, { scopes }) => sum + scopes, 0);
}
