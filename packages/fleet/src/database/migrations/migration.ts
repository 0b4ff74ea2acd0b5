/** One step from a version of the tables to the next; a step that was shipped is never changed. */
export interface Migration {
  /** What it brings, in a few words. */
  readonly name: string;
  readonly sql: string;
}
