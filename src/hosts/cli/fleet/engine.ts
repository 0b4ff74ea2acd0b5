import { systemCode } from "../../../inventory/errors.ts";
import type { Forgotten } from "../../fleet/forget.ts";
import { readPackageFacts } from "../../package-facts.ts";
import { type ParsedOptions, usage } from "../arguments.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** What the fleet does on a database, which a package of its own brings. */
export const engineWords = ["enqueue", "worker", "schedule", "status", "query", "metrics"] as const;
export type EngineWord = (typeof engineWords)[number];

/** How much was removed from the database. */
export interface RemovedRows {
  readonly runs: number;
  readonly jobs: number;
  /** Of the catalogue, memories, leases and readers. */
  readonly others: number;
}

/** How much that is old was removed from the database. */
export interface PrunedRows {
  readonly runs: number;
  readonly changes: number;
  /** Such as are gone. */
  readonly resources: number;
}

/** What `cloud-inventory-fleet` adds to the command line. */
export interface FleetEngine {
  readonly words: Readonly<Record<EngineWord, (options: ParsedOptions, terminal: Terminal) => Promise<ExitCode>>>;
  /** Removes what the database has that is older than so many days, and not of the present. */
  prune(days: number, terminal: Terminal): Promise<PrunedRows>;
  /**
   * Removes all that the database has of a customer, or of one of its inventories.
   *
   * @throws InventoryError INVALID_CONFIG where one that is meant is being read now.
   */
  forget(forgotten: Forgotten, terminal: Terminal): Promise<RemovedRows>;
}

const packageName = "cloud-inventory-fleet";
const oldestNode = [22, 12] as const;

/**
 * The engine of this process: the one that it was started with, or the one that is installed beside it.
 *
 * @throws InventoryError INVALID_CONFIG saying what to install.
 */
export async function loadFleetEngine({ fleetEngine }: Terminal, what: string): Promise<FleetEngine> {
  if (fleetEngine !== undefined) return fleetEngine;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw usage(
      `${what} needs the package ${packageName}, and that needs Node ${oldestMajor}.${oldestMinor}; this is ${process.version}`,
    );
  }
  try {
    const installed = (await import(packageName)) as { readonly fleetEngine: FleetEngine };
    return installed.fleetEngine;
  } catch (thrown) {
    if (systemCode(thrown) !== "ERR_MODULE_NOT_FOUND") throw thrown;
    throw usage(
      `${what} needs the package ${packageName} beside this one, such as by "${installCommand()}"; npm run fleet:pack in a checkout makes both archives (docs/fleet-workers.md)`,
    );
  }
}

/** Both at once, in the same version, so that npm sees that each has the other; neither is in a registry. */
function installCommand(): string {
  const { name, version } = readPackageFacts();
  return `npm install --global ./${name}-${version}.tgz ./${packageName}-${version}.tgz`;
}
