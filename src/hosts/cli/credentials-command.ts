import { shownWord, unknownChoice } from "../../config/nearest.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

interface Word {
  /** The options that it reads. */
  readonly options: readonly string[];
  /** How many words may follow. */
  readonly most: number;
  readonly run: (options: ParsedOptions, terminal: Terminal) => Promise<ExitCode>;
}

const words: Readonly<Record<string, Word>> = {
  request: {
    options: ["config", "kinds", "project", "narrow", "allow-ip", "output", "force", "timeout"],
    most: 0,
    run: async (...all) => (await import("./credentials-request.ts")).requestCredentials(...all),
  },
  list: {
    options: ["provider", "config", "json", "timeout"],
    most: 0,
    run: async (...all) => (await import("./credentials-list.ts")).listAccountCredentials(...all),
  },
  revoke: {
    options: ["provider", "config", "yes", "timeout"],
    most: 1,
    run: async (...all) => (await import("./credentials-revoke.ts")).revokeAccountCredential(...all),
  },
};

/** Makes, lists or revokes credentials. */
export async function credentialsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const known = Object.keys(words);
  const [name, ...others] = options.words;
  if (name === undefined) throw usage(`credentials needs a word: ${known.join(", ")}`);
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) throw usage(unknownChoice("word", name, known));
  const surplus = others[word.most];
  if (surplus !== undefined) {
    const takes = word.most === 0 ? "no further word" : "one id";
    throw usage(`unknown argument "${shownWord(surplus)}": credentials ${name} takes ${takes}`);
  }
  const everywhere = [...new Set(Object.values(words).flatMap((one) => one.options))];
  const foreign = everywhere.find((option) => options.has(option) && !word.options.includes(option));
  if (foreign !== undefined) throw usage(`--${foreign} does not go with credentials ${name}`);
  return word.run(options, terminal);
}
