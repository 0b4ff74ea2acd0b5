function nameOf({ id, title, family, personal }) {
  return `      ${JSON.stringify(id)}: ${JSON.stringify({ title, family, personal })},`;
}

/** The source of `src/providers/names.gen.ts`: what can be named on a command line, known without loading a provider. */
export function namesSource(definitions, schemaNames) {
  const entries = definitions.map(
    (definition) => `  ${JSON.stringify(definition.id)}: {
    title: ${JSON.stringify(definition.title)},
    endpoints: ${JSON.stringify(definition.endpoints)},
    scopes: ${JSON.stringify(definition.scopeSetting?.values ?? [])},
    grantForms: ${JSON.stringify(definition.granter.forms)},
    handsOutCredentials: ${definition.requester !== undefined},
    kinds: {
${definition.kinds.map(nameOf).join("\n")}
    },
  },`,
  );
  return `// Written by \`npm run generate\`. Do not edit.
import type { ProviderNames } from "./provider-names.ts";

/** What of each provider can be named. */
export const providerNames: Readonly<Record<string, ProviderNames>> = {
${entries.join("\n")}
};

/** The names of the JSON Schemas. */
export const schemaNames: readonly string[] = ${JSON.stringify(schemaNames)};
`;
}
