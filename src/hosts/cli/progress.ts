import type { Event } from "../../inventory/event.ts";
import type { Terminal } from "./terminal.ts";

/** One line on standard error that follows the run; nothing at all where nobody looks at a terminal. */
export interface ProgressLine {
  show(event: Event): void;
  clear(): void;
}

export function createProgressLine({ stderr }: Terminal): ProgressLine {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  const latest = new Map<string, Event & { readonly type: "progress" }>();
  return {
    show(event) {
      if (event.type !== "progress") return;
      latest.set(event.inventory, event);
      const parts = [...latest.values()].map(
        ({ inventory, scopesDone, scopesKnown, resources, requests, waitingMs }) =>
          `${inventory} ${scopesDone}/${scopesKnown} scopes, ${resources} resources, ${requests} requests${waitingMs > 0 ? `, waiting ${Math.ceil(waitingMs / 1000)} s` : ""}`,
      );
      stderr.write(`\r\u001b[K${parts.join(" | ").slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear: () => stderr.write("\r\u001b[K"),
  };
}
