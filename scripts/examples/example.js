// One healthy, realistic item of a list: recorded where an answer was recorded, else made from the model and the table of values.
import { generate } from "./generated.js";
import { fields } from "./overrides.js";
import { findPath, nounOf } from "./paths.js";
import { resourceTypeOf } from "./resource-type.js";
import { vendorData } from "./vendor-data.js";
import { singular, snake } from "./words.js";

/**
 * @typedef {object} ExampleRequest
 * @property {"ovhcloud" | "scaleway"} cloud
 * @property {string} list the list's path, places named as one likes
 * @property {string} [detail] the path of one item, where the list gives identifiers alone
 * @property {string} [model] the model's name; without one, the answer's of the detail or of the list
 * @property {string} [idField]
 * @property {Record<string, unknown>} [overrides] values by dotted path; undefined leaves the field out
 */

/**
 * @param {ExampleRequest} request
 * @returns {Record<string, unknown> | undefined} undefined where nothing is known of the list
 */
export function exampleFor({ cloud, list, detail, model, idField, overrides = {} }) {
  const { paths, models, recorded, secrets } = vendorData[cloud];
  const [path, facts] = findPath(paths, list) ?? [list, undefined];
  const [, detailFacts] = (detail === undefined ? undefined : findPath(paths, detail)) ?? [];
  const type = model ?? itemType(detailFacts) ?? itemType(facts);
  const made = recordedOf(recorded, path, { detail, model, facts }) ?? fromModel({ cloud, list: path, models, type });
  if (typeof made !== "object" || made === null) return undefined;
  const item = structuredClone(made);
  for (const name of findPath(secrets, list)?.[1] ?? []) removeField(item, name.replace(/\[\]/g, ".0").split("."));
  for (const [name, value] of Object.entries({ ...findPath(fields, path)?.[1], ...overrides })) {
    setField(item, name.split("."), value, name in overrides);
  }
  nameResource(item, facts?.actions?.[0] ?? detailFacts?.actions?.[0], { idField, overrides });
  return item;
}

/** Where the list's items are described apart from the recorded details, what was recorded is the detail. */
function recordedOf(recorded, path, { detail, model, facts }) {
  const item = recorded[path];
  const isDetailAlone = facts?.unproven === true && facts.item.endsWith("Summary");
  return model !== undefined || (isDetailAlone && detail === undefined) ? undefined : item;
}

const itemType = (facts) => facts?.item ?? facts?.type?.replace(/\[\]$/, "");

function fromModel({ cloud, list, models, type }) {
  if (type === undefined) return undefined;
  // A list of plain values: the value is all that there is of an item.
  const field = { cloud, list, path: "", name: singular(nounOf(list)) };
  const value = generate({ models, type, field });
  return typeof value === "object" ? value : { "(value)": value };
}

/** OVHcloud's resource names end with the item's own identifier; their type is nearly always the prefix of the actions. */
function nameResource(item, action, { idField, overrides }) {
  if ("iam.urn" in overrides) return;
  const id = idField === undefined ? undefined : item[idField];
  if (typeof item.iam !== "object" || item.iam === null || typeof action !== "string") return;
  const type = resourceTypeOf(action);
  item.iam.urn = `urn:v1:eu:resource:${type}:${id ?? `${snake(type).replace(/_/g, "-")}-example`}`;
}

function removeField(item, [name, ...rest]) {
  if (typeof item !== "object" || item === null) return;
  if (rest.length === 0) delete item[name];
  else removeField(item[name], rest);
}

/** An override of ours may speak of a field that the model lacks by now: then it does nothing. A caller's always counts. */
function setField(item, [name, ...rest], value, isForced) {
  if (!(name in item) && !isForced) return;
  if (rest.length > 0) {
    if (typeof item[name] !== "object" || item[name] === null) item[name] = {};
    setField(item[name], rest, value, isForced);
  } else if (value === undefined) delete item[name];
  else item[name] = value;
}
