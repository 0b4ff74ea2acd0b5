import { commonKeys } from "../../config/common-keys.ts";
import { unknownWord } from "../../config/nearest.ts";
import { folderOrOff, type OperatorSettings, onOrOff } from "../../config/operator-settings.ts";
import { type ConfigFile, readConfigFile } from "../../credentials/config-file.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import { fitsGlob } from "../../inventory/glob.ts";
import {
  everyKind,
  familiesOf,
  isFamily,
  isNamedBy,
  type NamedKind,
  peopleOnly,
  personalKindsOf,
} from "../../inventory/select-kinds.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { allKindNames } from "../../providers/kind-names.ts";

// Options that Plakar's form cannot pass; whose account a credential should belong to is each tenant's own.
const optionKeys = Object.keys(commonKeys).filter((key) => key !== "expected_account");
const machineKeys = ["state_folder", "country"];
// Their entries name kinds, and one file may serve the executables of several providers.
const kindKeys = ["kinds", "accepted_gaps"];

export type Options = Readonly<Record<string, string>>;

/** What the operator decided for all tenants. */
export interface Defaults {
  /** Values for a config's options, below the tenant's own. */
  readonly options: Options;
  /** Settings of the machine, below those of its environment. */
  readonly operator: Pick<OperatorSettings, "stateFolder" | "tellsCountry">;
}

/**
 * Reads the operator's defaults: a flat JSON object of options, in a file that the manifest's `args` or the environment
 * name. Credentials are refused there: they belong to a tenant, and the file serves all tenants.
 *
 * @throws InventoryError INVALID_CONFIG naming the key, never its value.
 */
export async function readDefaults(path: string | undefined, definition: ProviderDefinition): Promise<Defaults> {
  const given = path === undefined ? {} : checkedValues(path, definition.sources.families.flat());
  const { state_folder: folder, country, ...options } = given;
  for (const key of kindKeys) {
    const text = options[key];
    if (text === undefined) continue;
    const entries = await ownEntries(key, text, definition.kinds);
    if (entries.length > 0) options[key] = entries.join(",");
    else delete options[key];
  }
  return {
    options,
    operator: {
      ...(folder === undefined ? {} : { stateFolder: folderOrOff("the operator's defaults: state_folder", folder) }),
      ...(country === undefined ? {} : { tellsCountry: onOrOff("the operator's defaults: country", country) }),
    },
  };
}

function checkedValues(path: string, credentialKeys: readonly string[]): Record<string, string> {
  const known = [...optionKeys, ...machineKeys];
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(readOptions(path))) {
    if (credentialKeys.includes(key) || /key|secret|token|password/i.test(key)) {
      throw refuse("must hold no credentials; remove those that are there");
    }
    if (!known.includes(key)) throw refuse(unknownWord("option", key, known));
    if (typeof value !== "string") throw refuse(`${key} must be a string in quotes`);
    if (value.trim() !== "") values[key] = value.trim();
  }
  return values;
}

function readOptions(path: string): ConfigFile["values"] {
  try {
    return readConfigFile(path).values;
  } catch (thrown) {
    throw refuse(asInventoryError(thrown).message);
  }
}

/** The entries about this provider's kinds. Those about another's are left to it; what nobody knows is a typing error. */
async function ownEntries(key: string, text: string, ownKinds: readonly NamedKind[]): Promise<readonly string[]> {
  const entries = text.split(",").map((entry) => entry.trim());
  const fits = key === "kinds" ? isNamedBy : ({ id }: NamedKind, pattern: string) => fitsGlob(id, pattern);
  const names = (entry: string, kinds: readonly NamedKind[]): boolean =>
    kinds.some((kind) => fits(kind, kindOf(entry)));
  const own = entries.filter((entry) => names(entry, ownKinds));
  if (own.length === entries.length) return own;
  const all = await allKindNames();
  const unknown = entries.find((entry) => !names(entry, all));
  if (unknown === undefined) return own;
  throw refuse(key === "kinds" ? whyUnmatched(kindOf(unknown), all) : unknownWord("kind", kindOf(unknown), idsOf(all)));
}

function whyUnmatched(word: string, kinds: readonly NamedKind[]): string {
  const people = personalKindsOf(kinds, word);
  if (people.length > 0) return `kinds: an entry ${peopleOnly(people)}`;
  if (isFamily(word)) return `kinds: no kind is of the family "${word}"`;
  return unknownWord("kind", word, [...idsOf(kinds), ...familiesOf(kinds), everyKind]);
}

function idsOf(kinds: readonly NamedKind[]): readonly string[] {
  return kinds.map(({ id }) => id);
}

/** An entry is `kind` or `kind@scope`. */
function kindOf(entry: string): string {
  return entry.split("@")[0] ?? "";
}

function refuse(problem: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", `the operator's defaults: ${problem}`);
}
