import { loadProvider, providerIds } from "../src/providers/registry.ts";

const definitions = await Promise.all(providerIds.map(loadProvider));

/** Every kind that a provider has a row for; the emulator may hold more than that. */
export const kindsWithRows: readonly string[] = definitions.flatMap(({ kinds }) => kinds.map(({ id }) => id));
