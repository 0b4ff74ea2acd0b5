// Writes what is derived from the sources: schemas/ from the zod schemas, plugin.manifest.json and docs/kinds.md from the
// tables of kinds, and one executable for each provider of the registry.
// `npm run generate` builds first; with --check nothing is written, and a difference ends with exit status 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "../dist/providers/json-schemas.js";
import { manifestOf } from "../dist/providers/manifest.js";
import { loadProvider, providerIds } from "../dist/providers/registry.js";

const root = new URL("../", import.meta.url);
const definitions = await Promise.all(providerIds.map(loadProvider));
const packageFacts = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = {
  ...Object.fromEntries(
    Object.entries(jsonSchemas(definitions)).map(([name, schema]) => [`schemas/${name}.schema.json`, json(schema)]),
  ),
  "plugin.manifest.json": json(manifestOf(definitions, packageFacts)),
  "docs/kinds.md": kindsPage(definitions),
  ...Object.fromEntries(providerIds.map((id) => [`src/bin/${id}-inventory.ts`, executable(id)])),
  "package.json": json({ ...packageFacts, bin: { ...packageFacts.bin, ...executables(providerIds) } }),
};

let different = 0;
for (const [path, text] of Object.entries(files)) {
  const file = new URL(path, root);
  const same = existsSync(file) && readFileSync(file, "utf8") === text;
  if (same) continue;
  different += 1;
  if (!process.argv.includes("--check")) {
    mkdirSync(new URL("./", file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(path);
}
if (process.argv.includes("--check")) process.exitCode = different === 0 ? 0 : 1;

function executable(provider) {
  return `#!/usr/bin/env node
import "../hosts/plakar/guard-stdout.ts";

// Loaded later than the guard is set: the modules of static imports would all be waited for first.
void import("../hosts/plakar/main.ts").then(({ serve }) => serve("${provider}"));
`;
}

function executables(providers) {
  return Object.fromEntries(providers.map((id) => [`${id}-inventory`, `dist/bin/${id}-inventory.js`]));
}

function kindsPage(providers) {
  const sections = providers.map(({ title, kinds }) => {
    const rows = kinds.map(({ id, title: what, locality, byDefault, rights, dialect, query }) => {
      const needs = [...(rights.rules ?? []), ...(rights.permissionSets ?? [])]
        .map((right) => `\`${right}\``)
        .join("<br>");
      const actions = (rights.actions ?? []).map((action) => `\`${action}\``).join("<br>");
      const rightsCell = `${needs}${actions ? `<br>${actions}` : ""}` || "not documented";
      return `| \`${id}\` | ${what} | ${locality} | ${byDefault ? "yes" : "no"} | ${proof(dialect, query)} | ${rightsCell} |`;
    });
    return [
      `## ${title}`,
      "",
      "| Kind | What | Listed per | By default | What proves the list whole | Needs |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  });
  return `# Kinds and rights

Generated from the tables of kinds by \`npm run generate\`; do not edit.

Rights of OVHcloud are access rules of a consumer key (\`GET\` and a path) and the IAM actions of the same routes. Rights of
Scaleway are permission sets; one of those named is enough, and \`AllProductsReadOnly\` stands for all of them.

${sections.join("\n\n")}
`;
}

function proof(dialect, query = {}) {
  if (dialect.type !== "numbered-pages") {
    return dialect.type === "ids-then-detail" ? "one document of ids; each detail read" : "one document";
  }
  const ordered = "order" in query || "order_by" in query;
  return ordered
    ? "pages, newest first, equal totals, no repeat"
    : "pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved";
}
