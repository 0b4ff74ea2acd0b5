import type { Place } from "../inventory/resource-kind.ts";
import { fieldReader } from "./field.ts";

/**
 * How an item tells whose it is, in a list that mixes in what is not the customer's, such as the provider's public catalogue: by the
 * project that it names, or by what a field holds in the items of others alone.
 */
export type Ownership =
  | { readonly field: string; readonly is: "project" }
  | { readonly field: string; readonly isNot: string | boolean };

/**
 * Whether an item is another owner's. One that does not say whose it is counts as the customer's: what is reported too much is seen,
 * and what is left out is not.
 */
export function foreignTeller(ownership: Ownership): (raw: unknown, place: Place) => boolean {
  const ownerOf = fieldReader(ownership.field);
  if ("isNot" in ownership) return (raw) => ownerOf(raw) === ownership.isNot;
  return (raw, { project }) => {
    const owner = ownerOf(raw);
    return typeof owner === "string" && owner.toLowerCase() !== project?.toLowerCase();
  };
}

/** The rule in words, for the documentation. */
export function ownershipInWords(ownership: Ownership): string {
  return "isNot" in ownership
    ? `\`${ownership.field}\` is not \`${ownership.isNot}\``
    : `\`${ownership.field}\` is the project`;
}
