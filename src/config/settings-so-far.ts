import type { Config } from "./read-config.ts";
import { tidyConfig } from "./tidy-config.ts";

/**
 * What a config says that is still being typed: each key by itself, and none that is missing or wrong. Nothing is refused here; whether
 * the keys go together is for the whole config.
 */
export function settingsSoFar<Settings>(schema: Config<Settings>, raw: unknown): Partial<Settings> {
  const values = tidyConfig(raw, Object.keys(schema.shape))?.values ?? {};
  const entries = Object.entries(schema.shape).flatMap(([key, type]) => {
    const { success, data } = type.safeParse(values[key]);
    return success && data !== undefined ? [[key, data] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}
