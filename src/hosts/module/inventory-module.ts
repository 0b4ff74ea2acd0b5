import { readFileSync } from "node:fs";
import { type OperatorSettings, readOperatorSettings } from "../../config/operator-settings.ts";
import { discover } from "../../inventory/discover.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { Event, FinishedEvent } from "../../inventory/event.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import { isSuccess } from "../../inventory/success.ts";
import type { Manifest } from "../../providers/manifest.ts";
import { loadProvider } from "../../providers/registry.ts";
import { readPackageFacts } from "../package-facts.ts";

/** What a control plane's own program asks of the plugin. */
export interface OpenInventory {
  /** The provider's id. */
  readonly id: string;
  /** One run; see {@link discover}. `kinds` are patterns and stand above those of the config. */
  discover(options?: RunOptions): AsyncGenerator<Event, void, void>;
  /** Whether the config calls an incomplete inventory a success (`on_incomplete`). */
  readonly acceptsIncomplete: boolean;
  /**
   * Whether a run is a success: complete, or short of nothing but what the config accepts. Says nothing about deletions;
   * `complete` does.
   */
  isSuccess(finished: FinishedEvent): boolean;
  /** Ends the runs that are under way as cancelled, and refuses new ones the same way. */
  close(): void;
}

export interface RunOptions {
  readonly kinds?: readonly string[];
  readonly signal?: AbortSignal;
  /** The whole job's time, in milliseconds. */
  readonly deadlineMs?: number;
}

export interface OpenInventoryOptions {
  /** The operator's settings; those of the `CLOUD_INVENTORY_*` variables when absent. A config can never set them. */
  readonly operator?: OperatorSettings;
}

export interface Validation {
  readonly valid: boolean;
  /** One sentence for each problem, each naming its key and never its value; empty where the config is valid. */
  readonly problems: readonly string[];
}

/** `plugin.manifest.json`: which inventories there are, what they need, what they find. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL("../../../plugin.manifest.json", import.meta.url), "utf8"));
}

/**
 * Checks a config; sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG for an unknown inventory.
 */
export async function validateConfig(inventory: string, config: unknown): Promise<Validation> {
  const definition = await loadProvider(inventory);
  try {
    const { provider, kindPatterns } = definition.open(config, "config", { operator: {} });
    selectKinds(provider.kinds, kindPatterns);
    return { valid: true, problems: [] };
  } catch (thrown) {
    const { message } = asInventoryError(thrown);
    return { valid: false, problems: message.replace(/^config: /, "").split("; ") };
  }
}

/**
 * Opens an inventory with the config that it is given, alone: no environment, no profile, no references. Sends nothing.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export async function openInventory(
  inventory: string,
  config: unknown,
  options: OpenInventoryOptions = {},
): Promise<OpenInventory> {
  const definition = await loadProvider(inventory);
  const operator = options.operator ?? readOperatorSettings(process.env);
  const opened = definition.open(config, "config", { operator });
  const { provider, kindPatterns, acceptedGaps, acceptsIncomplete } = opened;
  selectKinds(provider.kinds, kindPatterns);
  const closed = new AbortController();
  return {
    id: definition.id,
    async *discover({ kinds = kindPatterns, signal, deadlineMs } = {}) {
      const stop = new AbortController();
      const abort = (): void => stop.abort();
      for (const source of [closed.signal, signal]) {
        if (source?.aborted) abort();
        source?.addEventListener("abort", abort, { once: true });
      }
      try {
        const limits = deadlineMs === undefined ? {} : { deadlineMs };
        const { version } = readPackageFacts();
        yield* discover(provider, {
          kinds: selectKinds(provider.kinds, kinds),
          acceptedGaps,
          signal: stop.signal,
          version,
          ...limits,
        });
      } finally {
        for (const source of [closed.signal, signal]) source?.removeEventListener("abort", abort);
      }
    },
    acceptsIncomplete,
    isSuccess: (finished) => isSuccess(finished, acceptsIncomplete),
    close: () => closed.abort(),
  };
}
