import { InventoryError, systemCode } from "../inventory/errors.ts";
import { findJsonFault } from "./json-fault.ts";
import { type CappedFile, type CappedOptions, readCapped, tooLarge } from "./read-capped.ts";
import { placeAt, placeWords } from "./text-place.ts";

/** A config file as it was written: JSON that is an object, its values not yet looked at. */
export interface ConfigFile {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether other users of this machine can read it. */
  readonly open: boolean;
}

/**
 * Reads a config file.
 *
 * @throws InventoryError INVALID_CONFIG where it cannot be read or is not one JSON object, with the place where it stops being that.
 * The parser's text is not repeated: it quotes the file, and the file holds secrets.
 */
export function readConfigFile(path: string): ConfigFile {
  const { text, mode } = readConfigText(path);
  if (text === undefined) throw new InventoryError("INVALID_CONFIG", `${path} is ${tooLarge}`);
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    const place = placeWords(placeAt(text, findJsonFault(text) ?? text.length));
    throw new InventoryError(
      "INVALID_CONFIG",
      `${path} is not JSON at ${place}; a config is one object of keys and string values`,
    );
  }
  if (values === null || typeof values !== "object" || Array.isArray(values)) {
    throw new InventoryError("INVALID_CONFIG", `${path} is not a JSON object of keys and string values`);
  }
  return { path, values: { ...values }, open: process.platform !== "win32" && (mode & 0o077) !== 0 };
}

function readConfigText(path: string): CappedFile {
  try {
    return readCapped(path);
  } catch (thrown) {
    throw new InventoryError("INVALID_CONFIG", `${path} cannot be read (${systemCode(thrown)})`, { cause: thrown });
  }
}

/** A warning where a file that others can read holds the credential itself, rather than references to it. */
export function warningsOf(file: ConfigFile, credentialKeys: readonly string[]): string[] {
  const holdsSecrets = credentialKeys.some((key) => {
    const value = file.values[key];
    return typeof value === "string" && value !== "" && !isReference(value);
  });
  return file.open && holdsSecrets ? [`${file.path} holds secrets and can be read by others; chmod 600 closes it`] : [];
}

/** What to call a key in messages: with its reference, which holds no secret, where its value stands elsewhere. */
export function labelIn(file: ConfigFile, key: string): string {
  const value = file.values[key];
  return typeof value === "string" && isReference(value) ? `${key} (${value})` : key;
}

/** Whether a value points to a secret, rather than being one. */
export function isReference(value: string): boolean {
  return ["env:", "file:", "exec:"].some((start) => value.startsWith(start));
}

/**
 * Replaces `env:NAME` and `file:PATH` values by what they point to. Only for a run at a terminal: a tenant's config given
 * to a host must never read the host's environment or files.
 *
 * @throws InventoryError INVALID_CONFIG naming the key, for a reference to nothing.
 */
export function resolveReferences(file: ConfigFile, environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const resolved = Object.entries(file.values).map(([key, value]) => {
    return [key, resolveReference(value, `${file.path}: ${key}`, environment)] as const;
  });
  return Object.fromEntries(resolved);
}

/**
 * What one value points to, or the value itself.
 *
 * @param where names it in messages.
 * @param file what a file that is pointed to has to be.
 * @throws InventoryError INVALID_CONFIG
 */
export function resolveReference(
  value: unknown,
  where: string,
  environment: NodeJS.ProcessEnv,
  file: CappedOptions = {},
): unknown {
  if (typeof value !== "string") return value;
  if (value.startsWith("env:")) {
    const found = environment[value.slice("env:".length)];
    if (found) return found;
    throw new InventoryError("INVALID_CONFIG", `${where} refers to an environment variable that is not set`);
  }
  if (value.startsWith("exec:"))
    throw new InventoryError("INVALID_CONFIG", `${where}: exec: is for configs of a fleet alone`);
  return value.startsWith("file:") ? readSecret(value.slice("file:".length), where, file) : value;
}

function readSecret(path: string, where: string, options: CappedOptions): string {
  const refused = (what: string, cause?: unknown): InventoryError =>
    new InventoryError("INVALID_CONFIG", `${where} refers to a file that ${what}`, { cause });
  let file: CappedFile;
  try {
    file = readCapped(path, options);
  } catch (thrown) {
    throw refused("cannot be read", thrown);
  }
  if (file.text === undefined) throw refused(`is ${tooLarge}`);
  return file.text.trim();
}
