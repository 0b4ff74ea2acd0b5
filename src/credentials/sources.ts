import { homedir } from "node:os";
import { InventoryError, systemCode } from "../inventory/errors.ts";
import { type ConfigFile, resolveReferences, warningsOf } from "./config-file.ts";
import { type CappedFile, readCapped, tooLarge } from "./read-capped.ts";

/** A profile of the vendor's own tools, in our config keys. */
export interface Profile {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

export interface ProfileSurroundings {
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The text of a file; undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
}

/** Reads the vendor's profile; undefined where there is none. */
export type ProfileReader = (surroundings: ProfileSurroundings) => Profile | undefined;

/** Where one provider's keys are found outside a config file. */
export interface SourceMap {
  /** The keys of each kind of credential; those of one kind come together, from one source. */
  readonly families: readonly (readonly string[])[];
  /** Config key to environment variable. Needed are those of one family, and those that are in none. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables of the vendor's tools that say where the API lives: not a credential's business, so ignored aloud. */
  readonly ignoredEnvironment: readonly string[];
  /** Where profiles are looked for, for people; absent where the vendor has none, as is their reader. */
  readonly profilePlaces?: string;
  readonly readProfile?: ProfileReader;
}

export interface FoundConfig {
  readonly raw: unknown;
  /** What to call the source in messages. */
  readonly where: string;
  readonly notices: readonly string[];
}

export interface SearchOptions {
  readonly file: ConfigFile | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The config of one inventory from the first source that holds any of its credential: the given file, the environment, the
 * vendor's profile. A source that is absent passes on; one that is broken stops.
 *
 * @returns undefined where no source holds anything.
 * @throws InventoryError INVALID_CONFIG
 */
export function findConfig(sources: SourceMap, { file, environment }: SearchOptions): FoundConfig | undefined {
  if (file !== undefined) {
    return {
      raw: resolveReferences(file, environment),
      where: file.path,
      notices: warningsOf(file, sources.families.flat()),
    };
  }
  const ignored = sources.ignoredEnvironment.filter((name) => environment[name]);
  const notices = ignored.map(
    (name) => `${name} is ignored: the operator's CLOUD_INVENTORY_* variables say where the API is`,
  );
  return fromEnvironment(sources, environment, notices) ?? fromProfile(sources, environment, notices);
}

/** What was looked for and where, in one sentence, for a user who has no credentials. */
export function whereLooked(title: string, sources: SourceMap): string {
  const choices = sources.families.map((family) => namesOf(sources, [...family, ...keysBeside(sources)]));
  const profiles = sources.profilePlaces === undefined ? "" : `, ${sources.profilePlaces}`;
  return `${title}: --config FILE, the environment (${choices.join(", or ")})${profiles}`;
}

function fromEnvironment(
  sources: SourceMap,
  environment: NodeJS.ProcessEnv,
  notices: string[],
): FoundConfig | undefined {
  const entries = Object.entries(sources.environment).flatMap(([key, name]) => {
    const value = environment[name];
    // White space is left for `readConfig` to remove, which says so.
    return value?.trim() ? [[key, value] as const] : [];
  });
  const raw = Object.fromEntries(entries);
  const [family, ...others] = sources.families.filter((keys) => keys.some((key) => key in raw));
  if (family === undefined) return undefined;
  if (others.length > 0) throw tooManyFamilies(sources, [family, ...others], raw);
  const missing = [...family, ...keysBeside(sources)].filter((key) => !(key in raw));
  if (missing.length > 0) {
    throw new InventoryError(
      "INVALID_CONFIG",
      `the environment holds only a part of a credential: ${namesOf(sources, missing)} must be set too`,
    );
  }
  return { raw, where: "environment", notices };
}

function tooManyFamilies(
  sources: SourceMap,
  families: readonly (readonly string[])[],
  raw: Readonly<Record<string, string>>,
): InventoryError {
  const sets = families.map((keys) => keys.filter((key) => key in raw)).map((keys) => namesOf(sources, keys));
  return new InventoryError(
    "INVALID_CONFIG",
    `the environment holds more than one kind of credential, ${sets.join(" and ")}: keep one of them and unset the others`,
  );
}

/** What every kind of credential needs beside itself, such as where the account lives. */
function keysBeside({ environment, families }: SourceMap): readonly string[] {
  return Object.keys(environment).filter((key) => !families.flat().includes(key));
}

function namesOf({ environment }: SourceMap, keys: readonly string[]): string {
  return keys.map((key) => environment[key]).join(", ");
}

function fromProfile(sources: SourceMap, environment: NodeJS.ProcessEnv, notices: string[]): FoundConfig | undefined {
  const profile = sources.readProfile?.({ home: homedir(), environment, readText });
  if (profile === undefined || !sources.families.flat().some((key) => key in profile.values)) return undefined;
  // A credential family comes whole from one source; a part of it that is set elsewhere must not seem to count.
  const unused = Object.values(sources.environment).filter((name) => environment[name]?.trim());
  const said = unused.map((name) => `${name} is not read: the credential comes whole from ${profile.path}`);
  return { raw: profile.values, where: profile.path, notices: [...notices, ...said, ...profile.notices] };
}

function readText(path: string): string | undefined {
  let file: CappedFile;
  try {
    file = readCapped(path);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new InventoryError("INVALID_CONFIG", `${path} cannot be read (${code})`, { cause: thrown });
  }
  if (file.text === undefined) throw new InventoryError("INVALID_CONFIG", `${path} is ${tooLarge}`);
  return file.text;
}
