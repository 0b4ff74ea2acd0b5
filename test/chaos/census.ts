/** From which request of the run on something is not there, and from which on it is again. */
interface Absence {
  readonly from: number;
  readonly until: number;
}

/** Who is there when: the emulator's account of what exists, kept by requests, which is how far a run has come. */
export interface Census {
  /** Asked by the emulator for each answer. */
  isThere(id: string): boolean;
  /** Nothing is absent any more, and no request has been sent. */
  begin(): void;
  requested(): void;
  /** Something is not there from one request on, until another. */
  leave(id: string, from: number, until: number): void;
  /** Whether something existed all the time since the beginning. */
  wasAlwaysThere(id: string): boolean;
}

export function createCensus(): Census {
  const absences = new Map<string, Absence>();
  let requests = 0;
  return {
    isThere(id) {
      const absence = absences.get(id);
      return absence === undefined || requests < absence.from || requests >= absence.until;
    },
    begin() {
      absences.clear();
      requests = 0;
    },
    requested() {
      requests += 1;
    },
    leave: (id, from, until) => absences.set(id, { from, until }),
    wasAlwaysThere(id) {
      const absence = absences.get(id);
      return absence === undefined || requests < absence.from || absence.until <= 1;
    },
  };
}
