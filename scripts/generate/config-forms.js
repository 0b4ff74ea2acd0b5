// What forms are made of: the annotations of each config as JSON, and the same for a browser as sources, with validators that ajv wrote.
import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import { sentences } from "../../dist/config/sentences.js";

const head = "// Written by `npm run generate`. Do not edit.\n";
const providers = new URL("../../src/providers/", import.meta.url);

/** The files, by path. */
export async function configForms(definitions) {
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    ...Object.fromEntries(
      definitions.map(({ id, configForm }) => [`schemas/${id}-config.form.json`, json(configForm)]),
    ),
    "schemas/config-sentences.json": json(sentences),
    "src/providers/config-forms.gen.ts": formsSource(definitions),
    "src/providers/config-validators.gen.js": await validatorsSource(definitions),
    "src/providers/key-checks.gen.ts": checksSource(definitions),
  };
}

function formsSource(definitions) {
  const rows = (of) =>
    definitions.map((definition) => `  ${JSON.stringify(definition.id)}: ${JSON.stringify(of(definition))},`);
  return `${head}import type { ConfigForm } from "../config/config-form.ts";
import type { CredentialFamily } from "../config/credential-families.ts";
import type { Family } from "../inventory/family.ts";

/** The JSON Schema of each inventory's config. */
export const configSchemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
${rows(({ configSchema }) => configSchema).join("\n")}
};

/** What a form needs beside it. */
export const configForms: Readonly<Record<string, ConfigForm>> = {
${rows(({ configForm }) => configForm).join("\n")}
};

/** The kinds of credential, of which a config holds one. */
export const credentialFamilies: Readonly<Record<string, readonly CredentialFamily[]>> = {
${rows(({ credentials }) => credentials.map(({ kind, title, keys, onlyWith }) => ({ kind, title, keys, onlyWith }))).join("\n")}
};

/** The ids of kinds, by family; those whose items are people apart. */
export const kindIds: Readonly<
  Record<string, Readonly<Record<"things" | "people", Readonly<Partial<Record<Family, readonly string[]>>>>>>
> = {
${rows(({ kinds }) => ({ things: idsByFamily(kinds.filter(({ personal }) => !personal)), people: idsByFamily(kinds.filter(({ personal }) => personal)) })).join("\n")}
};
`;
}

function idsByFamily(kinds) {
  const families = [...new Set(kinds.map(({ family }) => family))];
  return Object.fromEntries(
    families.map((family) => [family, kinds.filter((kind) => kind.family === family).map(({ id }) => id)]),
  );
}

/** Providers have checks of their own where some are needed. */
function checksSource(definitions) {
  const checked = definitions.flatMap(({ id }) => {
    const file = new URL(`${id}/key-checks.ts`, providers);
    if (!existsSync(file)) return [];
    const source = readFileSync(file, "utf8");
    const words = ["keyChecks", "keyDoubts"].filter((word) => source.includes(`export const ${word}:`));
    return [{ id, name: id.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), words }];
  });
  const imports = checked.map(({ id, name }) => `import * as ${name} from "./${id}/key-checks.ts";`);
  const rows = checked.map(({ id, name, words }) => {
    const entries = words.map((word) => `${word}: ${name}.${word}`);
    return `  ${JSON.stringify(id)}: { ${entries.join(", ")} },`;
  });
  return `${head}import type { KeyChecks } from "../config/refuse.ts";
${imports.join("\n")}

/** What no JSON Schema can say of a provider's keys: what is refused, and what is only doubtful. */
export const providerChecks: Readonly<
  Record<string, { readonly keyChecks: KeyChecks; readonly keyDoubts?: KeyChecks }>
> = {
${rows.join("\n")}
};
`;
}

/**
 * The validators as ajv writes them (https://ajv.js.org/standalone.html), which is no TypeScript: their types stand beside them, by
 * hand. What a schema only tells people is left out first, since ajv would copy it.
 */
async function validatorsSource(definitions) {
  const ajv = new Ajv({ allErrors: true, messages: false, strictRequired: false, code: { source: true, esm: true } });
  for (const { id, configSchema } of definitions) ajv.addSchema(withoutWords(configSchema), id);
  const named = definitions.map(({ id }, index) => [`validator${index}`, id]);
  const written = standalone.default(ajv, Object.fromEntries(named));
  const table = named.map(([name, id]) => `${JSON.stringify(id)}: ${name}`).join(", ");
  const code = `${written.replace(/export const (validator\d+) = /g, "const $1 = ")}
export const configValidators = { ${table} };
`;
  return `${head}${(await transform(code, { format: "esm", minifySyntax: true, charset: "ascii" })).code}`;
}

const words = new Set(["$id", "title", "description", "examples", "default", "writeOnly"]);

function withoutWords(schema, isName = false) {
  if (Array.isArray(schema)) return schema.map((entry) => withoutWords(entry));
  if (schema === null || typeof schema !== "object") return schema;
  const kept = Object.entries(schema).filter(([word]) => isName || !words.has(word));
  return Object.fromEntries(kept.map(([word, value]) => [word, withoutWords(value, word === "properties")]));
}
