import { isIP } from "node:net";
import { preflightLimits } from "../../preflight/preflight.ts";
import { commaOption, type ParsedOptions, usage } from "./arguments.ts";
import { paintFor } from "./colour.ts";
import { examine } from "./examine.ts";
import { type ExitCode, exitCodeOfReport, worst } from "./exit-codes.ts";
import { openInventories } from "./open-inventories.ts";
import { print, printJson } from "./output.ts";
import { pinOf, printPins } from "./pin.ts";
import { preflightSummary } from "./preflight-summary.ts";
import { createProgress } from "./progress.ts";
import { openRunRecorder, type RunRecorder } from "./recorded-run.ts";
import type { Terminal } from "./terminal.ts";

/** Is this credential enough, for what, and until when? */
export async function preflightCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const fromAddress = options.one("from-ip");
  if (fromAddress !== undefined && isIP(fromAddress) === 0) throw usage("--from-ip must be an IPv4 or IPv6 address");
  const recorder = await openRunRecorder(options, "preflight", terminal);
  try {
    return await examineAll(options, fromAddress, recorder, terminal);
  } catch (thrown) {
    await recorder.abandon();
    throw thrown;
  }
}

async function examineAll(
  options: ParsedOptions,
  fromAddress: string | undefined,
  recorder: RunRecorder,
  terminal: Terminal,
): Promise<ExitCode> {
  const inventories = await openInventories(
    {
      providers: options.all("provider"),
      configs: options.all("config"),
      kindPatterns: commaOption(options, "kinds"),
      scope: options.one("scope"),
    },
    terminal,
    { limits: preflightLimits, observerOf: recorder.observerOf },
  );
  const progress = createProgress(terminal, { isQuiet: options.has("quiet") });
  const examined = await Promise.all(
    inventories.map(async (inventory) => ({
      report: await examine(inventory, terminal, { fromAddress, progress }),
      inWords: inventory.inWords,
    })),
  ).finally(progress.end);
  const reports = examined.map(({ report }) => report);
  const paint = paintFor(terminal.stdout, terminal.environment);
  const tell = async (): Promise<ExitCode> => {
    if (options.has("pin")) return printPins(reports.map(pinOf), options.has("json"), terminal);
    if (options.has("json")) await printJson(terminal, reports);
    else
      await print(terminal, examined.map(({ report, inWords }) => preflightSummary(report, paint, inWords)).join("\n"));
    return worst(reports.map(exitCodeOfReport));
  };
  return recorder.end(inventories, await tell());
}
