import type { ErrorCode, InventoryError } from "../inventory/errors.ts";
import type { Family } from "../inventory/family.ts";

/** One value that a field of a config may have. */
export interface Choice {
  /** What goes into the config; in a field that takes several, one of them. */
  readonly value: string;
  /** What a person calls it: a project's name, a kind's title. Written by tenants where it is a name. */
  readonly title?: string;
  /** ISO 3166-1 alpha-2, of a region or zone that is known to be in a country. */
  readonly country?: string;
  /** Of a kind. */
  readonly family?: Family;
  /** Of a kind: read where nobody names any. */
  readonly byDefault?: boolean;
  /** Of a kind: part of the default set, and nothing fails where it is not granted. */
  readonly optional?: boolean;
  /** Of a kind: its items are people, so it is read only where it is named whole. */
  readonly personal?: boolean;
  /** Of a kind: the backup connectors that can take its resources. */
  readonly connectors?: readonly string[];
}

/** What is known of the values of one field. */
export interface FieldChoices {
  readonly choices: readonly Choice[];
  /** Whether these are all there are; where not, others may be typed. */
  readonly isWhole: boolean;
  /** Why others are not known, in one sentence; absent where these are all. */
  readonly reason?: string;
  /** The code of the error that kept others from being known; absent where there was none, such as where nothing was asked. */
  readonly code?: ErrorCode;
}

/** The choices of a config's fields, by key. */
export type ChoicesByField = Readonly<Record<string, FieldChoices>>;

/** All values there are. */
export function wholeChoices(choices: readonly Choice[]): FieldChoices {
  return { choices, isWhole: true };
}

/** What could be had, and why others could not. */
export function partialChoices(choices: readonly Choice[], why: string | InventoryError): FieldChoices {
  if (typeof why === "string") return { choices, isWhole: false, reason: why };
  return { choices, isWhole: false, reason: why.message, code: why.code };
}
