import { loadProvider, providerIds } from "../src/providers/registry.ts";

const definitions = await Promise.all(providerIds.map(loadProvider));

/** Every kind that a provider has a row for; the emulator may hold more than that. */
export const kindsWithRows: readonly string[] = definitions.flatMap(({ kinds }) => kinds.map(({ id }) => id));

/** What `*` chooses of them: people are read only where they are named. */
export const kindsOfPatterns: readonly string[] = definitions.flatMap(({ kinds }) =>
  kinds.filter(({ personal }) => personal !== true).map(({ id }) => id),
);
