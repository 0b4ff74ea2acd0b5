import { checkValues } from "../../browser.ts";
import type { ConfigProblem } from "../../config/config-problem.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { only, type Values } from "./values.ts";

type Definition = Pick<ProviderDefinition, "id" | "credentials" | "configForm">;

/** Two keys of a config. */
export type KeyPair = readonly [string, string];

/** Two keys of the credential that are in doubt as they are, and neither once they are exchanged. */
export function swappedPair(definition: Definition, values: Values): KeyPair | undefined {
  const told = checkValues(definition.id, values);
  if (told.length === 0) return undefined;
  const keys = Object.keys(credentialValues(definition, values));
  const pairs = keys.flatMap((one, place) => keys.slice(place + 1).map((other): KeyPair => [one, other]));
  return pairs.find((pair) => {
    if (!pair.some((key) => isTold(key, told))) return false;
    const after = checkValues(definition.id, { ...values, ...exchanged(values, pair) });
    return !pair.some((key) => isTold(key, after));
  });
}

/** What the two keys of a pair hold once they are exchanged. */
export function exchanged(values: Values, [one, other]: KeyPair): Readonly<Record<string, string | null>> {
  return { [one]: values[other] ?? null, [other]: values[one] ?? null };
}

/** Another provider whose keys stand in the fields of the chosen one, and what its config holds of them. */
export interface OtherProvider {
  readonly inventory: string;
  readonly credential: string;
  /** They hold secrets. */
  readonly values: Values;
}

/**
 * The provider whose keys were typed into the fields of another one. Each key that is in doubt has to be one of its keys, by its form and
 * its length, and one of them has to be certain: a secret, or what is known to be of another cloud.
 */
export function otherProvider(
  definition: Definition,
  values: Values,
  all: readonly Definition[],
): OtherProvider | undefined {
  const told = checkValues(definition.id, values).filter(({ key }) => key !== undefined);
  const typed = credentialValues(definition, values);
  const doubtful = Object.keys(typed).filter((key) => isTold(key, told));
  if (doubtful.length === 0) return undefined;
  const isForeign = (key: string): boolean => told.some((one) => one.key === key && one.code === "foreign");
  for (const { id, credentials, configForm } of all.filter((other) => other.id !== definition.id)) {
    for (const { kind, keys } of credentials) {
      const homes = homesOf(typed, { id, keys, configForm });
      const isCertain = doubtful.some((key) => isForeign(key) || configForm.keys[homes.get(key) ?? ""]?.masked);
      if (!isCertain || !doubtful.every((key) => homes.has(key))) continue;
      const taken = [...homes].map(([key, home]) => [home, typed[key] ?? ""]);
      return { inventory: id, credential: kind, values: Object.fromEntries(taken) };
    }
  }
  return undefined;
}

/** Which key of another credential each value is, by its form and its length: the first that is still free. */
function homesOf(
  typed: Values,
  { id, keys, configForm }: Pick<Definition, "id" | "configForm"> & { readonly keys: readonly string[] },
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const [key, value] of Object.entries(typed)) {
    const free = keys.filter((home) => ![...homes.values()].includes(home));
    const isHome = (home: string): boolean =>
      configForm.keys[home]?.usualLength === value.length && checkValues(id, { [home]: value }).length === 0;
    const home = free.find(isHome);
    if (home !== undefined) homes.set(key, home);
  }
  return homes;
}

function credentialValues({ credentials }: Definition, values: Values): Values {
  return only(
    values,
    credentials.flatMap(({ keys }) => keys),
  );
}

function isTold(key: string, told: readonly ConfigProblem[]): boolean {
  return told.some((one) => one.key === key);
}
