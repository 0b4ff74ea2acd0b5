import type { Writable } from "node:stream";
import { safeText } from "../../inventory/safe-text.ts";

/** What a command sees of the world; a test hands in its own. */
export interface Terminal {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** One line for people, on standard error, whatever the text was made of. */
export function say(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${safeText(line)}\n`);
}
