import { type Estimate, estimate } from "../../inventory/estimate.ts";
import { rememberedBy } from "../../memory/memory.ts";
import { commaOption, type ParsedOptions } from "./arguments.ts";
import { paintFor } from "./colour.ts";
import { estimateSummary } from "./estimate-summary.ts";
import { type ExitCode, exitCodes, worst } from "./exit-codes.ts";
import { openMemoryOf, tellMemory } from "./memory.ts";
import { type Inventory, openInventories } from "./open-inventories.ts";
import { print, printJson } from "./output.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** What a sweep of the chosen kinds takes, in requests and at least in time: asks each account for its projects and places alone. */
export async function requestsCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const inventories = await openInventories(
    {
      providers: options.all("provider"),
      configs: options.all("config"),
      kindPatterns: commaOption(options, "kinds"),
      scope: options.one("scope"),
    },
    terminal,
  );
  const progress = createProgress(terminal, { isQuiet: options.has("quiet") });
  const estimates = await Promise.all(
    inventories.map(async (inventory) => ({ inventory, told: await estimateOf(inventory, progress, terminal) })),
  ).finally(progress.end);
  const paint = paintFor(terminal.stdout, terminal.environment);
  if (options.has("json")) {
    const rows = estimates.map(({ inventory: { provider }, told }) => ({ inventory: provider.id, ...told }));
    await printJson(terminal, rows);
  } else {
    const texts = estimates.map(({ inventory, told }) =>
      estimateSummary(inventory.provider.id, told, paint, inventory.inWords),
    );
    await print(terminal, texts.join("\n"));
  }
  return worst(estimates.map(({ told }) => exitCodeOfEstimate(told, terminal)));
}

async function estimateOf(inventory: Inventory, progress: Progress, terminal: Terminal): Promise<Estimate> {
  const { provider, kinds } = inventory;
  const memory = await openMemoryOf(inventory, terminal, tellMemory(inventory, terminal));
  const traffic = { requests: 0, refused: 0 };
  progress.follow(provider.id, () => ({
    requests: traffic.requests,
    waitingMs: provider.pausedForMs(),
    waitingFor: provider.pausedBy?.(),
  }));
  const learned = memory.before?.rates ?? {};
  const told = await estimate(provider, { kinds, signal: terminal.signal, traffic, learned, ...rememberedBy(memory) });
  progress.ended(provider.id);
  return told;
}

function exitCodeOfEstimate({ unknown }: Estimate, { signal }: Terminal): ExitCode {
  if (unknown.some(({ code }) => code === "UNAUTHENTICATED")) return exitCodes.refusedCredential;
  if (signal.aborted) return exitCodes.cancelled;
  return unknown.length > 0 ? exitCodes.incomplete : exitCodes.complete;
}
