/**
 * How long a test waits before it counts as hanging. No test means these spans: they are what a machine that is busy with
 * everything else never needs, and a test that they end has failed. A child is given up before its test, to say which it was.
 */
export const patienceMs = { child: 300_000, test: 600_000 } as const;

/** A delay that outlasts every test: what is held back by it comes never. */
export const never = 24 * 3_600_000;

/** For `vi.waitUntil`, whose own patience is a second. */
export const patiently = { timeout: patienceMs.child, interval: 10 } as const;
