import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import type { Emulator } from "../../src/emulator/index.ts";
import { discover } from "../../src/inventory/discover.ts";
import type { Event } from "../../src/inventory/event.ts";
import type { KindSummary } from "../../src/inventory/resource-kind.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import type { ProviderDefinition } from "../../src/providers/definition.ts";
import type { Time } from "./time.ts";

export interface RunParts {
  readonly definition: ProviderDefinition;
  readonly emulator: Emulator;
  readonly config: Readonly<Record<string, string>>;
  readonly time: Time;
  readonly concurrentScopes?: number;
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal;
}

/** A run of the library with its default limits, on another clock. */
export function startRun({ definition, emulator, config, time, ...options }: RunParts): {
  readonly kinds: readonly KindSummary[];
  events(): Promise<readonly Event[]>;
} {
  const operator = readOperatorSettings(emulator.environment);
  const { provider, kindPatterns } = definition.open(config, "the configuration", { operator, clock: time });
  const kinds = selectKinds(definition.kinds, kindPatterns);
  const { deadlineMs, ...others } = options;
  const settings = { ...others, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
  const { now, monotonic } = time;
  return {
    kinds,
    async events() {
      const events: Event[] = [];
      for await (const event of discover(provider, { kinds, named: false, now, monotonic, ...settings }))
        events.push(event);
      return events;
    },
  };
}
