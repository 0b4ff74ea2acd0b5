// Which field of an item is its identity, where nobody says it.
import { idFields } from "./overrides.js";
import { findPath, nounOf, placesOf } from "./paths.js";
import { singular } from "./words.js";

/** Names that are an identity where the place of the detail only says that it is a service. */
const ofServices = ["serviceName", "name", "domain", "service"];

/**
 * @param {{ list: string, detail: string | undefined, example: Record<string, unknown> }} request
 * @returns {string} `(listed)` where the item does not repeat the listed identifier, `(value)` where it is nothing else
 */
export function idFieldOf({ list, detail, example }) {
  if ("(value)" in example) return "(value)";
  const known = findPath(idFields, list)?.[1];
  if (known !== undefined) return known;
  const place = detail === undefined ? undefined : placesOf(detail).at(-1);
  const noun = singular(nounOf(list));
  const names = [
    place,
    "id",
    `${noun}Id`,
    `${noun}_id`,
    "uuid",
    ...(place === undefined || place === "serviceName" ? ofServices : []),
  ];
  const found = names.find((name) => name !== undefined && isIdentity(example[name]));
  return found ?? (isIdentity(example.name) ? "name" : "project_id" in example ? "project_id" : "(listed)");
}

const isIdentity = (value) => typeof value === "string" || typeof value === "number";
