import { InventoryError } from "../inventory/errors.ts";

/** What to call a key of the config in messages. */
export type NameOf = (key: string) => string;

/** What one source says of the keys that select: the endpoint, the project, the organization. */
export interface Layer {
  /** What to call the source in messages. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What to call one of its keys in messages. */
  readonly nameOf: NameOf;
  /** The same where the source was named before. */
  readonly labelOf: NameOf;
}

export interface Selected {
  /** The selectors that are given anywhere, each from the nearest layer that gives it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What to call the sources of the whole config in messages. */
  readonly where: string;
  /** What to call any key of the config in messages that begin with {@link where}. */
  readonly nameOf: NameOf;
  readonly notices: readonly string[];
}

/**
 * Lays what selects over each other, as the vendors' tools do (scaleway/scaleway-sdk-go, scw/config.go, MergeProfiles;
 * ovh/go-ovh, ovh/configuration.go, getConfigValue): every key by itself, where a credential comes whole from one source.
 *
 * @param layers the nearest first.
 * @param own the layer that holds the credential.
 */
export function laySelectors(keys: readonly string[], layers: readonly Layer[], own: Layer): Selected {
  const values: Record<string, unknown> = {};
  const sources = new Map<string, Layer>();
  const lent: string[] = [];
  const notices: string[] = [];
  for (const key of keys) {
    const holders = layers.filter((layer) => isGiven(layer.values[key]));
    const nearest = holders[0];
    if (nearest === undefined) continue;
    const used = holders.find((layer) => layer === own && areSame(layer, nearest, key)) ?? nearest;
    const unused = holders.find((layer) => !areSame(layer, used, key));
    values[key] = used.values[key];
    sources.set(key, used);
    if (used !== own) lent.push(used.nameOf(key));
    if (unused !== undefined) {
      notices.push(`${used.nameOf(key)} is used; ${unused.nameOf(key)}, which says something else, is not`);
    } else if (layers.indexOf(used) > layers.indexOf(own)) {
      notices.push(`${used.nameOf(key)} is used: ${own.nameOf(key)} is not given`);
    }
  }
  const nameOf: NameOf = (key) => (sources.get(key) ?? own).labelOf(key);
  return { values, where: [own.name, ...lent].join(" and "), nameOf, notices };
}

/**
 * Holds a layer against the nearer one that the credential comes from: what says where a credential is valid is a part of it, and
 * another value could not be honoured.
 *
 * @throws InventoryError INVALID_CONFIG naming both keys.
 */
export function refuseContradiction(bound: readonly string[], own: Layer, other: Layer): void {
  const key = bound.find((one) => isGiven(own.values[one]) && isGiven(other.values[one]) && !areSame(own, other, one));
  if (key === undefined) return;
  const names = `${other.nameOf(key)} says something else than ${own.nameOf(key)}`;
  throw new InventoryError(
    "INVALID_CONFIG",
    `${names}, and a credential is valid at one only: unset ${other.nameOf(key)}, or correct one of them`,
  );
}

/** Whether a value says anything: an empty text counts as absent. */
export function isGiven(value: unknown): boolean {
  return typeof value === "string" ? value.trim() !== "" : value !== undefined;
}

function areSame(one: Layer, other: Layer, key: string): boolean {
  return spelled(one.values[key]) === spelled(other.values[key]);
}

function spelled(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}
