import { preflight } from "../../preflight/preflight.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import { readPackageFacts } from "../package-facts.ts";
import type { Inventory } from "./open-inventories.ts";
import type { Terminal } from "./terminal.ts";

/**
 * A preflight of one inventory, stopped by what stops the verb.
 *
 * @throws InventoryError CANCELLED
 */
export function examine(inventory: Inventory, terminal: Terminal, fromAddress?: string): Promise<PreflightReport> {
  return preflight(inventory.provider, {
    ...inventory,
    fromAddress,
    proxyVariable: proxyVariable(terminal.environment),
    version: readPackageFacts().version,
    signal: terminal.signal,
  });
}

/** The variable that names the proxy of the providers' APIs, where one is set. */
function proxyVariable(environment: NodeJS.ProcessEnv): string | undefined {
  return ["HTTPS_PROXY", "https_proxy"].find((name) => environment[name]);
}
