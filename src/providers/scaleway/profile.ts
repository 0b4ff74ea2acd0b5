import { join } from "node:path";
import { parse } from "yaml";
import type { ProfileReader } from "../../credentials/sources.ts";
import { isRecord } from "../../http/answer.ts";
import { InventoryError } from "../../inventory/errors.ts";

const keys: Readonly<Record<string, string>> = {
  access_key: "scw_access_key",
  secret_key: "scw_secret_key",
  default_project_id: "scw_project_id",
};

/**
 * `config.yaml` of Scaleway's command line: the top level, overlaid by the profile that `SCW_PROFILE` or `active_profile`
 * names. Its `api_url` is ignored aloud: where the API lives is the operator's to say.
 */
export const readScalewayProfile: ProfileReader = ({ home, environment, readText }) => {
  const folder = environment["XDG_CONFIG_HOME"] || join(home, ".config");
  const path = environment["SCW_CONFIG_PATH"] || join(folder, "scw", "config.yaml");
  const text = readText(path);
  if (text === undefined) return undefined;
  const document = parseYaml(text, path);
  if (document === null) return undefined;
  const asked = environment["SCW_PROFILE"] || document["active_profile"];
  // The vendor's tools call the top level "default".
  const name = asked === "default" ? undefined : asked;
  const profiles = isRecord(document["profiles"]) ? document["profiles"] : {};
  const chosen = typeof name === "string" ? profiles[name] : undefined;
  if (typeof name === "string" && !isRecord(chosen)) {
    throw new InventoryError("INVALID_CONFIG", `${path} has no profile of the name it or SCW_PROFILE asks for`);
  }
  const merged = { ...document, ...(isRecord(chosen) ? chosen : {}) };
  const values = Object.entries(keys).flatMap(([theirs, ours]) => {
    const value = merged[theirs];
    return typeof value === "string" ? [[ours, value] as const] : [];
  });
  const notices =
    "api_url" in merged ? [`${path}: api_url is ignored; CLOUD_INVENTORY_SCALEWAY_URL says where the API is`] : [];
  return { path, values: Object.fromEntries(values), notices };
};

/** The mapping of a file; null where the file is empty. */
function parseYaml(text: string, path: string): Readonly<Record<string, unknown>> | null {
  let document: unknown;
  try {
    // Not "silent": that would also swallow the errors, and half a file would pass for a whole one.
    document = parse(text, { logLevel: "error" });
  } catch {
    throw new InventoryError("INVALID_CONFIG", `${path} is not YAML`);
  }
  if (document === null || isRecord(document)) return document;
  throw new InventoryError("INVALID_CONFIG", `${path} is not a YAML mapping`);
}
