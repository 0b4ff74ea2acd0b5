import type { Remembered } from "../../inventory/remembered.ts";
import { type Memory, rememberedBy } from "../../memory/memory.ts";
import { preflight } from "../../preflight/preflight.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import { readPackageFacts } from "../package-facts.ts";
import { openMemoryOf } from "./memory.ts";
import type { Inventory } from "./open-inventories.ts";
import type { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface ExamineOptions {
  /** The address that the control plane will call from. */
  readonly fromAddress?: string | undefined;
  readonly progress?: Pick<Progress, "follow" | "ended">;
  /** The memory of its account, where that is open already. */
  readonly memory?: Memory;
}

/**
 * A preflight of one inventory, stopped by what stops the verb.
 *
 * @throws InventoryError CANCELLED
 */
export async function examine(
  inventory: Inventory,
  terminal: Terminal,
  { fromAddress, progress, memory }: ExamineOptions = {},
): Promise<PreflightReport> {
  const { provider } = inventory;
  const traffic = { requests: 0, refused: 0 };
  progress?.follow(provider.id, () => ({
    requests: traffic.requests,
    waitingMs: provider.pausedForMs(),
    waitingFor: provider.pausedBy?.(),
  }));
  const report = await preflight(provider, {
    ...inventory,
    remembered: memory === undefined ? await rememberedFor(inventory, terminal) : rememberedBy(memory),
    fromAddress,
    proxyVariable: proxyVariable(terminal.environment),
    version: readPackageFacts().version,
    signal: terminal.signal,
    traffic,
  });
  progress?.ended(provider.id);
  return report;
}

/** What earlier runs read, where it counts: to know the account costs a request. */
async function rememberedFor(inventory: Inventory, terminal: Terminal): Promise<Remembered | undefined> {
  const { provider, kinds, named } = inventory;
  const mayExcuse = !named && kinds.some(({ optional }) => optional);
  if (!provider.asksPlaces && !mayExcuse) return undefined;
  return rememberedBy(await openMemoryOf(inventory, terminal, () => {}));
}

/** The variable that names the proxy of the providers' APIs, where one is set. */
function proxyVariable(environment: NodeJS.ProcessEnv): string | undefined {
  return ["HTTPS_PROXY", "https_proxy"].find((name) => environment[name]);
}
