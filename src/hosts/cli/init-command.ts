import { readOperatorSettings } from "../../config/operator-settings.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { createSession } from "../wizard/session.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { folderOption } from "./folder-option.ts";
import { openKeyboard } from "./init/keyboard.ts";
import { createQuestions } from "./init/questions.ts";
import { createScreen } from "./init/screen.ts";
import { goThroughSteps } from "./init/steps.ts";
import type { Terminal } from "./terminal.ts";

const showCursor = "\u001b[?25h";

/** Connects an account, asking step by step in the terminal. What is typed stays in memory until it ends. */
export async function initCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const { environment, signal, stdout, interrupt = () => {} } = terminal;
  const source = terminalKeys(terminal);
  const folder = await folderOption(options);
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const session = createSession({ definitions, environment, operator: readOperatorSettings(environment), folder });
  const keyboard = openKeyboard(source, interrupt);
  const screen = createScreen(terminal);
  const surroundings = { session, idleMinutes: 0, signal, end: () => {} };
  try {
    await goThroughSteps({ session, surroundings, ask: createQuestions(keyboard, stdout, signal), screen, terminal });
    return exitCodes.complete;
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    screen.line(session.kept.length > 0 ? "ended" : "ended; nothing was kept");
    return exitCodes.cancelled;
  } finally {
    screen.clear();
    keyboard.close();
    session.forget();
    stdout.write(showCursor);
  }
}

/** @throws InventoryError INVALID_CONFIG where nobody can be asked. */
function terminalKeys({ stdin, stdout, environment }: Terminal): NonNullable<Terminal["stdin"]> {
  const isDumb = environment["TERM"] === "dumb";
  if (stdin?.isTTY === true && stdout.isTTY === true && !isDumb) return stdin;
  const lacks = isDumb ? "this terminal (TERM=dumb) cannot draw" : "standard input and output are no terminal here";
  throw usage(
    `init asks questions, and ${lacks}: use rights, validate, preflight and discover with --config FILE, or wizard in a browser`,
  );
}
