/**
 * What earlier runs of the same account read, as a host remembers it. Without it, a place that answers "not offered" is believed
 * on its own word, and a list that leaves something out in silence cannot be told from one that is whole.
 */
export interface Remembered {
  /** Whether the last completed read of a kind in a scope held at least one resource. */
  wasRead(kind: string, scope: string): boolean;
  /** The scopes of a kind whose last completed read held at least one resource. */
  scopesRead(kind: string): readonly string[];
  /** What the last completed read of a kind in a scope came to; undefined where there was none. */
  lastRead(kind: string, scope: string): LastRead | undefined;
  /** The URNs of the last completed read of a list that may leave something out in silence; undefined where there was none. */
  listedBefore(kind: string, scope: string): readonly string[] | undefined;
  /** Whether a kind was read to its end in any scope, empty or not: that shows a right, and its denial is then a right that was lost. */
  wasGranted(kind: string): boolean;
  /** Whether the last run found that a kind is not granted. */
  wasNotGranted(kind: string): boolean;
}

/** What a completed read came to, as far as its requests follow from it. */
export interface LastRead {
  /** How many resources there were; absent where nobody counted them. */
  readonly count?: number;
  /** How many items of other owners were listed beside; absent where there were none. */
  readonly foreign?: number;
  /** How many lists were read; absent where it is one, of a kind that is not listed below another. */
  readonly lists?: number;
  /** The kinds whose lists completed what was found; absent where none did. */
  readonly joined?: readonly string[];
}

/** Nothing is remembered. */
export const nothingRemembered: Remembered = {
  wasRead: () => false,
  scopesRead: () => [],
  lastRead: () => undefined,
  listedBefore: () => undefined,
  wasGranted: () => false,
  wasNotGranted: () => false,
};

/** What a host remembers, completed: who hands in the scopes that were read has said which kinds were granted. */
export function completeRemembered(given: Partial<Remembered>): Remembered {
  const all = { ...nothingRemembered, ...given };
  return { ...all, wasGranted: (kind) => all.wasGranted(kind) || all.scopesRead(kind).length > 0 };
}
