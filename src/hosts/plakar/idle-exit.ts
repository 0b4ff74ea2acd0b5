/** Ends a process that was refused and that nobody comes back to. */
export interface IdleExit {
  /** The last call was refused: leave unless another one comes. */
  arm(): void;
  /** A call came. */
  disarm(): void;
}

/**
 * The control plane's library neither closes the connection after a failed Init nor kills the process
 * (PlakarKorp/go-inventory-sdk, sdk/client/connect.go), so a refused plugin would wait for ever.
 */
export function createIdleExit(afterMs: number, exit: () => void): IdleExit {
  let timer: NodeJS.Timeout | undefined;
  return {
    arm() {
      clearTimeout(timer);
      timer = setTimeout(exit, afterMs);
    },
    disarm: () => clearTimeout(timer),
  };
}
