import { setFlagsFromString } from "node:v8";
import { isClosedAtStart } from "./closed-descriptor.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** How long what is said at the end may wait for a reader, where somebody ended the process. */
const patienceWithReadersMs = 1_000;

/**
 * Ties a command to this process: its streams, its environment, and Ctrl-C, which cancels the first time and ends the
 * process the second.
 */
export async function runAsProcess(command: (terminal: Terminal) => Promise<ExitCode>): Promise<void> {
  // By itself V8 lets garbage grow to several times what is in use before it looks.
  setFlagsFromString("--heap-growing-percent=100");
  const stop = new AbortController();
  const cancel = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.cancelled);
    stop.abort();
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  const { env: environment, stdout, stderr } = process;
  // Nobody reads the log any more: not a reason to stop a run whose document goes elsewhere.
  stderr.on("error", () => {});
  // Nor is a reader that has seen enough a crash: `kinds | head -1`. A lost document is noticed by who writes it.
  stdout.on("error", () => {});
  const isStdoutClosed = isClosedAtStart(1);
  process.exitCode = await command({
    environment,
    stdout,
    stderr,
    isStdoutClosed,
    signal: stop.signal,
    interrupt: cancel,
    // Opened where somebody is asked, and never else.
    get stdin() {
      return process.stdin;
    },
  });
  process.off("SIGINT", cancel);
  process.off("SIGTERM", cancel);
  // Nothing but what nobody reads keeps the process then, such as a log that goes into a pipe.
  if (stop.signal.aborted) setTimeout(() => process.exit(), patienceWithReadersMs).unref();
}
