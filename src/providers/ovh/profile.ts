import { join } from "node:path";
import { parse } from "ini";
import type { Profile, ProfileReader } from "../../credentials/sources.ts";
import { isRecord } from "../../http/answer.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { endpointNames } from "./endpoints.ts";

const keys = [
  "application_key",
  "application_secret",
  "consumer_key",
  "client_id",
  "client_secret",
  "access_token",
] as const;

type Values = Readonly<Record<string, string>>;

/** One file, and what its sections say that is no empty text. */
interface Conf {
  readonly path: string;
  readonly sections: readonly { readonly name: string; readonly values: Values }[];
}

/** Which endpoint is read, and who says so. */
interface Endpoint {
  readonly name: string;
  readonly saidBy: string;
}

const variable = "OVH_ENDPOINT";

/**
 * `ovh.conf`: INI files whose `[default]` section names the endpoint, and whose section of that name holds the keys. As OVHcloud's
 * clients do, `OVH_ENDPOINT` stands above every file and a nearer file above a farther one (ovh/go-ovh, ovh/configuration.go;
 * ovh/python-ovh, ovh/config.py); unlike there, the keys of one credential are not gathered from several files. A farther file
 * is not even opened where the nearer ones say all: the machine's may be its administrator's alone.
 */
export const readOvhProfile: ProfileReader = ({ home, environment, readText }) => {
  const asked = environment[variable]?.trim();
  const confs: Conf[] = [];
  let profile: Profile | undefined;
  for (const path of ["ovh.conf", join(home, ".ovh.conf"), "/etc/ovh.conf"]) {
    const text = readText(path);
    if (text === undefined) continue;
    confs.push({ path, sections: sectionsOf(text) });
    profile = profileOf(confs, asked);
    if (hasKeys(profile.values)) return profile;
  }
  return profile;
};

/** @throws InventoryError INVALID_CONFIG for an endpoint that is none. */
function profileOf(confs: readonly Conf[], asked: string | undefined): Profile {
  const path = confs[0]?.path ?? "";
  const said = defaultOf(confs);
  const chosen = asked ? { name: asked, saidBy: variable } : said;
  if (chosen === undefined) return { path, values: {}, ...withProblem(endpointMissing(confs)), notices: [] };
  const endpoint = { ...chosen, name: chosen.name.toLowerCase() };
  if (!endpointNames.some((name) => name === endpoint.name)) {
    const from = endpoint.saidBy === variable ? variable : `${endpoint.saidBy}: endpoint in [default]`;
    throw new InventoryError("INVALID_CONFIG", `${from} must be one of ${endpointNames.join(", ")}`);
  }
  const overruled = asked && said !== undefined && said.name.toLowerCase() !== endpoint.name;
  const notices = overruled
    ? [`${variable} is used; endpoint of ${said.saidBy}, which says something else, is not`]
    : [];
  for (const conf of confs) {
    const section = conf.sections.find(({ name, values }) => isNamed(name, endpoint.name) && hasKeys(values));
    if (section !== undefined) {
      const values = Object.fromEntries(Object.entries(section.values).filter(([key]) => isKey(key)));
      return { path: conf.path, values: { endpoint: endpoint.name, ...values }, notices };
    }
  }
  const own = { endpoint: endpoint.name };
  return { path, values: own, ...withProblem(sectionMissing(confs, endpoint)), notices };
}

function defaultOf(confs: readonly Conf[]): Endpoint | undefined {
  for (const { path, sections } of confs) {
    const name = sections.find((section) => isNamed(section.name, "default") && section.values["endpoint"])?.values[
      "endpoint"
    ];
    if (name !== undefined) return { name, saidBy: path };
  }
  return undefined;
}

function endpointMissing(confs: readonly Conf[]): string | undefined {
  const keyed = keyedSections(confs);
  if (keyed === undefined) return undefined;
  return `no endpoint is chosen: set ${variable}, or endpoint in the section [default]; there are keys in ${keyed}`;
}

function sectionMissing(confs: readonly Conf[], { name, saidBy }: Endpoint): string | undefined {
  const keyed = keyedSections(confs);
  if (keyed === undefined) return undefined;
  return `no keys are in a section [${name}], which ${saidBy} asks for; there are keys in ${keyed}`;
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

function withProblem(problem: string | undefined): Pick<Profile, "problem"> {
  return problem === undefined ? {} : { problem };
}

function sectionsOf(text: string): Conf["sections"] {
  // Some editors begin a file with a byte order mark.
  const entries = Object.entries(parse(text.replace(/^\ufeff/, "")));
  const sections = entries.map(([name, section]) => ({ name, values: valuesOf(section) }));
  // One that is spelled exactly as it should be comes before its like.
  return [...sections].sort((one, other) => Number(isCapital(one.name)) - Number(isCapital(other.name)));
}

/** The texts of a section. OVHcloud's client in Python takes keys in any case; the exact spelling comes first. */
function valuesOf(section: unknown): Values {
  const entries = Object.entries(isRecord(section) ? section : {}).flatMap(([key, value]) => {
    // A comment behind the closing quote keeps the parser from taking the quotes away.
    const text =
      typeof value === "string"
        ? value
            .trim()
            .replace(/^(["'])(.*)\1$/, "$2")
            .trim()
        : "";
    return text === "" ? [] : [[key, text] as const];
  });
  const lowered = entries.map(([key, value]) => [key.toLowerCase(), value] as const);
  return Object.fromEntries([...lowered, ...entries]);
}

function isNamed(section: string, name: string): boolean {
  return section.trim().toLowerCase() === name;
}

function isCapital(name: string): boolean {
  return name !== name.toLowerCase();
}

function isKey(key: string): boolean {
  return keys.some((one) => one === key);
}

function hasKeys(values: Values): boolean {
  return Object.keys(values).some(isKey);
}
