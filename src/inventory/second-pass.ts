import type { LimitFunction } from "p-limit";
import type { ErrorCode, InventoryError } from "./errors.ts";
import type { ScopeReport } from "./read-scope.ts";

/**
 * Reads once more, at the end and one by one, what could not be read for a reason that may have passed: a provider that was down or
 * refused by rate an hour ago mostly answers when nothing else is asked of it.
 */
export interface SecondPass {
  /** Runs a task when it is its turn; others may wait for its end. */
  inTurn<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Resolves once nothing else is read; false where the run was stopped before. */
  quiet(): Promise<boolean>;
  /** All scopes are known: from now on nothing is read when nothing is under way. */
  begin(): void;
}

export function createSecondPass(limit: LimitFunction, signal: AbortSignal): SecondPass {
  let hasBegun = false;
  const waiting = new Set<(isTurn: boolean) => void>();

  function lookLater(): void {
    // What ends may let something else begin: it is under way by then.
    if (waiting.size > 0) setImmediate(look);
  }

  function look(): void {
    const isQuiet = hasBegun && limit.activeCount === 0 && limit.pendingCount === 0;
    const [next] = waiting;
    if (isQuiet) next?.(true);
  }

  return {
    async inTurn(task) {
      try {
        return await limit(task);
      } finally {
        lookLater();
      }
    },
    quiet() {
      return new Promise((resolve) => {
        const stopped = (): void => end(false);
        const end = (isTurn: boolean): void => {
          waiting.delete(end);
          signal.removeEventListener("abort", stopped);
          resolve(isTurn);
        };
        if (signal.aborted) return resolve(false);
        signal.addEventListener("abort", stopped, { once: true });
        waiting.add(end);
        lookLater();
      });
    },
    begin() {
      hasBegun = true;
      lookLater();
    },
  };
}

const passingCodes: readonly (ErrorCode | undefined)[] = ["UNAVAILABLE", "RATE_LIMITED"];

/** Whether an error may be over when it is asked again. */
export function mayPass({ code }: InventoryError): boolean {
  return passingCodes.includes(code);
}

/** Whether what kept a scope from being whole may be over when it is asked again. */
export function mayHavePassed({ outcome: { status, code }, unread = [] }: ScopeReport): boolean {
  const isShort = status === "failed" || status === "partial";
  return isShort && (passingCodes.includes(code) || unread.some(mayPass));
}
