import { join } from "node:path";
import { parse } from "yaml";
import type { ProfileReader, ProfileSurroundings } from "../../credentials/sources.ts";
import { isRecord } from "../../http/answer.ts";
import { InventoryError } from "../../inventory/errors.ts";

const keys: Readonly<Record<string, string>> = {
  access_key: "scw_access_key",
  secret_key: "scw_secret_key",
  default_project_id: "scw_project_id",
  default_organization_id: "scw_organization_id",
};

/** Our keys in the words of the vendor's file. */
export const profileNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(keys).map(([theirs, ours]) => [ours, theirs]),
);

type Mapping = Readonly<Record<string, unknown>>;
type Surroundings = ProfileSurroundings;

/** The variable that chooses a profile, above `active_profile`. */
export const profileVariable = "SCW_PROFILE";
const pathVariable = "SCW_CONFIG_PATH";

/** The vendor's name for the top level. */
const topLevel = "default";

/**
 * `config.yaml` of Scaleway's command line: the top level, overlaid by the profile that `SCW_PROFILE` or `active_profile`
 * names (scaleway/scaleway-sdk-go, scw/config.go, GetActiveProfile and MergeProfiles). Its `api_url` is ignored aloud: where the
 * API lives is the operator's to say. Its `default_region` and `default_zone` say where the vendor's tools make things, which
 * narrows no inventory.
 */
export const readScalewayProfile: ProfileReader = (surroundings) => {
  const { environment } = surroundings;
  const asked = environment[profileVariable]?.trim() || undefined;
  const file = findFile(surroundings);
  if (file === undefined) {
    if (asked === undefined || asked === topLevel) return undefined;
    throw new InventoryError(
      "INVALID_CONFIG",
      `${profileVariable} names a profile, and there is no config.yaml of Scaleway's`,
    );
  }
  const { path } = file;
  const document = parseYaml(file.text, path) ?? {};
  const active = asked ?? textOf(document, "active_profile", path);
  const profiles = isRecord(document["profiles"]) ? document["profiles"] : {};
  const chosen = active === undefined || active === topLevel ? {} : profileOf(profiles, active);
  if (chosen === undefined) {
    throw new InventoryError("INVALID_CONFIG", `${path} has no profile of the name it or ${profileVariable} asks for`);
  }
  const values = Object.entries(keys).flatMap(([theirs, ours]) => {
    const value = textOf(chosen, theirs, path) ?? textOf(document, theirs, path);
    return value === undefined ? [] : [[ours, value] as const];
  });
  const notices = noticesOf({ ...document, ...chosen }, path);
  const isShadowed = active === topLevel && Object.hasOwn(profiles, topLevel);
  const shadowed = `${path}: the profile "default" is not used: Scaleway's tools call the top level so`;
  return { path, values: Object.fromEntries(values), notices: [...notices, ...(isShadowed ? [shadowed] : [])] };
};

/** @throws InventoryError INVALID_CONFIG for a path that was given and leads nowhere. */
function findFile({ home, environment, readText }: Surroundings): { path: string; text: string } | undefined {
  const given = environment[pathVariable]?.trim();
  const folder = join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "scw");
  for (const path of given ? [given] : [join(folder, "config.yaml"), join(folder, "config.yml")]) {
    const text = readText(path);
    if (text !== undefined) return { path, text };
  }
  if (!given) return undefined;
  throw new InventoryError("INVALID_CONFIG", `${pathVariable} names a file that is not there`);
}

function profileOf(profiles: Mapping, name: string): Mapping | undefined {
  // Not `in`: every object seems to have a profile of the name "constructor".
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  return isRecord(profile) ? profile : undefined;
}

function noticesOf(merged: Mapping, path: string): readonly string[] {
  return "api_url" in merged ? [`${path}: api_url is ignored; CLOUD_INVENTORY_SCALEWAY_URL says where the API is`] : [];
}

/**
 * The text of a key; undefined where it is empty, as a template's keys are.
 *
 * @throws InventoryError INVALID_CONFIG naming the key, for a list or a mapping.
 */
function textOf(mapping: Mapping, key: string, path: string): string | undefined {
  const value = mapping[key] ?? "";
  if (typeof value === "string") return value.trim() || undefined;
  throw new InventoryError("INVALID_CONFIG", `${path}: ${key} must be a text`);
}

/**
 * The mapping of a file; null where the file is empty. Every scalar is the text that stands there, as the vendor's reader takes it
 * where it wants a text (gopkg.in/yaml.v2): a profile may be called 2024, true or 1e3.
 */
function parseYaml(text: string, path: string): Mapping | null {
  let document: unknown;
  try {
    // Not "silent": that would also swallow the errors, and half a file would pass for a whole one.
    document = parse(text, { logLevel: "error", schema: "failsafe", customTags: ["null", "merge"] });
  } catch {
    throw new InventoryError("INVALID_CONFIG", `${path} is not YAML`);
  }
  if (document === null || isRecord(document)) return document;
  throw new InventoryError("INVALID_CONFIG", `${path} is not a YAML mapping`);
}
