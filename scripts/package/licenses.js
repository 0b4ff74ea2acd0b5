import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The licence of the Node that runs this, which a single executable holds a copy of.
 *
 * @param {string | undefined} given a file that stands above the places where installations keep it
 * @returns {string | undefined} undefined where none is found.
 */
export function readNodeLicense(given) {
  const prefix = join(dirname(realpathSync(process.execPath)), "..");
  const places = given === undefined ? [join(prefix, "LICENSE"), join(prefix, "share/doc/nodejs/LICENSE")] : [given];
  const texts = places.filter((place) => existsSync(place)).map((place) => readFileSync(place, "utf8"));
  // What lies in a shared prefix may be the licence of something else.
  return texts.find((text) => text.startsWith("Node.js is licensed"));
}

/** The licences of everything in an executable that is not ours. */
export function thirdPartyLicenses(root, packages, nodeLicense) {
  const ofNode = nodeLicense === undefined ? [] : [section(`Node.js ${process.version}`, nodeLicense)];
  return [...ofNode, ...packages.map((folder) => licenseOf(join(root, folder)))].join("\n");
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  return section(`${name} ${version}: ${license}`, texts.join("\n") || "The package comes without a text.");
}

function section(title, text) {
  return `${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n\n${text.trim()}\n`;
}
