import { setFlagsFromString } from "node:v8";
import { logVerbosity, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import { asInventoryError } from "../../inventory/errors.ts";
import { loadProvider } from "../../providers/registry.ts";
import { helpOf, type OptionTable, type ParsedOptions, parseOptions, usage } from "../cli/arguments.ts";
import { createIdleExit } from "./idle-exit.ts";
import { createLog, type Log } from "./log.ts";
import { openPipe } from "./pipe.ts";
import { createService } from "./service.ts";

const options: OptionTable = {
  defaults: { type: "string", placeholder: "FILE", help: "the operator's options for every inventory, as JSON" },
  log: { type: "string", placeholder: "FORMAT", help: "json (default) or text" },
  help: { type: "boolean", help: "show this" },
};
const graceAfterRefusalMs = 30_000;
const usageExitCode = 2;

/**
 * Serves one inventory over standard input and output until the control plane closes them. The process is the control
 * plane's child and holds nothing that an orderly end would save: it leaves at once, with status 0.
 */
export function serve(inventory: string): void {
  const started = startOf(inventory);
  if (started === undefined) return;
  const { log, defaultsPath } = started;
  const leave = (): never => process.exit(0);
  const crash = (thrown: unknown): never => {
    log("inventory.crashed", { reason: asInventoryError(thrown).message });
    process.exit(1);
  };
  // Their texts may quote what is not ours to repeat.
  process.on("warning", ({ name }) => log("process.warning", { name }));
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  // A child beside many others: by itself V8 lets garbage grow to several times what is in use before it looks.
  setFlagsFromString("--heap-growing-percent=100");
  // Its texts are a library's own, and the environment could turn them on.
  setLogVerbosity(logVerbosity.NONE);
  // Begun now, so that Init need not wait for the cloud's SDK.
  const definition = loadProvider(inventory);
  const server = createService({
    definition,
    defaultsPath,
    environment: process.env,
    log,
    idleExit: createIdleExit(graceAfterRefusalMs, leave),
  });
  try {
    server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(openPipe(leave));
  } catch {
    refuse(inventory, "standard input and output must be the pipes of a control plane");
  }
}

/** Reads the command line; undefined where there is nothing to serve. */
function startOf(inventory: string): { readonly log: Log; readonly defaultsPath: string | undefined } | undefined {
  try {
    const given = parseOptions(process.argv.slice(2), options);
    if (!given.has("help")) return { log: logOf(given, inventory), defaultsPath: given.one("defaults") };
    process.stderr.write(helpText(inventory));
  } catch (thrown) {
    refuse(inventory, asInventoryError(thrown).message);
  }
  return undefined;
}

function logOf(given: ParsedOptions, inventory: string): Log {
  const format = given.one("log") ?? "json";
  if (format !== "json" && format !== "text") throw usage("--log must be json or text");
  return createLog(process.stderr, format, inventory);
}

function refuse(inventory: string, message: string): never {
  process.stderr.write(`error: ${message}\n\n${helpText(inventory)}`);
  process.exit(usageExitCode);
}

function helpText(inventory: string): string {
  const about = "Started by Plakar Control Plane, which speaks gRPC with it on standard input and output.";
  return `Usage: ${inventory}-inventory [options]\n\n${about}\n\n${helpOf(options)}\n`;
}
