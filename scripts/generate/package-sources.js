// What the package says of itself, as sources: a program that bundles the library has none of its files.

/** The name and the version of the package. */
export function packageFactsSource({ name, version }) {
  return `import type { PackageFacts } from "../providers/manifest.ts";

// Written by \`npm run generate\` from package.json. Do not edit.
export const packageFacts: PackageFacts = ${JSON.stringify({ name, version }, null, 2)};
`;
}

/** What `plugin.manifest.json` holds. */
export function manifestSource(manifest) {
  return `import type { Manifest } from "../../providers/manifest.ts";

// Written by \`npm run generate\` from the registry. Do not edit.
export const manifest: Manifest = ${JSON.stringify(manifest, null, 2)};
`;
}
