import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { allKindNames } from "../../dist/providers/kind-names.js";
import { manifestOf } from "../../dist/providers/manifest.js";
import { loadProvider, providerIds } from "../../dist/providers/registry.js";
import { bundle } from "./bundle.js";
import { thirdPartyLicenses } from "./licenses.js";
import { files, manifestText } from "./manifest.js";
import { readmeText } from "./readme.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { name: ourName, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Every inventory of the registry, with its entry of the manifest, our version, and the schema of its config. */
export async function readInventories() {
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const { inventories } = manifestOf(definitions, { name: ourName, version });
  return inventories.map((inventory, index) => ({ inventory, version, schema: definitions[index].configSchema }));
}

/**
 * Writes one package into a folder that does not exist yet.
 *
 * @param {string} folder
 * @param {{name: string, inventory: object, schema: object}} plan
 * @param {import("./executable.js").Form} form
 * @returns {Promise<string>} where its program is.
 * @throws {InventoryError} INTERNAL
 */
export async function writePackage(folder, { name, inventory, schema }, { extension, write, nodeLicense, needs }) {
  const { script, packages } = await bundleOf(inventory);
  const executable = `${inventory.id}-inventory${extension}`;
  const texts = {
    [files.manifest]: manifestText({ name, inventory, executable, license }),
    [files.schema]: `${JSON.stringify(schema, null, 2)}\n`,
    [files.readme]: readmeText({ name, inventory, schema, needs, npmPackage: ourName }),
    [files.thirdPartyLicenses]: thirdPartyLicenses(root, packages, nodeLicense),
  };
  for (const page of files.docs) texts[page] = withoutOutsideLinks(page, readFileSync(join(root, page), "utf8"));
  for (const subfolder of ["assets", "docs/kinds"]) mkdirSync(join(folder, subfolder), { recursive: true });
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  copyFileSync(join(root, "LICENSE"), join(folder, files.license));
  copyFileSync(join(root, "scripts/package/icon.svg"), join(folder, files.icon));
  await write(script, join(folder, executable));
  return join(folder, executable);
}

/** A page's links to what is not in the package become their own words. */
function withoutOutsideLinks(page, text) {
  const isInside = (path) => files.docs.includes(posix.join(posix.dirname(page), path));
  return text.replaceAll(/\[([^\]]+)\]\((?!https?:|#)([^)#]+)[^)]*\)/g, (link, words, path) =>
    isInside(path) ? link : words,
  );
}

/** Without the other clouds' SDKs: the registry loads a provider when it is asked for, and this program asks for one. */
async function bundleOf({ id, executable }) {
  const others = providerIds.filter((other) => other !== id);
  return bundle({
    root,
    entry: executable,
    absent: others.map((other) => `./dist/providers/${other}/*`),
    inlined: [
      {
        module: "providers/kind-names",
        name: "allKindNames",
        code: `async () => ${JSON.stringify(await allKindNames())}`,
      },
    ],
  });
}
