// One round of `npm run generate`: computes every derived file from the build and from vendor/, and writes what differs. With --check
// nothing is written, and a difference ends with exit status 1; so does a golden resource that nobody has accepted. The files are told
// on the standard output, what is wrong on the other.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { documentSchemas } from "../../dist/hosts/document-schemas.js";
import { connectors } from "../../dist/inventory/connectors.js";
import { families } from "../../dist/inventory/family.js";
import { coreKinds } from "../../dist/providers/core-kinds.js";
import { defaultExceptions } from "../../dist/providers/default-exceptions.js";
import { manifestOf } from "../../dist/providers/manifest.js";
import { regionPath, regionsPath } from "../../dist/providers/ovh/kind.js";
import { loadProvider, providerIds } from "../../dist/providers/registry.js";
import { coverageRules, coveredClasses, notJudged } from "../../dist/snapshots/coverage-rules.js";
import { withTotals } from "./changelog.js";
import { configForms } from "./config-forms.js";
import { coveragePage } from "./coverage-page.js";
import { servedKinds, servedSource } from "./emulator.js";
import { fieldsPage } from "./fields-page.js";
import { goldenFacts, neverSeenBy } from "./golden-facts.js";
import { goldenOf } from "./goldens.js";
import { familyPage } from "./kind-page.js";
import { kindsSource } from "./kinds.js";
import { kindsPage } from "./kinds-page.js";
import { namesSource } from "./names.js";
import { manifestSource, packageFactsSource } from "./package-sources.js";
import { productsIndex } from "./products-index.js";
import { recordingWords } from "./recording-words.js";
import { productsOf } from "./rows.js";
import { ovhActions, scalewayPlaces } from "./sources.js";
import { tableScriptSource } from "./table-script.js";
import { wizardPageSource } from "./wizard-page.js";

const root = new URL("../../", import.meta.url);
const isCheck = process.argv.includes("--check");
const accepts = process.argv.includes("--accept");
const definitions = await Promise.all(providerIds.map(loadProvider));
const products = Object.fromEntries(await Promise.all(providerIds.map(async (id) => [id, await productsOf(id)])));
const rowsOf = (id) => Object.values(products[id] ?? {}).flat();
const rows = providerIds.flatMap(rowsOf);
const regionsOf = Object.fromEntries(definitions.map(({ id, regions = [] }) => [id, regions]));
const packageFacts = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const manifest = manifestOf(definitions, packageFacts);
const vendors = ["ovhcloud", "scaleway"].map((name) =>
  JSON.parse(readFileSync(new URL(`vendor/${name}.json`, root), "utf8")),
);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const schemas = documentSchemas(definitions);
const goldens = rows.map((row) => ({ id: row.id, ...goldenOf(row, regionsOf[row.provider], accepts) }));
const accepted = Object.fromEntries(goldens.map(({ id, path, text }) => [id, acceptedIn(path, text)]));
const facts = goldenFacts(rows, accepted);
const documented = definitions.map(({ id, title, kinds }) => ({
  title,
  kinds: kinds.map((kind) => ({ ...kind, ...facts[kind.id], neverSeen: neverSeenBy(rowOf(id, kind)) })),
}));
const files = {
  ...Object.fromEntries(
    Object.entries(products).flatMap(([id, ofProvider]) =>
      Object.keys(ofProvider).length === 0
        ? []
        : [[`src/providers/${id}/products.gen.ts`, productsIndex(ofProvider, coreKinds)]],
    ),
  ),
  "src/providers/ovh/actions.gen.ts": ovhActions(rowsOf("ovh"), [regionsPath, regionPath]),
  "src/providers/scaleway/places.gen.ts": scalewayPlaces(rowsOf("scaleway")),
  "src/emulator/kinds.gen.ts": servedSource(servedKinds(rows)),
  "src/recording/vendor-words.gen.ts": recordingWords(vendors, servedKinds(rows)),
  "src/providers/kinds.gen.ts": kindsSource(definitions),
  "src/providers/names.gen.ts": namesSource(definitions, Object.keys(schemas)),
  ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`schemas/${name}.schema.json`, json(schema)])),
  "plugin.manifest.json": json(manifest),
  ...(await configForms(definitions)),
  "src/hosts/module/manifest.gen.ts": manifestSource(manifest),
  "src/hosts/package-facts.gen.ts": packageFactsSource(packageFacts),
  "src/snapshots/report/page/table-script.gen.ts": await tableScriptSource(),
  "src/hosts/wizard/page.gen.ts": await wizardPageSource(),
  "CHANGELOG.md": withTotals(readFileSync(new URL("CHANGELOG.md", root), "utf8"), definitions),
  "docs/kinds.md": kindsPage({ families, providers: documented, connectors, exceptions: defaultExceptions }),
  "docs/coverage.md": coveragePage({ rules: coverageRules, notJudged, coveredClasses, providers: documented }),
  "docs/fields.md": fieldsPage(schemas),
  ...Object.fromEntries(
    Object.entries(families)
      .filter(([family]) => documented.some(({ kinds }) => kinds.some((kind) => kind.family === family)))
      .map(([family, what]) => [`docs/kinds/${family}.md`, familyPage(family, what, documented)]),
  ),
  ...Object.fromEntries(providerIds.map((id) => [`src/bin/${id}-inventory.ts`, executable(id)])),
  "package.json": json({ ...packageFacts, bin: { ...packageFacts.bin, ...executables(providerIds) } }),
  ...Object.fromEntries(goldens.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]]))),
};

let failed = false;
for (const [path, text] of Object.entries(files)) {
  const file = new URL(path, root);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (isCheck) failed = true;
  else {
    mkdirSync(new URL("./", file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(path);
}
for (const { path, faults = [] } of goldens.filter((golden) => golden.faults)) {
  failed = true;
  console.error(`${path}: ${faults.join("; ")}`);
}
for (const { id, byDefault, connectors: takers = [] } of rows) {
  if (!byDefault || takers.length > 0 || id in defaultExceptions) continue;
  failed = true;
  console.error(
    `${id} is read by default and names no connector: name one, or the reason in src/providers/default-exceptions.ts`,
  );
}
if (failed) process.exitCode = 1;

/** The golden as it will stand in its file; undefined where there is none yet. */
function acceptedIn(path, text) {
  const file = new URL(path, root);
  if (text === undefined && !existsSync(file)) return undefined;
  return JSON.parse(text ?? readFileSync(file, "utf8"));
}

/** The row of a kind, where the products' index is not older than the row. */
function rowOf(provider, kind) {
  return rowsOf(provider).find(({ id }) => id === kind.id) ?? { ...kind, list: { calls: [] } };
}

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
