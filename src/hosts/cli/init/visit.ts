import { asInventoryError } from "../../../inventory/errors.ts";
import type { CallSurroundings } from "../../wizard/calls.ts";
import type { Session } from "../../wizard/session.ts";
import type { Terminal } from "../terminal.ts";
import type { Questions } from "./questions.ts";
import type { Screen } from "./screen.ts";

/** What every step works with: the same session and the same calls as the wizard's page, and somebody to ask. */
export interface Visit {
  readonly session: Session;
  /** What the wizard's calls are made with. */
  readonly surroundings: CallSurroundings;
  readonly ask: Questions;
  readonly screen: Screen;
  readonly terminal: Terminal;
}

/** The steps, in their order. */
export const stepNames = ["sign-in", "enter", "check", "choose", "try", "keep"] as const;
export type StepName = (typeof stepNames)[number];

/** A step answers with the one that comes next; undefined where all is done. */
export type Step = (visit: Visit) => Promise<StepName | undefined>;

export const signs = {
  good: { sign: "+", tone: "good" },
  bad: { sign: "x", tone: "bad" },
  doubtful: { sign: "!", tone: "doubtful" },
  /** What belongs to the line above. */
  more: { sign: " ", tone: "quiet" },
} as const;

/**
 * Does what may fail without ending the visit, and says why it did.
 *
 * @returns undefined where it failed.
 * @throws InventoryError CANCELLED once Ctrl-C was pressed.
 */
export async function attempt<Value>(
  { screen, surroundings }: Visit,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch (thrown) {
    const error = asInventoryError(thrown);
    if (surroundings.signal.aborted) throw error;
    screen.line(error.message, signs.bad);
    if (error.advice !== undefined) screen.line(`fix: ${error.advice.remediation}`, signs.more);
    return undefined;
  }
}
