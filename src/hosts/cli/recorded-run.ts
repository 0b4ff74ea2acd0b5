import { asInventoryError } from "../../inventory/errors.ts";
import type { ParsedOptions } from "./arguments.ts";
import { type ExitCode, exitCodes, worst } from "./exit-codes.ts";
import type { Inventory, OpenSettings } from "./open-inventories.ts";
import type { Recording } from "./record.ts";
import { say, sayError, type Terminal } from "./terminal.ts";

/** What a run is recorded with, if it is. */
export interface RunRecorder {
  readonly observerOf: OpenSettings["observerOf"];
  /**
   * Ends the recording of a run that ended. A recording that is lost is an error of its own, and takes nothing from what the run found.
   *
   * @returns the status of both together.
   */
  end(inventories: readonly Inventory[], exitCode: ExitCode): Promise<ExitCode>;
  /** A run that could not be read to its end leaves no recording. */
  abandon(): Promise<void>;
}

const none: RunRecorder = {
  observerOf: undefined,
  end: async (_inventories, exitCode) => exitCode,
  abandon: async () => {},
};

/**
 * Begins what `--record` asks for.
 *
 * @throws InventoryError INVALID_CONFIG where its folder cannot be written.
 */
export async function openRunRecorder(
  options: ParsedOptions,
  command: string,
  terminal: Terminal,
): Promise<RunRecorder> {
  const path = options.one("record");
  if (path === undefined) return none;
  // Only who records pays for loading it.
  const { openRecording } = await import("./record.ts");
  const recording: Recording = await openRecording(path, command);
  return {
    observerOf: recording.observerOf,
    abandon: recording.abandon,
    async end(inventories, exitCode) {
      try {
        say(terminal, await recording.finish(inventories));
        return exitCode;
      } catch (thrown) {
        sayError(terminal, asInventoryError(thrown));
        return worst([exitCode, exitCodes.failure]);
      }
    },
  };
}
