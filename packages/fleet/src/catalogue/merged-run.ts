import type { RunToken } from "../database/fence.ts";

/** The attempt whose snapshot is merged. */
export interface MergedRun extends RunToken {
  readonly customer: string;
  readonly name: string;
  readonly tags?: readonly string[];
}
