/** Decides whether a request comes too soon. */
export type Throttle = () => boolean;

/** Tokens for one second, refilled as the clock goes; without a rate, nothing is too soon. */
export function createThrottle(requestsPerSecond: number, now: () => number): Throttle {
  if (requestsPerSecond <= 0) return () => false;
  let tokens = Math.max(1, requestsPerSecond);
  let filledAtMs = now();
  return () => {
    const timeMs = now();
    tokens = Math.min(Math.max(1, requestsPerSecond), tokens + ((timeMs - filledAtMs) / 1000) * requestsPerSecond);
    filledAtMs = timeMs;
    if (tokens < 1) return true;
    tokens -= 1;
    return false;
  };
}
