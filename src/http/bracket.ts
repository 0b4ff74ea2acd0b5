/** How close to the supposed limit a rate is held. */
export const shareOfLimit = 0.95;

/** The last refusal that is counted from. */
export interface Anchor {
  readonly atSeconds: number;
  readonly number: number;
  /** At the start the provider's allowance is full: how much it holds is not known. */
  readonly isStart: boolean;
  /** The rate that was kept since. */
  readonly ratePerSecond: number;
}

/** A bracket's outcome: the supposed limit and the rate to go on with. */
export interface Cut {
  readonly limit: number;
  readonly rate: number;
  readonly isCounted?: boolean;
}

/** What is known at a refusal. */
export interface Evidence {
  /** Undefined where nothing is counted from. */
  readonly since: Anchor | undefined;
  /** The limit as it was supposed before. */
  readonly before: number | undefined;
  /** The rate at which the refused request was sent. */
  readonly at: number;
  /** How many requests were let in since, and in how many seconds. */
  readonly letIn: number;
  readonly seconds: number;
  /** The rate of the last one that was let in. */
  readonly passed: number | undefined;
}

/** What a refusal says of the limit: see `RateController`. Found by simulation, as its constants are. */
export function bracket({ since, before, at, letIn, seconds, passed = at }: Evidence): Cut {
  const highest = before ?? Number.POSITIVE_INFINITY;
  // Refused where it used to pass: somebody else takes a share, or the limit fell.
  if (since?.isStart !== true && letIn > 2 && at <= highest * shareOfLimit * 1.01 && before !== undefined) {
    return { limit: Math.min(before, at), rate: 0.7 * at };
  }
  if (since !== undefined) {
    // How much the allowance let in at once is not known; a limit that an earlier run counted is.
    if (since.isStart) {
      return before === undefined ? { limit: at, rate: 0.25 * at } : { limit: Math.min(before, at), rate: 0.85 * at };
    }
    // Too little was let in to say more than: slower.
    if (seconds < 1 && letIn <= 2)
      return { limit: before === undefined ? at : Math.max(at, 0.8 * before), rate: 0.4 * at };
    if (letIn === 0) return { limit: Math.min(highest, Math.max(at, 2 / seconds)), rate: 0.4 * at };
    const most = (letIn + 1) / seconds;
    // Never slower than the limit since: the allowance could not fill up, so all that was let in was the limit's.
    if (since.ratePerSecond >= most) {
      const limit = Math.min(at, most);
      return { limit, rate: shareOfLimit * Math.min(letIn / seconds, limit), isCounted: true };
    }
  }
  // The allowance filled up meanwhile: just below what passed.
  const slower = Math.min(passed, at);
  return { limit: Math.max(slower, at * (1 - 1 / (letIn + 1))), rate: 0.9 * Math.min(slower, 0.97 * at) };
}
