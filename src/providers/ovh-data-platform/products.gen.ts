// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"ovh-data-platform.bucket","provider":"ovh-data-platform","title":"Data Platform bucket","family":"storage","class":"object-storage","subclass":"","service":"datastore","resource":"datastore:bucket","locality":"project","rights":{},"needs":[],"byDefault":true,"provesCredential":true,"proof":"one document","requests":"1 a project"},
    ],
    load: async () => (await import("./products/bucket/index.ts")).kinds,
  },
];
