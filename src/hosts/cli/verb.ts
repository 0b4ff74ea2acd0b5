import type { OptionTable, ParsedOptions } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Values } from "./suggestions.ts";
import type { Terminal } from "./terminal.ts";

/** What the command line knows of a verb before it runs: help and completion load no more than this. */
export interface Verb {
  /** One line, which the list of verbs shows too. */
  readonly summary: string;
  readonly options: OptionTable;
  /** Its words that are no options, where it takes any: one, or so many at most. */
  readonly argument?: { readonly placeholder: string; readonly values: Values; readonly most?: number };
  /** What its help says below the options: paragraphs, each with a title. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Whether nothing goes to standard output. */
  readonly isSilent?: (options: ParsedOptions) => boolean;
  /** Whether what stands behind `--` is a command line of its own. */
  readonly takesLine?: boolean;
  /** Loads what it takes, and does it. */
  readonly run: (options: ParsedOptions, terminal: Terminal, unfinished: UnfinishedLine) => Promise<ExitCode>;
}

export type Verbs = Readonly<Record<string, Verb>>;

/** A command line that is being typed, and the verbs that it can hold. */
export interface UnfinishedLine {
  /** Its words behind the program's name; the last one is being typed and may be empty. No words: there is no line. */
  readonly words: readonly string[];
  readonly verbs: Verbs;
}
