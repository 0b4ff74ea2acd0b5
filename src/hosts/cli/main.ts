import { unknownAmong, unknownChoice } from "../../config/nearest.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import { readPackageFacts } from "../package-facts.ts";
import { parseOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodeOfError, exitCodes } from "./exit-codes.ts";
import { generalFlags, helpOfVerb, overview } from "./help.ts";
import { checkStandardOutput, print } from "./output.ts";
import { sayError, type Terminal } from "./terminal.ts";
import type { Verb } from "./verb.ts";
import { verbs } from "./verbs/index.ts";

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
  if (name === undefined) {
    await show(overview(), terminal);
    return exitCodes.usage;
  }
  if (name === "--version") return show(`${readPackageFacts().version}\n`, terminal);
  if (isHelp(name) || name === "help") return showHelp(rest, terminal);
  if (name.startsWith("-")) throw usage(unknownAmong("option before a verb", name, generalFlags));
  const verb = verbOf(name);
  const end = verb.takesLine ? rest.indexOf("--") : -1;
  const [own, words] = end === -1 ? [rest, []] : [rest.slice(0, end), rest.slice(end + 1)];
  if (own.some(isHelp)) return show(helpOfVerb(name, verb), terminal);
  const options = parseOptions(own, verb.options, mostArguments(verb));
  if (!verb.isSilent?.(options)) checkStandardOutput(terminal);
  return verb.run(options, terminal, { words, verbs });
}

function mostArguments({ argument }: Verb): number {
  return argument === undefined ? 0 : (argument.most ?? 1);
}

/** `help discover` is `discover --help`. */
function showHelp(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const name = words.find((word) => !isHelp(word));
  return show(name === undefined ? overview() : helpOfVerb(name, verbOf(name)), terminal);
}

/** @throws InventoryError INVALID_CONFIG for a verb that there is not. */
function verbOf(name: string): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw usage(unknownChoice("verb", name, Object.keys(verbs)));
  return verb;
}

async function show(text: string, terminal: Terminal): Promise<ExitCode> {
  checkStandardOutput(terminal);
  await print(terminal, text);
  return exitCodes.complete;
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}
