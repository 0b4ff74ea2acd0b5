import { discoverInBatches } from "../../inventory/discover.ts";
import type { DiscoverOptions } from "../../inventory/discover-options.ts";
import type { Event } from "../../inventory/event.ts";
import { type Memory, rememberedBy } from "../../memory/memory.ts";
import { createRecorder } from "../../memory/reads.ts";
import { lackingBy } from "../../preflight/coverage.ts";
import type { Inventory } from "./open-inventories.ts";

/** What a run is told beside the inventory and the memory of its account. */
type RunSettings = Pick<DiscoverOptions, "account" | "deadlineMs" | "listDeadlineMs" | "earlier" | "version"> & {
  readonly signal: AbortSignal;
};

/** Reads an inventory with what earlier runs of its account read, and keeps what this one did unless somebody stopped it. */
export async function* readWithMemory(
  { provider, kinds, named, acceptedGaps }: Inventory,
  memory: Memory,
  settings: RunSettings,
): AsyncGenerator<readonly Event[], void, void> {
  const recorder = createRecorder(kinds);
  const options = {
    kinds,
    named,
    acceptedGaps,
    findLacking: lackingBy(provider),
    ...rememberedBy(memory),
    ...settings,
  };
  for await (const batch of discoverInBatches(provider, options)) {
    for (const event of batch) recorder.see(event);
    yield batch;
  }
  if (!settings.signal.aborted) await memory.keep(recorder);
}
