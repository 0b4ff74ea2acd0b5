import type { Remembered } from "../../inventory/remembered.ts";
import { rememberedOf } from "../../memory/reads.ts";
import { preflight } from "../../preflight/preflight.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import { readPackageFacts } from "../package-facts.ts";
import { openMemoryOf } from "./memory.ts";
import type { Inventory } from "./open-inventories.ts";
import type { Terminal } from "./terminal.ts";

/**
 * A preflight of one inventory, stopped by what stops the verb.
 *
 * @throws InventoryError CANCELLED
 */
export async function examine(
  inventory: Inventory,
  terminal: Terminal,
  fromAddress?: string,
): Promise<PreflightReport> {
  return preflight(inventory.provider, {
    ...inventory,
    remembered: await rememberedFor(inventory, terminal),
    fromAddress,
    proxyVariable: proxyVariable(terminal.environment),
    version: readPackageFacts().version,
    signal: terminal.signal,
  });
}

/** What earlier runs read, where the examination can use it: to know the account costs a request. */
async function rememberedFor(inventory: Inventory, terminal: Terminal): Promise<Remembered | undefined> {
  if (!inventory.provider.asksPlaces) return undefined;
  const { before } = await openMemoryOf(inventory, terminal, () => {});
  return rememberedOf(before?.reads ?? {});
}

/** The variable that names the proxy of the providers' APIs, where one is set. */
function proxyVariable(environment: NodeJS.ProcessEnv): string | undefined {
  return ["HTTPS_PROXY", "https_proxy"].find((name) => environment[name]);
}
