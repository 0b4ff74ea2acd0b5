import type { InventoryResult } from "../../fleet/result.ts";
import { say, type Terminal } from "../terminal.ts";

/** What is told of a fleet that is still worked on, on standard error. */
export interface FleetProgress {
  settled(result: Pick<InventoryResult, "state">): void;
  /** Takes what is drawn away, and tells nothing any more. */
  end(): void;
}

const drawEveryMs = 1_000;
const logEveryMs = 30_000;

/** How far a fleet is: one line that is redrawn on a terminal, a line every 30 seconds elsewhere, nothing where nobody wants it. */
export function createFleetProgress(
  terminal: Terminal,
  count: number,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): FleetProgress {
  if (isQuiet) return { settled: () => {}, end: () => {} };
  const { stderr, environment } = terminal;
  const startedMs = performance.now();
  let done = 0;
  let incomplete = 0;
  const sentence = (): string => {
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    return `${done} of ${count} inventories, ${incomplete} not complete, ${seconds} s`;
  };
  // A dumb terminal cannot go back to draw anew.
  const isDrawn = stderr.isTTY === true && environment["TERM"] !== "dumb";
  const erase = "\r\u001b[K";
  const draw = (): void => {
    stderr.write(`${erase}${sentence().slice(0, (stderr.columns || 80) - 1)}`);
  };
  const tell = isDrawn ? draw : (): void => say(terminal, sentence());
  const timer = setInterval(tell, isDrawn ? drawEveryMs : logEveryMs).unref();
  return {
    settled({ state }) {
      done += 1;
      if (state !== "complete") incomplete += 1;
    },
    end() {
      clearInterval(timer);
      if (isDrawn) stderr.write(erase);
    },
  };
}
