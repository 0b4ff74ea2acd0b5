import type pg from "pg";
import type { MergedRun } from "./merged-run.ts";

/** What a list that was staged says of itself, to whoever merges it. */
export interface ListFacts {
  readonly client: pg.ClientBase;
  readonly run: MergedRun;
  readonly scopeKey: string;
  /** When the run began that read the list, or it was read where that run is not known. */
  readonly seenAt: string;
  /** When the run began whose snapshot is merged. */
  readonly lookedAt: string;
}
