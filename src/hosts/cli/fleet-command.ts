import { shownWord, unknownChoice } from "../../config/nearest.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import { type EngineWord, engineWords, loadFleetEngine } from "./fleet/engine.ts";
import type { Terminal } from "./terminal.ts";

interface Word {
  /** The options that it reads. */
  readonly options: readonly string[];
  /** What its further word is. */
  readonly takes: "FLEET" | "CUSTOMER" | "NAME" | undefined;
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
    options: ["snapshots", "keep", "days"],
    takes: undefined,
    run: async (...all) => (await import("./fleet/prune.ts")).pruneFleetCommand(...all),
  },
  forget: {
    options: ["snapshots", "yes"],
    takes: "CUSTOMER",
    run: async (...all) => (await import("./fleet/forget.ts")).forgetCommand(...all),
  },
};

/** The words of the engine: what they read, and what their further word is. */
const ofEngine: Readonly<Record<EngineWord, Pick<Word, "options" | "takes">>> = {
  enqueue: { options: ["only", "night"], takes: "FLEET" },
  worker: {
    options: ["snapshots", "at-once", "per-customer", "deadline", "keep", "helpers", "listen", "log"],
    takes: "FLEET",
  },
  schedule: { options: ["cron", "time-zone"], takes: "FLEET" },
  status: { options: ["night", "json"], takes: undefined },
  query: { options: ["customer", "since", "days", "json"], takes: "NAME" },
  metrics: { options: ["output"], takes: undefined },
};

const all: Readonly<Record<string, Word>> = {
  ...words,
  ...Object.fromEntries(
    engineWords.map((name): [string, Word] => [
      name,
      {
        ...ofEngine[name],
        run: async (options, terminal) => {
          const engine = await loadFleetEngine(terminal, `fleet ${name}`);
          return engine.words[name](options, terminal);
        },
      },
    ]),
  ),
};

/** Many inventories as one. */
export async function fleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const known = Object.keys(all);
  const [name, operand] = options.words;
  if (name === undefined) throw usage(`fleet needs a word: ${known.join(", ")}`);
  const word = Object.hasOwn(all, name) ? all[name] : undefined;
  if (word === undefined) throw usage(unknownChoice("word", name, known));
  if (word.takes !== undefined && operand === undefined)
    throw usage(`fleet ${name} needs a further word: ${word.takes}`);
  if (word.takes === undefined && operand !== undefined) {
    throw usage(`unknown argument "${shownWord(operand)}": fleet ${name} takes no further word`);
  }
  const everywhere = [...new Set(Object.values(all).flatMap((one) => one.options))];
  const foreign = everywhere.find((option) => options.has(option) && !word.options.includes(option));
  if (foreign !== undefined) throw usage(`--${foreign} does not go with fleet ${name}`);
  return word.run(options, terminal);
}
