import { isIP } from "node:net";
import { preflightLimits } from "../../preflight/preflight.ts";
import { commaOption, type OptionTable, type ParsedOptions, usage } from "./arguments.ts";
import { paintFor } from "./colour.ts";
import { examine } from "./examine.ts";
import { type ExitCode, exitCodeOfReport, worst } from "./exit-codes.ts";
import { openInventories, scopeOption } from "./open-inventories.ts";
import { print, printJson } from "./output.ts";
import { pinOf, printPins } from "./pin.ts";
import { preflightSummary } from "./preflight-summary.ts";
import { createProgress, quietOption } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

export const preflightOptions: OptionTable = {
  provider: { type: "string", multiple: true, placeholder: "ID", help: "check this provider alone; repeatable" },
  config: { type: "string", multiple: true, placeholder: "[ID=]FILE", help: "a config file; repeatable" },
  kinds: { type: "string", multiple: true, placeholder: "K,…", help: "the kinds that the job will read" },
  scope: scopeOption,
  "from-ip": { type: "string", placeholder: "ADDRESS", help: "the address that the control plane will call from" },
  pin: { type: "boolean", help: "print the kinds that are shown to be granted instead, as a line for the config" },
  quiet: quietOption,
  json: { type: "boolean", help: "print JSON, one report for each inventory" },
};

/** Is this credential enough, for what, and until when? */
export async function preflightCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const fromAddress = options.one("from-ip");
  if (fromAddress !== undefined && isIP(fromAddress) === 0) throw usage("--from-ip must be an IPv4 or IPv6 address");
  const inventories = await openInventories(
    {
      providers: options.all("provider"),
      configs: options.all("config"),
      kindPatterns: commaOption(options, "kinds"),
      scope: options.one("scope"),
    },
    terminal,
    preflightLimits,
  );
  const progress = createProgress(terminal, { isQuiet: options.has("quiet") });
  const reports = await Promise.all(
    inventories.map((inventory) => examine(inventory, terminal, { fromAddress, progress })),
  ).finally(progress.end);
  const paint = paintFor(terminal.stdout, terminal.environment);
  if (options.has("pin")) return printPins(reports.map(pinOf), options.has("json"), terminal);
  if (options.has("json")) await printJson(terminal, reports);
  else await print(terminal, reports.map((report) => preflightSummary(report, paint)).join("\n"));
  return worst(reports.map(exitCodeOfReport));
}
