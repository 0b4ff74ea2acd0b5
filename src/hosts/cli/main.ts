import { unknownWord } from "../../config/nearest.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import { readPackageFacts } from "../package-facts.ts";
import { helpOf, type OptionTable, type ParsedOptions, parseOptions, usage } from "./arguments.ts";
import { credentialsCommand, credentialsOptions } from "./credentials-command.ts";
import { manifestCommand, schemaCommand } from "./describe-commands.ts";
import { discoverCommand, discoverOptions } from "./discover-command.ts";
import { emulatorCommand, emulatorOptions } from "./emulator-command.ts";
import { type ExitCode, exitCodeOfError, exitCodes } from "./exit-codes.ts";
import { isStandardOutput } from "./file-output.ts";
import { kindsCommand, kindsOptions } from "./kinds-command.ts";
import { checkStandardOutput, print } from "./output.ts";
import { preflightCommand, preflightOptions } from "./preflight-command.ts";
import { rightsCommand, rightsOptions } from "./rights-command.ts";
import { sayError, type Terminal } from "./terminal.ts";
import { validateCommand, validateOptions } from "./validate-command.ts";

interface Verb {
  readonly options: OptionTable;
  readonly run: (options: ParsedOptions, terminal: Terminal) => Promise<ExitCode>;
  readonly help: string;
  /** Whether nothing goes to standard output. */
  readonly isSilent?: (options: ParsedOptions) => boolean;
  /** What stands for its one word that is no option, where it takes one. */
  readonly argument?: string;
}

const verbs: Readonly<Record<string, Verb>> = {
  discover: {
    options: discoverOptions,
    run: discoverCommand,
    help: "read everything that the credentials reach",
    isSilent: writesFile,
  },
  preflight: {
    options: preflightOptions,
    run: preflightCommand,
    help: "is the credential enough, for what, and until when",
  },
  validate: {
    options: validateOptions,
    run: validateCommand,
    help: "check configs key by key, and how to fix them; sends nothing",
  },
  schema: { options: {}, run: schemaCommand, help: "print one of the JSON Schemas", argument: "NAME" },
  manifest: { options: {}, run: manifestCommand, help: "print the manifest that a control plane reads" },
  kinds: { options: kindsOptions, run: kindsCommand, help: "what can be discovered, and the rights it needs" },
  rights: { options: rightsOptions, run: rightsCommand, help: "what the chosen kinds need, ready to be granted" },
  credentials: {
    options: credentialsOptions,
    run: credentialsCommand,
    help: "ask OVHcloud for a key with just the rights that the chosen kinds need",
    argument: "request",
  },
  emulator: {
    options: emulatorOptions,
    run: emulatorCommand,
    help: "a local OVHcloud, Data Platform and Scaleway, on loopback",
  },
};

/** Runs one command line. Never throws: what goes wrong is one line on standard error and an exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await runVerb(args, terminal);
  } catch (thrown) {
    const error = asInventoryError(thrown);
    const exitCode = exitCodeOfError(error);
    // `| head` has what it wanted; the status alone tells that the document was cut off.
    if (exitCode !== exitCodes.readerLeft) sayError(terminal, error);
    return exitCode;
  }
}

async function runVerb([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === undefined || isHelp(name) || name === "help") {
    await show(overview(), terminal);
    return name === undefined ? exitCodes.usage : exitCodes.complete;
  }
  if (name === "--version") return show(`${readPackageFacts().version}\n`, terminal);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw usage(unknownWord("verb", name, Object.keys(verbs)));
  if (rest.some(isHelp)) {
    const title = `cloud-inventory ${[name, verb.argument].filter(Boolean).join(" ")}: ${verb.help}`;
    return show(`${title}\n\n${helpOf(verb.options)}\n`, terminal);
  }
  const options = parseOptions(rest, verb.options, verb.argument !== undefined);
  if (!verb.isSilent?.(options)) checkStandardOutput(terminal);
  return verb.run(options, terminal);
}

async function show(text: string, terminal: Terminal): Promise<ExitCode> {
  checkStandardOutput(terminal);
  await print(terminal, text);
  return exitCodes.complete;
}

function writesFile(options: ParsedOptions): boolean {
  const path = options.one("output");
  return path !== undefined && !isStandardOutput(path);
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function overview(): string {
  const rows = Object.entries(verbs).map(([name, { help }]) => `  ${name.padEnd(13)}${help}`);
  return `Every resource at OVHcloud, on its Data Platform and at Scaleway, or a named reason why not.

usage: cloud-inventory VERB [options]

${rows.join("\n")}

cloud-inventory VERB --help lists a verb's options.
Exit codes: 0 complete or accepted, 2 usage or config, 3 credential refused, 4 incomplete, 130 cancelled,
141 the reader left before the end, 1 anything else.
`;
}
