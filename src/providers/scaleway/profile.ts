import { join } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type KeyPlace, placeName } from "../../credentials/key-place.ts";
import { nearKey } from "../../credentials/near-key.ts";
import type { ProfileReader, ProfileSurroundings } from "../../credentials/sources.ts";
import { placeWords } from "../../credentials/text-place.ts";
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
  const { document, placesIn } = parseYaml(file.text, path);
  const active = asked ?? textOf(document, "active_profile", path);
  const profiles = isRecord(document["profiles"]) ? document["profiles"] : {};
  const isNamed = active !== undefined && active !== topLevel;
  const chosen = isNamed ? profileOf(profiles, active) : {};
  if (chosen === undefined) {
    throw new InventoryError("INVALID_CONFIG", `${path} has no profile of the name it or ${profileVariable} asks for`);
  }
  const values = Object.entries(keys).flatMap(([theirs, ours]) => {
    const value = textOf(chosen, theirs, path) ?? textOf(document, theirs, path);
    return value === undefined ? [] : [[ours, value] as const];
  });
  // A place that can be read stands above one that cannot, and the profile's above the top level's.
  const ordered = [...placesIn([]), ...(isNamed ? placesIn(["profiles", active]) : [])].sort(
    (one, other) => Number(one.fault === undefined) - Number(other.fault === undefined),
  );
  const places = Object.fromEntries(ordered.map((place) => [keys[place.key], place]));
  const notices = noticesOf({ ...document, ...chosen }, path);
  const isShadowed = active === topLevel && Object.hasOwn(profiles, topLevel);
  const shadowed = `${path}: the profile "default" is not used: Scaleway's tools call the top level so`;
  const isLacking = !values.some(([ours]) => ours === "scw_access_key" || ours === "scw_secret_key");
  const lacks = lacksOf(path, ordered, isNamed ? 0 : Object.values(profiles).filter(hasKeys).length);
  return {
    path,
    values: Object.fromEntries(values),
    places,
    ...(isLacking ? { lacks } : {}),
    notices: [...notices, ...(isShadowed ? [shadowed] : [])],
  };
};

/** What is there in place of keys. */
function lacksOf(path: string, places: readonly KeyPlace[], unchosen: number): string {
  const faulty = places.filter(({ fault }) => fault !== undefined).map(placeName);
  const profiles = unchosen === 1 ? "one profile does" : `${unchosen} profiles do`;
  const choose = `${profiles}; ${profileVariable} or active_profile chooses one`;
  const reasons = [...faulty, ...(unchosen === 0 ? [] : [choose])];
  return `${path} holds no keys${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}`;
}

function hasKeys(profile: unknown): boolean {
  return (
    isRecord(profile) &&
    [profile["access_key"], profile["secret_key"]].some((key) => key !== null && key !== "" && key !== undefined)
  );
}

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

/** The mapping of a file, and where the keys of one of its mappings stand. */
interface ParsedYaml {
  readonly document: Mapping;
  placesIn(path: readonly string[]): readonly KeyPlace[];
}

/**
 * The mapping of a file; an empty one where the file is empty. Every scalar is the text that stands there, as the vendor's reader
 * takes it where it wants a text (gopkg.in/yaml.v2): a profile may be called 2024, true or 1e3.
 *
 * @throws InventoryError INVALID_CONFIG with the first place where it is none. The parser's text is not repeated: it quotes the file.
 */
function parseYaml(text: string, path: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const options = { schema: "failsafe", customTags: ["null", "merge"], lineCounter } as const;
  const parsed = parseDocument(text, { ...options, customTags: [...options.customTags] });
  const [error] = parsed.errors;
  if (error !== undefined) {
    const { line, col: column } = lineCounter.linePos(error.pos[0]);
    throw new InventoryError("INVALID_CONFIG", `${path} is not YAML at ${placeWords({ line, column })}`);
  }
  const document = plainOf(parsed, path);
  if (document !== null && !isRecord(document)) {
    throw new InventoryError("INVALID_CONFIG", `${path} is not a YAML mapping`);
  }
  return {
    document: document ?? {},
    placesIn(names) {
      const mapping = parsed.getIn(names);
      if (!isMap(mapping)) return [];
      return mapping.items.flatMap(({ key: name, value }) => {
        if (!isScalar(name) || !name.range) return [];
        const { line } = lineCounter.linePos(name.range[0]);
        const isEmpty =
          value === null || (isScalar(value) && (value.value === null || String(value.value).trim() === ""));
        return placeOf(String(name.value), line, isEmpty);
      });
    },
  };
}

function placeOf(written: string, line: number, isEmpty: boolean): readonly KeyPlace[] {
  if (Object.hasOwn(keys, written)) return [isEmpty ? { key: written, line, fault: "empty" } : { key: written, line }];
  const key = nearKey(written, Object.keys(keys));
  return key === undefined ? [] : [{ key, line, fault: { written } }];
}

function plainOf(parsed: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return parsed.toJS();
  } catch {
    // Aliases that multiply beyond measure.
    throw new InventoryError("INVALID_CONFIG", `${path} is not YAML`);
  }
}
