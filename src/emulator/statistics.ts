/** What the emulator has seen since it started, or since the last reset. It is live: it changes as requests come. */
export interface Statistics {
  readonly requests: number;
  /** Answers to requests that came too soon, and any others with status 429. */
  readonly refused: number;
  /** Requests that have come and whose answer has not wholly gone. */
  readonly inFlight: number;
  readonly inFlightMaximum: number;
  /** Connections that were opened. */
  readonly sockets: number;
  /** `GET /path?query` of each request, in the order in which they came. */
  readonly paths: readonly string[];
}

/** Keeps the statistics. */
export interface Counter {
  readonly statistics: Statistics;
  arrived(method: string, target: string): void;
  refused(): void;
  left(): void;
  connected(): void;
  reset(): void;
}

/** A counter at zero. */
export function createCounter(): Counter {
  const statistics = { requests: 0, refused: 0, inFlight: 0, inFlightMaximum: 0, sockets: 0, paths: [] as string[] };
  return {
    statistics,
    arrived(method, target) {
      statistics.requests += 1;
      statistics.inFlight += 1;
      statistics.inFlightMaximum = Math.max(statistics.inFlightMaximum, statistics.inFlight);
      statistics.paths.push(`${method} ${target}`);
    },
    refused: () => {
      statistics.refused += 1;
    },
    left: () => {
      statistics.inFlight -= 1;
    },
    connected: () => {
      statistics.sockets += 1;
    },
    reset() {
      const { inFlight } = statistics;
      Object.assign(statistics, { requests: 0, refused: 0, inFlightMaximum: inFlight, sockets: 0, paths: [] });
    },
  };
}
