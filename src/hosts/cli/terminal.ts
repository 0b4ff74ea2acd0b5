import type { Readable, Writable } from "node:stream";
import type { InventoryError } from "../../inventory/errors.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { docsOf } from "../../preflight/catalogue.ts";
import { paintFor } from "./colour.ts";
import type { FleetEngine } from "./fleet/engine.ts";

/** What a command sees of the world; a test hands in its own. */
export interface Terminal {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  /** Where a person answers; absent where nobody can be asked. */
  readonly stdin?: Readable & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown };
  /** True where whoever started the process left it no standard output: what is written there is lost without an error. */
  readonly isStdoutClosed?: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Does what Ctrl-C does, for who reads the keyboard key by key and so is told of it as of any key. */
  readonly interrupt?: () => void;
  /** What runs a fleet on a database, where the process was started with it. */
  readonly fleetEngine?: FleetEngine;
}

/** One line for people, on standard error, whatever the text was made of. */
export function say(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${safeText(line)}\n`);
}

/** What went wrong and, where that is known, what to do about it and where that is explained. */
export function sayError(terminal: Terminal, { message, advice }: InventoryError): void {
  const { stderr, environment } = terminal;
  stderr.write(`${paintFor(stderr, environment)("bad", "error")}: ${safeText(message)}\n`);
  if (advice !== undefined) say(terminal, `fix: ${advice.remediation} (${docsOf(advice.check)})`);
}
