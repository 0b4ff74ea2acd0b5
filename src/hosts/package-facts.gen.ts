import type { PackageFacts } from "../providers/manifest.ts";

// Written by `npm run generate` from package.json. Do not edit.
export const packageFacts: PackageFacts = {
  "name": "cloud-inventory-plugin",
  "version": "0.1.0"
};
