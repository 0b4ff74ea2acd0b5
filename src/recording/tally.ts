/** What was done to the answers of a route, for who reads the file. */
export interface Tally {
  /** Values that were replaced by stand-ins. */
  values: number;
  /** Keys of maps that were replaced. */
  keys: number;
  /** Values that were left out, being secret. */
  secrets: number;
  /** Items that were left out of long lists. */
  items: number;
}

export function newTally(): Tally {
  return { values: 0, keys: 0, secrets: 0, items: 0 };
}
