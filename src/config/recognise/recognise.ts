import type { ConfigForm } from "../config-form.ts";
import { type ConfigProblem, problemOf } from "../config-problem.ts";
import { type CredentialFamily, familyProblems } from "../credential-families.ts";
import { otherCredentials } from "./other-credentials.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { chooseSection } from "./sections.ts";

/** What is known of one inventory's keys. */
export interface KnownKeys {
  readonly form: ConfigForm;
  readonly families: readonly CredentialFamily[];
  /** The values that `endpoint` may have; a section of an ini file may be called so. */
  readonly endpoints: readonly string[];
  /** What is wrong or doubtful with the values of some keys, without a word on those that are missing. */
  readonly problemsOf: (values: Readonly<Record<string, string>>) => readonly ConfigProblem[];
}

/** What a pasted text holds. */
export interface Recognised {
  /** Whose keys they are; absent where it holds none that is known. */
  readonly inventory?: string;
  /** The kind of credential; absent where none is there, or parts of several. */
  readonly credential?: string;
  /** By key of the config: tidied, and not yet checked. They hold secrets. */
  readonly values: Readonly<Record<string, string>>;
  /** What to tell about them; none repeats a value. */
  readonly problems: readonly ConfigProblem[];
}

/** The values of one inventory's keys in a text. */
interface Found {
  readonly known: KnownKeys;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
  /** How many of its names are no other inventory's, and how many there are. */
  readonly own: number;
  readonly all: number;
}

/**
 * Finds the keys of a config in a pasted text, all at once: variables, JSON, YAML, ini, or what a provider's page shows. Sends and keeps
 * nothing.
 *
 * @param wanted the inventory whose keys are asked for; whichever fits best when absent.
 */
export function recogniseKeys(text: string, inventories: readonly KnownKeys[], wanted?: string): Recognised {
  const pairs = pairsOf(text, (words) => inventories.some((known) => isTelling(known, words)));
  const found = inventories
    .map((known) => foundOf(known, pairs, inventories))
    .filter(({ values, known, problems }) => problems.length > 0 || credentialKeys(known).some((key) => key in values))
    .sort((one, other) => other.own - one.own || other.all - one.all);
  const best = found.find(({ known }) => known.form.inventory === wanted) ?? found[0];
  if (best === undefined) return { values: {}, problems: [nothingFound(pairs, text, inventories, wanted)] };
  const rivals = found.filter(({ own, known }) => known !== best.known && own > 0 && best.own > 0);
  const { form, families } = best.known;
  const given = families.filter(({ keys }) => keys.some((key) => best.values[key] !== undefined));
  const [family] = given;
  return {
    inventory: form.inventory,
    ...(given.length === 1 && family !== undefined ? { credential: family.kind } : {}),
    values: best.values,
    problems: [
      ...(rivals.length > 0 ? [severalInventories([best, ...rivals])] : []),
      ...notWanted(best, inventories, wanted),
      ...(given.length > 1 ? familyProblems(best.values, families) : []),
      ...best.problems,
      ...best.known.problemsOf(best.values),
    ],
  };
}

function foundOf(known: KnownKeys, pairs: readonly Pair[], inventories: readonly KnownKeys[]): Found {
  const named = pairs.flatMap((pair) => {
    const key = keyNamed(known, pair.name);
    return key === undefined || pair.value === "" ? [] : [{ ...pair, key }];
  });
  const { chosen, endpoint, problems } = chooseSection(named, pairs, known.endpoints, credentialKeys(known));
  const values: Record<string, string> = { ...(endpoint === undefined ? {} : { endpoint }) };
  const twice = new Set<string>();
  for (const { key, value } of chosen) {
    if (values[key] !== undefined && values[key] !== value) twice.add(key);
    values[key] = value;
  }
  const isOwn = ({ name }: Pair): boolean =>
    inventories.every((other) => other === known || keyNamed(other, name) === undefined);
  return {
    known,
    values,
    problems: [...problems, ...[...twice].map((key) => problemOf("given-twice", {}, key))],
    own: chosen.filter(isOwn).length,
    all: chosen.length,
  };
}

/** Whether words are a name even where nothing but their place says so. */
function isTelling(known: KnownKeys, words: string): boolean {
  const key = keyNamed(known, words);
  return key !== undefined && (credentialKeys(known).includes(key) || lettersOf(words).endsWith("id"));
}

/** The key that a name stands for, in whatever letters it is written. */
function keyNamed(known: KnownKeys, name: string): string | undefined {
  const letters = lettersOf(name);
  if (letters === "") return undefined;
  const { keys } = known.form;
  return Object.keys(keys).find((key) => {
    const { title = "", names = [] } = keys[key] ?? {};
    // Of other keys the title is an everyday word, such as "Project".
    const all = credentialKeys(known).includes(key) ? [title, ...names] : names;
    return all.some((one) => lettersOf(one) === letters);
  });
}

/** `TF_VAR_` stands in front of a variable of Terraform's. */
function lettersOf(name: string): string {
  return (
    name
      // The short name that a page puts behind: Application Key (AK).
      .replace(/\s*\([A-Z]{2,3}\)$/, "")
      .toLowerCase()
      .replace(/^tf_var_/, "")
      .replace(/[^a-z0-9]/g, "")
  );
}

function credentialKeys({ families }: KnownKeys): readonly string[] {
  return families.flatMap(({ keys }) => keys);
}

function severalInventories(found: readonly Found[]): ConfigProblem {
  return problemOf("several-inventories", { titles: found.map(({ known }) => known.form.title).join(" and ") });
}

function notWanted({ known }: Found, inventories: readonly KnownKeys[], wanted: string | undefined) {
  const asked = inventories.find(({ form }) => form.inventory === wanted);
  if (asked === undefined || asked === known) return [];
  return [problemOf("other-inventory", { found: known.form.title, wanted: asked.form.title })];
}

function nothingFound(pairs: readonly Pair[], text: string, inventories: readonly KnownKeys[], wanted?: string) {
  const asked = inventories.filter(({ form }) => wanted === undefined || form.inventory === wanted);
  const titles = asked.map(({ form }) => form.title).join(", ");
  const means = otherCredentials(pairs, text);
  if (means !== undefined) return problemOf("other-credentials", { means, titles });
  const [first] = asked.flatMap((known) =>
    credentialKeys(known).map((key) => known.form.keys[key]?.names.at(1) ?? key),
  );
  return problemOf("nothing-recognised", { titles, example: `${first}=…` });
}
