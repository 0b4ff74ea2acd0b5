import { readdirSync } from "node:fs";
import { stringify } from "yaml";

const familyPages = readdirSync(new URL("../../docs/kinds/", import.meta.url)).sort();

/** The version of the control plane's plugin API (PlakarKorp/pkg, manager.go). */
export const apiVersion = "v1.1.0";

/** Where everything lies in a package. */
export const files = {
  manifest: "manifest.yaml",
  schema: "config.schema.json",
  readme: "README.md",
  license: "LICENSE",
  thirdPartyLicenses: "THIRD-PARTY-LICENSES",
  icon: "assets/icon.svg",
  // What a refusal's message points to, and what that points to in its turn.
  docs: [
    "preflight",
    "configuration",
    "unproven",
    "rights",
    "plakar",
    "outcomes",
    "kinds",
    "not-covered",
    "ovh-data-platform",
    "command-line",
  ]
    .map((page) => `docs/${page}.md`)
    .concat(familyPages.map((page) => `docs/kinds/${page}`)),
};

/**
 * `manifest.yaml` of one inventory. Its keys are all that the control plane's validator knows, and it refuses others
 * (PlakarKorp/pkg, manifest.go). An inventory without protocols is never registered, and only what is listed is packed.
 */
export function manifestText({ name, inventory, executable, license }) {
  return stringify({
    name,
    display_name: `${inventory.title} inventory`,
    description: `What an account at ${inventory.title} owns: every resource, or a named reason why not.`,
    license,
    tags: ["inventory", inventory.id],
    api_version: apiVersion,
    connectors: [
      {
        type: "inventory",
        protocols: inventory.protocols,
        executable,
        validator: files.schema,
        extra_files: [files.readme, files.license, files.thirdPartyLicenses, files.icon, ...files.docs],
      },
    ],
  });
}
