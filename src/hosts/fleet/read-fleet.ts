import { type Dirent, realpathSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { unknownChoice } from "../../config/nearest.ts";
import { isReference } from "../../credentials/config-file.ts";
import { isRecord } from "../../http/answer.ts";
import { asInventoryError, systemCode } from "../../inventory/errors.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { usage } from "../cli/arguments.ts";
import { type FleetEntry, isName, readEntry } from "./entry.ts";
import { entriesOfCsv, fleetValue, largestListMebibytes, readFleetText } from "./fleet-text.ts";

/** What a fleet is made of. */
export interface Fleet {
  readonly entries: readonly FleetEntry[];
  /** Entries that cannot be run, each with the reason. */
  readonly refused: readonly RefusedEntry[];
  /** What is in the folder and is no config by its name. */
  readonly ignored: readonly string[];
}

/** An entry that cannot be run. */
export interface RefusedEntry {
  /** What it calls itself, as far as that is known. */
  readonly name?: string;
  readonly customer?: string;
  readonly where: string;
  /** What is wrong and how to mend it, in one sentence. */
  readonly reason: string;
}

type Written = Readonly<Record<string, unknown>>;

/** Something that may be an entry, and where it stands. */
interface Candidate {
  readonly where: string;
  /** The file that it stands in. */
  readonly path: string;
  /** Whether the file of its config has to be in the same folder: whoever writes there need not be trusted with others. */
  readonly staysInFolder: boolean;
  /** Reads it, or throws why it cannot be read. */
  readonly read: () => Written;
  /** What it is called where it does not say so. Its customer, where it is said here, cannot be another. */
  readonly named?: { readonly name?: string; readonly customer?: string };
}

const extensions = [".json", ".yaml", ".yml"];

/**
 * Reads a fleet: a folder of configs, in which a folder is a customer; or one list, as YAML, JSON or CSV. What is wrong with one entry
 * is kept beside the others.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be read at all, or holds nothing.
 */
export async function readFleet(path: string): Promise<Fleet> {
  const found = await stat(path).catch((thrown: unknown) => {
    throw usage(`${path} cannot be read (${systemCode(thrown)})`);
  });
  const { candidates, ignored } = found.isDirectory()
    ? await inFolder(path)
    : { candidates: inList(path), ignored: [] };
  if (candidates.length === 0) {
    const why = found.isDirectory() ? `; its configs have to end in ${extensions.join(", ")}` : "";
    throw usage(`${path} holds no inventory${why}`);
  }
  const definitions = await Promise.all(providerIds.map(loadProvider));
  const entries: FleetEntry[] = [];
  const refused: RefusedEntry[] = [];
  const taken = new Map<string, string>();
  for (const candidate of candidates) {
    const told: { name?: string; customer?: string } = { ...candidate.named };
    try {
      const entry = entryOf(candidate, definitions, told);
      const before = taken.get(keyOf(entry));
      if (before !== undefined) throw usage(`has the name of the one in ${before}; give each of a customer its own`);
      taken.set(keyOf(entry), entry.where);
      entries.push(entry);
    } catch (thrown) {
      refused.push({ ...told, where: candidate.where, reason: asInventoryError(thrown).message });
    }
  }
  return { entries, refused, ignored };
}

/** No file system may take two of them for one. */
function keyOf({ customer, name }: FleetEntry): string {
  return `${customer}/${name}`.toLowerCase();
}

function entryOf(
  candidate: Candidate,
  definitions: readonly ProviderDefinition[],
  told: { name?: string; customer?: string },
): FleetEntry {
  const { where, path, named = {} } = candidate;
  const written = candidate.read();
  const { config: given, ...fields }: Written = { ...named, ...written };
  for (const field of ["name", "customer"] as const) {
    const value = fields[field];
    if (isName(value)) told[field] = value;
  }
  if (named.customer !== undefined && fields["customer"] !== named.customer) {
    throw usage(`customer has to be ${named.customer}, as its folder is called, or left out`);
  }
  const { inventory, ...entry } = readEntry(fields);
  const file = typeof given === "string" && given !== "" ? fileOf(given, candidate) : undefined;
  const config = configOf(file === undefined ? given : fileValue(file));
  const definition = definitionOf(inventory, config, definitions);
  const notices = noticesOf(file ?? path, config, definition);
  return { ...entry, inventory: definition.id, config, where, notices };
}

function fileOf(given: string, { path, staysInFolder }: Candidate): string {
  const folder = dirname(path);
  const file = resolve(folder, given);
  const isInside = (): boolean => realFile(file).startsWith(`${realpathSync(folder)}${sep}`);
  if (staysInFolder && !isInside()) throw usage("config has to be a file in the folder of its entry");
  return file;
}

function realFile(path: string): string {
  try {
    return realpathSync(path);
  } catch (thrown) {
    throw usage(`${path} cannot be read (${systemCode(thrown)})`);
  }
}

function configOf(config: unknown): Readonly<Record<string, string>> {
  if (!isRecord(config) || Object.keys(config).length === 0) {
    throw usage("config is missing: the keys of the provider, or the path of a file that holds them");
  }
  if (isRecord(config["config"])) throw usage("config names a file that is an entry of its own; a config is meant");
  const values = Object.entries(config).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (value === "" || value === null) return [];
    // Some keys take several values, which a config writes with commas.
    const text = Array.isArray(value) && value.every((one) => typeof one === "string") ? value.join(",") : value;
    if (typeof text !== "string") throw usage(`config.${key.slice(0, 60)} has to be a text`);
    return [[key, text]];
  });
  return Object.fromEntries(values);
}

function definitionOf(
  named: string | undefined,
  config: Readonly<Record<string, string>>,
  definitions: readonly ProviderDefinition[],
): ProviderDefinition {
  const ids = definitions.map(({ id }) => id);
  if (named !== undefined) {
    const definition = definitions.find(({ id }) => id === named);
    if (definition === undefined) throw usage(unknownChoice("inventory", named, ids));
    return definition;
  }
  const keys = Object.keys(config);
  const ofCredential = definitions.filter(({ sources }) => sources.families.flat().some((key) => keys.includes(key)));
  // Two providers may call a key the same: the config is of the one that knows most of them.
  const knownTo = ({ configKeys }: ProviderDefinition): number => keys.filter((key) => configKeys.includes(key)).length;
  const [owner] = ofCredential.toSorted((one, other) => knownTo(other) - knownTo(one));
  if (owner === undefined) throw usage(`config holds no credential of a known inventory (${ids.join(", ")})`);
  return owner;
}

/** A file that others can read should point to secrets, and not hold them. */
function noticesOf(
  path: string,
  config: Readonly<Record<string, string>>,
  { secretKeys }: ProviderDefinition,
): readonly string[] {
  const holdsSecrets = secretKeys.some((key) => config[key] !== undefined && !isReference(config[key]));
  const isOpen = process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0;
  return holdsSecrets && isOpen ? [`${path} holds secrets and can be read by others; chmod 600 closes it`] : [];
}

async function inFolder(path: string): Promise<{ candidates: readonly Candidate[]; ignored: readonly string[] }> {
  const candidates: Candidate[] = [];
  const ignored: string[] = [];
  const look = async (folder: string, customer: string | undefined): Promise<void> => {
    for (const file of await filesOf(folder)) {
      // Editors and mounted secrets keep what is theirs behind a dot.
      if (file.name.startsWith(".")) continue;
      const where = join(folder, file.name);
      const isFolder = file.isDirectory() || (file.isSymbolicLink() && (await mayBeFolder(where)));
      if (isFolder && customer === undefined) await look(where, file.name).catch(refuse(where, file.name));
      else if (isFolder || !extensions.includes(extname(file.name).toLowerCase())) ignored.push(where);
      else {
        const named = namedBy(file.name, customer);
        candidates.push({ where, path: where, staysInFolder: true, read: () => entryIn(where), named });
      }
    }
  };
  /** A customer's folder that cannot be read is an entry that cannot be: the others run. */
  const refuse = (where: string, customer: string) => (thrown: unknown) => {
    const read = (): never => {
      throw thrown;
    };
    candidates.push({ where, path: where, staysInFolder: true, read, named: { customer } });
  };
  await look(path, undefined);
  return { candidates, ignored };
}

/** A config as `init` and the wizard write it, or an entry that says more. */
function entryIn(path: string): Written {
  const value = fileValue(path);
  if (!isRecord(value)) {
    throw usage("is no object of keys and values; a list of inventories is named by itself, not in a folder");
  }
  return "config" in value ? value : { config: value };
}

function fileValue(path: string): unknown {
  return fleetValue(readFleetText(path), path);
}

function namedBy(file: string, customer: string | undefined) {
  const name = basename(file, extname(file));
  return customer === undefined ? { name } : { name, customer };
}

function inList(path: string): readonly Candidate[] {
  const text = readFleetText(path, largestListMebibytes);
  const listed = { path, staysInFolder: false };
  if (extname(path).toLowerCase() === ".csv") return entriesOfCsv(text, path).map((row) => ({ ...row, ...listed }));
  const value = fleetValue(text, path);
  const list = isRecord(value) && "inventories" in value ? value["inventories"] : value;
  const all = Array.isArray(list) ? list : [list];
  return all.map((entry: unknown, index) => ({
    ...listed,
    where: `${path}, entry ${index + 1}`,
    read() {
      if (isRecord(entry)) return entry;
      throw usage("is no object; an entry has a name and a config");
    },
  }));
}

async function filesOf(folder: string): Promise<readonly Dirent[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    throw usage(`${folder} cannot be read (${systemCode(thrown)})`);
  });
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether a link leads to a folder. One that leads nowhere now, as to what is not mounted, may do so unless it is called like a config. */
async function mayBeFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? !extensions.includes(extname(path).toLowerCase()) : found.isDirectory();
}
