import { homedir } from "node:os";
import { asInventoryError, InventoryError } from "../inventory/errors.ts";
import { type ConfigFile, labelIn, resolveReferences, warningsOf } from "./config-file.ts";
import { type KeyPlace, placeName } from "./key-place.ts";
import { readIfThere } from "./read-capped.ts";
import { isGiven, type Layer, laySelectors, type NameOf, refuseContradiction } from "./selectors.ts";

/** A profile of the vendor's own tools, in our config keys. */
export interface Profile {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  /** Where its keys stand, those that cannot be read too. */
  readonly places?: Readonly<Record<string, KeyPlace>>;
  /** Why it holds no credential although it was asked for one. It may still say what to select. */
  readonly problem?: string;
  /** What was read where it holds no credential, for people: nobody has to have one there. */
  readonly lacks?: string;
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
  /** Config key to environment variable. What is in no family selects, and may come from another source. */
  readonly environment: Readonly<Record<string, string>>;
  /** Selectors that a credential is valid at one value of. */
  readonly bound: readonly string[];
  /** Selectors that a config does without. */
  readonly optional: readonly string[];
  /** Variables of the vendor's tools that say where the API lives: not a credential's business, so ignored aloud. */
  readonly ignoredEnvironment: readonly string[];
  /** Where profiles are looked for, for people; absent where the vendor has none, as is their reader. */
  readonly profilePlaces?: string;
  readonly readProfile?: ProfileReader;
  /** The variable that chooses a profile. */
  readonly profileVariable?: string;
  /** What the profile calls those of our keys that it calls otherwise. */
  readonly profileNames?: Readonly<Record<string, string>>;
}

export interface FoundConfig {
  readonly raw: unknown;
  /** What to call the source in messages. */
  readonly where: string;
  /** What to call a key in messages that begin with {@link where}: as the source spells it, with its line in a profile. */
  readonly nameOf: NameOf;
  readonly notices: readonly string[];
}

export interface SearchOptions {
  readonly file: ConfigFile | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The config of one inventory. Its credential comes whole from the first source that holds any of it: the given file, the
 * environment, the vendor's profile. What selects comes from the nearest source that says it: the given file, the
 * environment, and, without a file, the profile. A source that is absent passes on; one that is broken stops.
 *
 * @returns undefined where no source holds a credential.
 * @throws InventoryError INVALID_CONFIG
 */
export function findConfig(sources: SourceMap, { file, environment }: SearchOptions): FoundConfig | undefined {
  const ignored = sources.ignoredEnvironment.filter((name) => environment[name]);
  const notices = ignored.map(
    (name) => `${name} is ignored: the operator's CLOUD_INVENTORY_* variables say where the API is`,
  );
  const found =
    file === undefined
      ? (fromEnvironment(sources, environment) ?? fromProfile(sources, environment))
      : configOfFile(sources, file, environment);
  return found && { ...found, notices: [...notices, ...found.notices] };
}

/** What the vendor's profile says where it was read and holds no credential; undefined where there is none, or nothing to say. */
export function whatProfileLacks(sources: SourceMap, environment: NodeJS.ProcessEnv): string | undefined {
  return sources.readProfile?.({ home: homedir(), environment, readText: readIfThere })?.lacks;
}

/** What was looked for and where, in one sentence, for a user who has no credentials. */
export function whereLooked(title: string, sources: SourceMap): string {
  const choices = sources.families.map((family) => namesOf(sources, [...family, ...requiredOf(sources)]));
  const profiles = sources.profilePlaces === undefined ? "" : `, ${sources.profilePlaces}`;
  return `${title}: --config FILE, the environment (${choices.join(", or ")})${profiles}`;
}

/**
 * The config of a file that was given, with what the environment selects beside it.
 *
 * @throws InventoryError INVALID_CONFIG for a reference to nothing, and for a variable that contradicts the file.
 */
export function configOfFile(sources: SourceMap, file: ConfigFile, environment: NodeJS.ProcessEnv): FoundConfig {
  const { profileVariable: chooser } = sources;
  if (chooser !== undefined && isGiven(environment[chooser])) {
    throw new InventoryError(
      "INVALID_CONFIG",
      `${chooser} chooses a profile, and with --config no profile is read: unset ${chooser}, or leave ${file.path} out`,
    );
  }
  const raw = resolveReferences(file, environment);
  const own: Layer = {
    name: file.path,
    values: raw,
    nameOf: (key) => `${key} of ${file.path}`,
    labelOf: (key) => labelIn(file, key),
  };
  const variables = environmentLayer(sources, environment);
  // Beside a credential of its own, a variable says where that one is valid.
  if (familiesIn(sources, variables.values).length === 0) refuseContradiction(sources.bound, own, variables);
  const { values, notices, ...named } = laySelectors(selectorsOf(sources), [own, variables], own);
  const warnings = warningsOf(file, sources.families.flat());
  return { raw: { ...raw, ...values }, ...named, notices: [...warnings, ...notices] };
}

function fromEnvironment(sources: SourceMap, environment: NodeJS.ProcessEnv): FoundConfig | undefined {
  const own = environmentLayer(sources, environment);
  const [family, ...others] = familiesIn(sources, own.values);
  if (family === undefined) return undefined;
  if (others.length > 0) throw tooManyFamilies(sources, [family, ...others], own.values);
  const lacking = family.filter((key) => !(key in own.values));
  const profile = lacking.length > 0 ? undefined : profileOf(sources, own, environment);
  const layers = [own, ...(profile === undefined ? [] : [profileLayer(sources, profile)])];
  const { values, notices, ...named } = laySelectors(selectorsOf(sources), layers, own);
  const missing = [...lacking, ...requiredOf(sources).filter((key) => !(key in values))];
  if (missing.length > 0) {
    throw new InventoryError(
      "INVALID_CONFIG",
      `the environment holds only a part of a credential: ${namesOf(sources, missing)} must be set too`,
    );
  }
  const { profileVariable: chooser = "" } = sources;
  const isPassedOver = family.some(
    (key) => profile?.values[key] !== undefined && profile.values[key] !== own.values[key],
  );
  const passedOver = `${chooser} does not choose the credential: ${namesOf(sources, family)} come before any profile`;
  const said = isGiven(environment[chooser]) && isPassedOver ? [passedOver] : [];
  return { raw: { ...own.values, ...values }, ...named, notices: [...said, ...notices, ...(profile?.notices ?? [])] };
}

/** The profile that may select what the environment, which holds the credential, leaves open. */
function profileOf(sources: SourceMap, own: Layer, environment: NodeJS.ProcessEnv): Profile | undefined {
  const { profileVariable = "", readProfile } = sources;
  const isChosen = isGiven(environment[profileVariable]);
  const isNeeded = requiredOf(sources).some((key) => !(key in own.values));
  if (!isChosen && selectorsOf(sources).every((key) => key in own.values)) return undefined;
  try {
    return readProfile?.({ home: homedir(), environment, readText: readIfThere });
  } catch (thrown) {
    if (isChosen || isNeeded) throw thrown;
    // A job whose environment says all it needs must not depend on a folder that it may not even look into.
    return { path: "", values: {}, notices: [`${asInventoryError(thrown).message}, so nothing is taken from there`] };
  }
}

function fromProfile(sources: SourceMap, environment: NodeJS.ProcessEnv): FoundConfig | undefined {
  const profile = sources.readProfile?.({ home: homedir(), environment, readText: readIfThere });
  if (profile === undefined) return undefined;
  if (familiesIn(sources, profile.values).length === 0) {
    if (profile.problem === undefined) return undefined;
    throw new InventoryError("INVALID_CONFIG", profile.problem);
  }
  const own = profileLayer(sources, profile);
  const layers = [environmentLayer(sources, environment), own];
  const { values, notices, ...named } = laySelectors(selectorsOf(sources), layers, own);
  return { raw: { ...profile.values, ...values }, ...named, notices: [...notices, ...profile.notices] };
}

function environmentLayer({ environment: names }: SourceMap, environment: NodeJS.ProcessEnv): Layer {
  // White space is left for `readConfig` to remove, which says so.
  const given = Object.entries(names).filter(([, name]) => isGiven(environment[name]));
  const values = Object.fromEntries(given.map(([key, name]) => [key, environment[name]]));
  const nameOf = (key: string): string => names[key] ?? key;
  return { name: "environment", values, nameOf, labelOf: nameOf };
}

function profileLayer({ profileNames: names }: SourceMap, { path, values, places = {} }: Profile): Layer {
  const wordFor = (key: string): string => names?.[key] ?? key;
  const labelOf = (key: string): string => {
    const place = places[key];
    return place === undefined ? wordFor(key) : placeName(place);
  };
  return { name: path, values, nameOf: (key) => `${wordFor(key)} of ${path}`, labelOf };
}

function familiesIn({ families }: SourceMap, values: Readonly<Record<string, unknown>>): SourceMap["families"] {
  return families.filter((keys) => keys.some((key) => key in values));
}

function tooManyFamilies(
  sources: SourceMap,
  families: readonly (readonly string[])[],
  raw: Readonly<Record<string, unknown>>,
): InventoryError {
  const sets = families.map((keys) => keys.filter((key) => key in raw)).map((keys) => namesOf(sources, keys));
  return new InventoryError(
    "INVALID_CONFIG",
    `the environment holds more than one kind of credential, ${sets.join(" and ")}: keep one of them and unset the others`,
  );
}

/** What says which account is read, and which part of it. */
function selectorsOf({ environment, families }: SourceMap): readonly string[] {
  return Object.keys(environment).filter((key) => !families.flat().includes(key));
}

/** What every kind of credential needs beside itself, such as where the account lives. */
function requiredOf(sources: SourceMap): readonly string[] {
  return selectorsOf(sources).filter((key) => !sources.optional.includes(key));
}

function namesOf({ environment }: SourceMap, keys: readonly string[]): string {
  return keys.map((key) => environment[key]).join(", ");
}
