/** Whose turn it is at an account: two inventories of one are never read at the same time. */
export interface AccountTurns {
  /** Takes the turn at an account that is free; answers with nothing where it is not. */
  tryTake(account: string): (() => void) | undefined;
  /** Waits for the turn, in the order of asking. */
  take(account: string): Promise<() => void>;
}

export function createAccountTurns(): AccountTurns {
  // Whoever waits, first come first; an account that is taken has a list.
  const waiting = new Map<string, (() => void)[]>();
  const release = (account: string) => (): void => {
    const next = waiting.get(account)?.shift();
    if (next === undefined) waiting.delete(account);
    else next();
  };
  return {
    tryTake(account) {
      if (waiting.has(account)) return undefined;
      waiting.set(account, []);
      return release(account);
    },
    async take(account) {
      const others = waiting.get(account);
      if (others === undefined) waiting.set(account, []);
      else await new Promise<void>((resolve) => others.push(resolve));
      return release(account);
    },
  };
}
