import { bash, fish, type ShellCompletion, zsh } from "@optique/core/completion";
import { unknownChoice } from "../../config/nearest.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { complete } from "./complete.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { print } from "./output.ts";
import { shells } from "./shells.ts";
import type { Suggestion } from "./suggestions.ts";
import type { Terminal } from "./terminal.ts";
import type { UnfinishedLine } from "./verb.ts";

const completions: Readonly<Record<(typeof shells)[number], ShellCompletion>> = { bash, zsh, fish };

/**
 * Prints a shell's script; behind `--` stands the line that is being typed, and what is printed is what could come next. The
 * script calls it in this way.
 *
 * @throws InventoryError INVALID_CONFIG for a shell that is not known.
 */
export async function completionCommand(
  options: ParsedOptions,
  terminal: Terminal,
  { words, verbs }: UnfinishedLine,
): Promise<ExitCode> {
  const name = options.argument;
  if (name === undefined) throw usage(`completion needs a shell: ${shells.join(", ")}`);
  const shell = shells.find((known) => known === name);
  if (shell === undefined) throw usage(unknownChoice("shell", name, shells));
  const completion = completions[shell];
  const current = words.at(-1);
  const text =
    current === undefined
      ? completion.generateScript("cloud-inventory", ["completion", shell, "--"])
      : [...completion.encodeSuggestions(complete(words, verbs).map((one) => encoded(one, current)))].join("");
  // A shell that reads line by line takes the last one only where a newline ends it.
  await print(terminal, text.trimStart() === "" ? text : `${text.trimEnd()}\n`);
  return exitCodes.complete;
}

/** A suggestion in the library's words. */
function encoded(one: Suggestion, current: string): Parameters<ShellCompletion["encodeSuggestions"]>[0][number] {
  if ("path" in one) return { kind: "file", type: one.path, prefix: one.prefix, pattern: one.prefix && current };
  return {
    kind: "literal",
    text: one.text,
    ...(one.help === undefined ? {} : { description: [{ type: "text", text: one.help }] }),
  };
}
