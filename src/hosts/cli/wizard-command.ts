import { readOperatorSettings } from "../../config/operator-settings.ts";
import { systemCode } from "../../inventory/errors.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { openBrowser } from "../wizard/open-browser.ts";
import { startWizard, type Wizard } from "../wizard/server.ts";
import { createSession } from "../wizard/session.ts";
import { numberOption, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { folderOption } from "./folder-option.ts";
import { print } from "./output.ts";
import { say, type Terminal } from "./terminal.ts";

const usualIdleMinutes = 30;

/** Serves the wizard on loopback until it is ended by its page, by nobody's asking, or by Ctrl-C. */
export async function wizardCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const { environment } = terminal;
  const port = portOf(options);
  const idleMinutes = numberOption(options, "idle", 0) ?? usualIdleMinutes;
  if (idleMinutes === 0) throw usage("--idle must be a number of minutes above 0");
  const folder = await folderOption(options);
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const session = createSession({ definitions, environment, operator: readOperatorSettings(environment), folder });
  let opened = (): void => {};
  const wizard = await startWizard({ session, port, idleMinutes, onOpened: () => opened() }).catch(
    (thrown: unknown) => {
      throw usage(`--port: ${port} cannot be listened on (${systemCode(thrown)}); --port 0 takes a free one`);
    },
  );
  try {
    const browser = options.has("no-open") ? undefined : await openBrowser(wizard.link, environment, terminal.signal);
    opened = () => void browser?.forget();
    try {
      await tell(wizard, browser?.isOpened ?? false, terminal);
      return await untilEnd(wizard, idleMinutes, terminal);
    } finally {
      await browser?.forget();
    }
  } finally {
    await wizard.close();
  }
}

/** The link stands where only who started the wizard reads it: on a terminal, or where it was asked for. */
async function tell({ origin, link }: Wizard, isOpened: boolean, terminal: Terminal): Promise<void> {
  say(terminal, `the wizard is at ${origin}, on this machine alone; Ctrl-C ends it`);
  if (!isOpened) {
    say(terminal, "open this link; it holds the wizard's token, so it is for you alone:");
    await print(terminal, `${link}\n`);
    return;
  }
  say(terminal, "a browser was asked to open it");
  if (terminal.stderr.isTTY) say(terminal, `where none comes, open this link, which is for you alone: ${link}`);
}

async function untilEnd({ ended }: Wizard, idleMinutes: number, terminal: Terminal): Promise<ExitCode> {
  const { signal } = terminal;
  const interrupted = new Promise<"interrupted">((resolve) => {
    if (signal.aborted) resolve("interrupted");
    signal.addEventListener("abort", () => resolve("interrupted"), { once: true });
  });
  const why = await Promise.race([ended, interrupted]);
  if (why === "idle")
    say(terminal, `nothing was asked for ${idleMinutes} minutes: the wizard has ended, and forgot what was entered`);
  else say(terminal, "the wizard has ended, and forgot what was entered");
  return exitCodes.complete;
}

function portOf(options: ParsedOptions): number {
  const port = numberOption(options, "port", 0) ?? 0;
  if (Number.isInteger(port) && port <= 65_535) return port;
  throw usage("--port must be a whole number from 0 to 65535");
}
