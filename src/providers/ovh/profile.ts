import { join } from "node:path";
import { type IniSection, readIni } from "../../credentials/ini-file.ts";
import { type KeyPlace, placeName } from "../../credentials/key-place.ts";
import { nearKey } from "../../credentials/near-key.ts";
import type { Profile, ProfileReader } from "../../credentials/sources.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { defaultEndpoint, endpointAt, endpointNames } from "./endpoints.ts";
import { credentialKeys } from "./key-checks.ts";

/** A section, and what it says that is no empty text. */
interface Section {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, KeyPlace>>;
}

interface Conf {
  readonly path: string;
  readonly sections: readonly Section[];
  /** Lines that say nothing. */
  readonly unread: readonly number[];
}

/** Which endpoint is read, and who says so. */
interface Endpoint {
  readonly name: string;
  readonly saidBy: string;
  /** Where a file says so. */
  readonly line?: number | undefined;
}

const variable = "OVH_ENDPOINT";

/**
 * `ovh.conf`: INI files whose `[default]` section names the endpoint, and whose section of that name holds the keys. As OVHcloud's
 * clients do, `OVH_ENDPOINT` stands above every file and a nearer file above a farther one (ovh/go-ovh, ovh/configuration.go;
 * ovh/python-ovh, ovh/config.py; the client for Node reads no file); unlike there, the keys of one credential are not gathered from
 * several files. A farther file is not even opened where the nearer ones say all: the machine's may be its administrator's alone.
 * Where no file names an endpoint, it is `ovh-eu` (ovh/go-ovh, ovh/configuration.go, loadConfig; the client in Python refuses that).
 */
export const readOvhProfile: ProfileReader = ({ home, environment, readText }) => {
  const asked = environment[variable]?.trim();
  const confs: Conf[] = [];
  let profile: Profile | undefined;
  for (const path of ["ovh.conf", join(home, ".ovh.conf"), "/etc/ovh.conf"]) {
    const text = readText(path);
    if (text === undefined) continue;
    confs.push(confOf(path, text));
    profile = profileOf(confs, asked);
    if (hasKeys(profile.values)) return profile;
  }
  return profile && (byDefault(confs, asked) ?? profile);
};

/** @throws InventoryError INVALID_CONFIG for an endpoint that is none. */
function profileOf(confs: readonly Conf[], asked: string | undefined): Profile {
  const path = confs[0]?.path ?? "";
  const said = defaultOf(confs);
  const chosen = asked ? { name: asked, saidBy: variable } : said;
  if (chosen === undefined) return { path, values: {}, ...whyNoKeys(confs, endpointMissing), notices: [] };
  const endpoint = { ...chosen, name: chosen.name.toLowerCase() };
  if (!endpointNames.some((name) => name === endpoint.name)) throw notAnEndpoint(endpoint);
  const overruled = asked && said !== undefined && said.name.toLowerCase() !== endpoint.name;
  const notices = overruled
    ? [`${variable} is used; endpoint of ${said.saidBy}, which says something else, is not`]
    : [];
  const keyed = keysFor(confs, endpoint.name);
  if (keyed !== undefined) return { ...keyed, values: { endpoint: endpoint.name, ...keyed.values }, notices };
  const why = whyNoKeys(confs, (keyed) => sectionMissing(endpoint, keyed));
  return { path, values: { endpoint: endpoint.name }, ...why, notices };
}

/**
 * The keys for the endpoint that a config takes where none is named; undefined where one is, be it in the wrong place or misspelt.
 * It is not among the values, since no file says it.
 */
function byDefault(confs: readonly Conf[], asked: string | undefined): Profile | undefined {
  const sections = confs.flatMap((conf) => conf.sections);
  const isNamedAnywhere = sections.some(({ places: { endpoint } }) => endpoint && endpoint.fault !== "empty");
  const found = asked || isNamedAnywhere ? undefined : keysFor(confs, defaultEndpoint);
  if (found === undefined) return undefined;
  const isChoice = sections.some(({ name, values }) => !isNamed(name, defaultEndpoint) && hasKeys(values));
  const choice = `no endpoint is chosen, so ${defaultEndpoint} is read; there are keys in ${keyedSections(confs)}`;
  return { ...found, notices: isChoice ? [choice] : [] };
}

/** The keys that the nearest file holds in the section of an endpoint. */
function keysFor(confs: readonly Conf[], endpoint: string): Pick<Profile, "path" | "values" | "places"> | undefined {
  for (const { path, sections } of confs) {
    const section = sections.find(({ name, values }) => isNamed(name, endpoint) && hasKeys(values));
    if (section !== undefined) {
      const values = Object.fromEntries(Object.entries(section.values).filter(([key]) => credentialKeys.includes(key)));
      const places = Object.fromEntries(Object.entries(section.places).filter(([key]) => credentialKeys.includes(key)));
      return { path, values, places };
    }
  }
  return undefined;
}

function defaultOf(confs: readonly Conf[]): Endpoint | undefined {
  for (const { path, sections } of confs) {
    const section = sections.find(({ name, values }) => isNamed(name, "default") && values["endpoint"]);
    const name = section?.values["endpoint"];
    if (name !== undefined) return { name, saidBy: path, line: section?.places["endpoint"]?.line };
  }
  return undefined;
}

function notAnEndpoint({ name, saidBy, line }: Endpoint): InventoryError {
  const from = line === undefined ? saidBy : `${saidBy}: endpoint in [default] (line ${line})`;
  return new InventoryError("INVALID_CONFIG", `${from} must be one of ${endpointNames.join(", ")}${whatItSays(name)}`);
}

/** The value is repeated only where it is certain to be no secret: anything may have been pasted there. */
function whatItSays(endpoint: string): string {
  const meant = endpointAt(endpoint);
  if (meant !== undefined) {
    return `; it says ${endpoint}, which is ${meant}: write that, and name the section with its keys [${meant}]`;
  }
  return /^[a-z]{2,10}-[a-z]{2,6}$/.test(endpoint) ? `; it says ${endpoint}` : "";
}

function endpointMissing(keyed: string): string {
  return `no endpoint is chosen: set ${variable}, or endpoint in the section [default]; there are keys in ${keyed}`;
}

function sectionMissing({ name, saidBy }: Endpoint, keyed: string): string {
  return `no keys are in a section [${name}], which ${saidBy} asks for; there are keys in ${keyed}`;
}

/** A problem where keys are in a section that nothing chose; else what was read in place of keys. */
function whyNoKeys(confs: readonly Conf[], problemOf: (keyed: string) => string): Pick<Profile, "problem" | "lacks"> {
  const keyed = keyedSections(confs);
  if (keyed !== undefined) return { problem: problemOf(keyed) };
  return { lacks: confs.map(lacksOf).join("; ") };
}

/** Where keys are, for people; a name that is no endpoint stays unsaid, since anything may have been pasted there. */
function keyedSections(confs: readonly Conf[]): string | undefined {
  const places = confs.flatMap(({ path, sections }) => {
    const names = sections.filter(({ values }) => hasKeys(values)).map(({ name }) => name);
    const known = names.filter((name) => ["default", ...endpointNames].some((one) => isNamed(name, one)));
    const said = [...known.map((name) => `[${name}]`), ...(known.length < names.length ? ["another section"] : [])];
    return said.length === 0 ? [] : [`${said.join(", ")} of ${path}`];
  });
  return places.length === 0 ? undefined : places.join(" and ");
}

function lacksOf({ path, sections, unread }: Conf): string {
  const faulty = sections.flatMap(({ places }) => Object.values(places)).filter(({ fault }) => fault !== undefined);
  const [line] = unread;
  const reasons = [
    ...faulty.map(placeName),
    ...(line === undefined ? [] : [`line ${line} is neither a section nor a key with a value`]),
  ];
  return `${path} holds no keys${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}`;
}

function confOf(path: string, text: string): Conf {
  const { sections, unread } = readIni(text);
  // One that is spelled exactly as it should be comes before its like.
  const exactFirst = [...sections].sort((one, other) => Number(isCapital(one.name)) - Number(isCapital(other.name)));
  return { path, sections: exactFirst.map(sectionOf), unread };
}

/** OVHcloud's client in Python takes keys in any case; the exact spelling comes first. */
function sectionOf({ name, entries }: IniSection): Section {
  const known = ["endpoint", ...credentialKeys];
  const near = entries.flatMap(({ key: written, line }): KeyPlace[] => {
    const key = known.includes(written.toLowerCase()) ? undefined : nearKey(written, known);
    return key === undefined ? [] : [{ key, line, fault: { written } }];
  });
  const exactLast = [...entries].sort((one, other) => Number(isCapital(other.key)) - Number(isCapital(one.key)));
  const read = exactLast.map((entry) => ({ ...entry, key: entry.key.toLowerCase() }));
  const own = read.filter(({ key }) => known.includes(key));
  const given = own.filter(({ value }) => value !== "");
  const places = [
    ...near,
    ...own.filter(({ value }) => value === "").map(({ key, line }): KeyPlace => ({ key, line, fault: "empty" })),
    ...given.map(({ key, line }): KeyPlace => ({ key, line })),
  ];
  return {
    name,
    values: Object.fromEntries(given.map(({ key, value }) => [key, value])),
    places: Object.fromEntries(places.map((place) => [place.key, place])),
  };
}

function isNamed(section: string, name: string): boolean {
  return section.toLowerCase() === name;
}

function isCapital(name: string): boolean {
  return name !== name.toLowerCase();
}

function hasKeys(values: Section["values"]): boolean {
  return Object.keys(values).some((key) => credentialKeys.includes(key));
}
