import { resolve } from "node:path";
import type { Event } from "../../inventory/event.ts";
import type { Traffic } from "../../inventory/provider.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import type { CredentialEnds } from "./credential-ends.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Inventory } from "./open-inventories.ts";
import type { Terminal } from "./terminal.ts";

/** What is measured of one inventory. */
interface MeasuredInventory {
  /** Counts what is asked beside the run. */
  readonly traffic?: Traffic;
  /**
   * Finds out, beside the run, until when the credential is valid and whose it is; its requests are counted.
   *
   * @param askAccount whose it is; undefined where nothing names it.
   * @param askCredentialEnds until when it is valid; empty where that cannot be asked.
   */
  look(askAccount: () => Promise<string | undefined>, askCredentialEnds: () => Promise<CredentialEnds>): void;
  see(event: Event): void;
}

/** What is measured of a run, if it is. */
export interface RunMetrics {
  of(inventory: Inventory): MeasuredInventory;
  /**
   * Writes what was measured. Metrics that are lost are an error of their own, and take nothing from what the run found.
   *
   * @returns the status of both together.
   */
  end(exitCode: ExitCode): Promise<ExitCode>;
}

const none: RunMetrics = {
  of: () => ({ look() {}, see() {} }),
  end: async (exitCode) => exitCode,
};

/**
 * Begins what `--metrics` asks for.
 *
 * @throws InventoryError INVALID_CONFIG where its file cannot be written, or is not one of ours.
 */
export async function openRunMetrics(options: ParsedOptions, terminal: Terminal): Promise<RunMetrics> {
  const path = options.one("metrics");
  if (path === undefined) return none;
  const output = options.one("output");
  if (output !== undefined && resolve(output) === resolve(path)) {
    throw usage("--metrics and --output name the same file; give each its own");
  }
  // Only who measures pays for loading it.
  const { measureRun } = await import("./metrics/run-metrics.ts");
  return measureRun(path, terminal);
}
