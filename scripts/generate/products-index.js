// The products' index of a provider. It is written before there is a build, so nothing that is built is imported here.

export const head = "// Written by `npm run generate`. Do not edit.\n";

/** What is known of a kind without loading its row; the members of `KindSummary`. */
function summaryOf(row, isCore) {
  const { id, provider, title, family, class: kindClass, subclass, service, resource, locality } = row;
  const { below, rights, needs } = row;
  const { connectors, byDefault, required, provesCredential, mayLeaveOut, personal, isIndex, unproven } = row;
  const { proof, requests, mayShift } = row;
  const optional = byDefault && !isCore(id) ? true : undefined;
  const always = { id, provider, title, family, class: kindClass, subclass, service, resource, locality };
  const flags = { byDefault, optional, required, provesCredential, mayLeaveOut, personal, isIndex, unproven };
  return { ...always, below, rights, needs, connectors, ...flags, proof, requests, mayShift };
}

/**
 * The products' index of a provider, from the rows of each product and the kinds that every run reads. Of a provider that has no such
 * kinds yet, every default kind is one.
 */
export function productsIndex(products, coreKinds = []) {
  const hasCore = Object.values(products).some((rows) => rows.some(({ id }) => coreKinds.includes(id)));
  const isCore = (id) => !hasCore || coreKinds.includes(id);
  const entries = Object.entries(products).map(([name, rows]) => {
    const kinds = rows.map((row) => `      ${JSON.stringify(summaryOf(row, isCore))},`).join("\n");
    return `  {\n    kinds: [\n${kinds}\n    ],\n    load: async () => (await import("./products/${name}/index.ts")).kinds,\n  },`;
  });
  return `${head}import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
${entries.join("\n")}
];
`;
}
