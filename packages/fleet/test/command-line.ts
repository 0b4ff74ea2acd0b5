import { type ExitCode, type FleetEngine, main } from "cloud-inventory-plugin/fleet";
import { terminalOf } from "./terminal.ts";

/** What became of a command line of the fleet. */
export interface ReadLine {
  /** The word of the engine that it would run; undefined where it is none, or the line is refused. */
  readonly word: string | undefined;
  readonly code: ExitCode;
  /** What was said on standard error. */
  readonly said: string;
}

/** What is said for `prune` once the engine has ended; words say everything themselves. */
const nothingRemoved = "removed from the database 0 runs, 0 changes and 0 gone resources\n";

/** Reads a command line as `cloud-inventory fleet` does, and runs no word of the engine. */
export async function readLine(args: readonly string[]): Promise<ReadLine> {
  let word: string | undefined;
  const calls = (name: string) => async (): Promise<ExitCode> => {
    word = name;
    return 0;
  };
  const words: FleetEngine["words"] = {
    enqueue: calls("enqueue"),
    worker: calls("worker"),
    schedule: calls("schedule"),
    status: calls("status"),
    query: calls("query"),
    metrics: calls("metrics"),
  };
  const { terminal, stderr } = terminalOf({});
  const code = await main(["fleet", ...args], {
    ...terminal,
    fleetEngine: {
      words,
      prune: async () => {
        word = "prune";
        return { runs: 0, changes: 0, resources: 0 };
      },
      forget: async () => ({ runs: 0, jobs: 0, others: 0 }),
    },
  });
  return { word, code, said: stderr().replace(nothingRemoved, "") };
}
