import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the documentation lies: it comes with the package. */
export const docsFolder = fileURLToPath(new URL("docs/", packageFolder()));

/** The nearest folder above with a `package.json`: how far up that is differs between a bundle and the modules that it is made of. */
function packageFolder(): URL {
  let folder = new URL("./", import.meta.url);
  while (!existsSync(new URL("package.json", folder)) && folder.pathname !== "/") folder = new URL("../", folder);
  return folder;
}

/** How to say which account is meant: the same for every verb that reads one. */
export const credentialsNote = `The first of these that holds a credential is used, whole; validate says which one it was.
  1. --config FILE: one flat JSON object of strings, whose keys \`cloud-inventory schema scaleway-config\` describes (or
     ovh-config, ovh-data-platform-config). A value may be env:NAME or file:PATH, so that FILE itself need hold no secret.
  2. The environment:
       Scaleway       SCW_ACCESS_KEY, SCW_SECRET_KEY, SCW_DEFAULT_PROJECT_ID
                      and SCW_DEFAULT_ORGANIZATION_ID to read the organization's other projects too
       OVHcloud       OVH_ENDPOINT (such as ovh-eu) with OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY,
                      or with OVH_CLIENT_ID and OVH_CLIENT_SECRET, or with OVH_ACCESS_TOKEN
       Data Platform  OVH_DATA_PLATFORM_SUBDOMAIN, OVH_DATA_PLATFORM_API_KEY, OVH_DATA_PLATFORM_SECRET_KEY
  3. The vendors' own files: Scaleway's config.yaml, OVHcloud's ovh.conf.
How to make a key, and with which rights: \`cloud-inventory rights\`, or ${pageOf("rights.md")}`;

/** Settings of whoever runs the tool, which no config can change. */
export const operatorNote = `CLOUD_INVENTORY_STATE_DIR, the folder in which runs remember what was read (off: none); CLOUD_INVENTORY_DEFAULTS,
a file of defaults; HTTPS_PROXY and NO_PROXY. All are in configuration.md.`;

/** What can be done about an answer that nobody here has seen. */
export const recordNote = `--record DIR writes the answers that were read: one file a route, with stand-ins for ids, names, addresses, tags and all
text of free form, and without secrets. \`cloud-inventory emulator --replay DIR\` serves it. What is worth sending: ${pageOf("unproven.md")}`;

/** The page of the documentation, as a path that can be opened. */
export function pageOf(name: string): string {
  return `${docsFolder}${name}`;
}
