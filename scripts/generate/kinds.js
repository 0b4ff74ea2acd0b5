import { head } from "./products-index.js";

/** The source of `src/providers/kinds.gen.ts`: what `kinds` lists, known without loading a provider. */
export function kindsSource(definitions) {
  const rows = ({ kinds }) => kinds.map((kind) => `    ${JSON.stringify(rowOf(kind))},`).join("\n");
  const entries = definitions.map((definition) => `  ${JSON.stringify(definition.id)}: [\n${rows(definition)}\n  ],`);
  return `${head}
import type { KindRow } from "./kind-row.ts";

/** The kinds of each provider. */
export const kindRows: Readonly<Record<string, readonly KindRow[]>> = {
${entries.join("\n")}
};
`;
}

function rowOf(kind) {
  const {
    id,
    title,
    family,
    class: kindClass,
    subclass,
    locality,
    below,
    rights,
    connectors,
    personal,
    requests,
  } = kind;
  const { byDefault, optional = false, required = false } = kind;
  const flags = { byDefault, optional, required, personal };
  return { id, title, family, class: kindClass, subclass, locality, below, rights, connectors, ...flags, requests };
}
