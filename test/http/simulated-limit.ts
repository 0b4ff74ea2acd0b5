import { createThrottle, type RateLimit } from "../../src/emulator/throttle.ts";
import type { Departure, RateController } from "../../src/http/rate-controller.ts";

/** A provider's limit: whether it lets a request in that arrives at a time in seconds. */
export type Limit = (atSeconds: number) => boolean;

/** A limit as the emulator counts it, in seconds of whoever asks. */
export function limitOf(limit: RateLimit): Limit {
  let nowMs = 0;
  const isTooSoon = createThrottle(limit, () => nowMs);
  return (atSeconds) => {
    nowMs = atSeconds * 1000;
    return !isTooSoon();
  };
}

export function tokenBucket(perSecond: number, burst: number): Limit {
  return limitOf({ type: "tokens", perSecond, burst });
}

export interface Simulated {
  readonly seconds: number;
  readonly sent: number;
  readonly refused: number;
  readonly lost: number;
}

interface Work {
  readonly level: number;
}

/**
 * Asks `levels` (each request of a level makes its share of the next one's) of a limited provider, in virtual time.
 *
 * @param latencySeconds of one request, both ways.
 */
export function simulate(
  controller: RateController,
  limit: Limit,
  levels: readonly number[],
  latencySeconds: number,
  random: () => number,
): Simulated {
  const events: { readonly at: number; readonly run: () => void }[] = [];
  const later = (at: number, run: () => void): void => {
    const index = events.findIndex((event) => event.at > at);
    events.splice(index === -1 ? events.length : index, 0, { at, run });
  };
  const total = levels.reduce((sum, count) => sum + count, 0);
  const ready: Work[] = Array.from({ length: levels[0] ?? 0 }, () => ({ level: 0 }));
  const made = levels.map((_count, level) => (level === 0 ? (levels[0] ?? 0) : 0));
  const done = levels.map(() => 0);
  let now = 0;
  let endedAt = 0;
  let inFlight = 0;
  let sent = 0;
  let refused = 0;
  let wakeAt = Number.POSITIVE_INFINITY;

  const finish = ({ level }: Work): void => {
    done[level] = (done[level] ?? 0) + 1;
    endedAt = now;
    const next = levels[level + 1];
    if (next === undefined) return;
    const due = Math.round((next * (done[level] ?? 0)) / (levels[level] ?? 1));
    for (; (made[level + 1] ?? 0) < due; made[level + 1] = (made[level + 1] ?? 0) + 1) ready.push({ level: level + 1 });
  };
  const answer = (work: Work, departure: Departure, isLetIn: boolean): void => {
    inFlight -= 1;
    if (isLetIn) {
      controller.accepted(departure, now * 1000);
      finish(work);
    } else {
      refused += 1;
      controller.refused(departure, now * 1000);
      ready.unshift(work);
    }
    pump();
  };
  const pump = (): void => {
    while (ready.length > 0 && inFlight < Math.min(32, controller.maxInFlight())) {
      const waitMs = controller.waitMs(now * 1000);
      if (waitMs > 1e-4) {
        const at = now + waitMs / 1000 + random() * 0.0015;
        if (at < wakeAt - 1e-6) {
          wakeAt = at;
          if (Number.isFinite(at))
            later(at, () => {
              if (wakeAt === at) wakeAt = Number.POSITIVE_INFINITY;
              pump();
            });
        }
        return;
      }
      const work = ready.shift();
      if (work === undefined) return;
      const departure = controller.take(now * 1000, ready.length > 0);
      sent += 1;
      inFlight += 1;
      const oneWay = Math.min(latencySeconds / 2, 0.02) + random() * 0.003;
      later(now + oneWay, () => {
        const isLetIn = limit(now);
        later(now + Math.max(0, latencySeconds - oneWay), () => answer(work, departure, isLetIn));
      });
    }
  };
  pump();
  for (let event = events.shift(); event !== undefined; event = events.shift()) {
    now = event.at;
    event.run();
  }
  return { seconds: endedAt, sent, refused, lost: total - done.reduce((sum, count) => sum + count, 0) };
}
