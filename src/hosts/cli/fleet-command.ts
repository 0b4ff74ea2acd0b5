import { shownWord, unknownChoice } from "../../config/nearest.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

interface Word {
  /** The options that it reads. */
  readonly options: readonly string[];
  /** What its further word is. */
  readonly takes: "FLEET" | "CUSTOMER" | undefined;
  readonly run: (options: ParsedOptions, terminal: Terminal) => Promise<ExitCode>;
}

const shared = ["only", "at-once", "per-provider", "helpers", "expiring", "json", "output", "quiet"];
const words: Readonly<Record<string, Word>> = {
  run: {
    options: [...shared, "snapshots", "deadline", "keep"],
    takes: "FLEET",
    run: async (...all) => (await import("./fleet/run.ts")).runFleetCommand(...all),
  },
  check: {
    options: shared,
    takes: "FLEET",
    run: async (...all) => (await import("./fleet/check.ts")).checkFleetCommand(...all),
  },
  prune: {
    options: ["snapshots", "keep"],
    takes: undefined,
    run: async (...all) => (await import("./fleet/prune.ts")).pruneFleetCommand(...all),
  },
  forget: {
    options: ["snapshots", "yes"],
    takes: "CUSTOMER",
    run: async (...all) => (await import("./fleet/forget.ts")).forgetCustomerCommand(...all),
  },
};

/** Many inventories as one. */
export async function fleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const known = Object.keys(words);
  const [name, operand] = options.words;
  if (name === undefined) throw usage(`fleet needs a word: ${known.join(", ")}`);
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) throw usage(unknownChoice("word", name, known));
  if (word.takes !== undefined && operand === undefined)
    throw usage(`fleet ${name} needs a further word: ${word.takes}`);
  if (word.takes === undefined && operand !== undefined) {
    throw usage(`unknown argument "${shownWord(operand)}": fleet ${name} takes no further word`);
  }
  const everywhere = [...new Set(Object.values(words).flatMap((one) => one.options))];
  const foreign = everywhere.find((option) => options.has(option) && !word.options.includes(option));
  if (foreign !== undefined) throw usage(`--${foreign} does not go with fleet ${name}`);
  return word.run(options, terminal);
}
