import { createInterface } from "node:readline/promises";
import { abortError } from "../../inventory/errors.ts";
import { say, type Terminal } from "./terminal.ts";

/** Whether somebody can be asked. */
export function canConfirm({ stdin, stderr }: Terminal): boolean {
  return stdin?.isTTY === true && stderr.isTTY === true;
}

/**
 * Asks for a plain yes before something that cannot be undone.
 *
 * @throws InventoryError CANCELLED
 */
export async function confirm(question: string, terminal: Terminal): Promise<boolean> {
  const { stdin, signal } = terminal;
  if (stdin === undefined) return false;
  say(terminal, question);
  const lines = createInterface({ input: stdin, output: terminal.stderr });
  try {
    return (await lines.question("Type yes to go on: ", { signal })).trim() === "yes";
  } catch (thrown) {
    throw signal.aborted ? abortError(signal) : thrown;
  } finally {
    lines.close();
  }
}
