// The calls that make the URN of a new kind's item, and of what it is below.
import { existsSync, readFileSync } from "node:fs";
import { resourceTypeOf } from "../examples/resource-type.js";
import { urnPartsOf } from "../generate/urn-form.js";
import { Refusal } from "./refusal.js";
import { camel } from "./words.js";

const quoted = (text) => JSON.stringify(text);

/** The parts of the parent's URN, by its golden resource. */
function partsOf(row) {
  const file = new URL(`../../fixtures/${row.provider}/${row.id}/typical.json`, import.meta.url);
  const golden = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (golden.resource === undefined) {
    throw new Refusal(
      `${row.id} has no golden resource, which shows its URN: run \`npm run generate -- --accept\` first`,
    );
  }
  return urnPartsOf(golden, row);
}

/** How a row of a list below writes the parts of its parent's URN; undefined for what it does not know. */
function expressionsOf(parent) {
  const ids = { [parent.list.idField]: 'place.parent?.id ?? ""' };
  let above = parent.parent?.kind;
  for (let way = "place.parent?.above"; above !== undefined; above = above.parent?.kind, way = `${way}?.above`) {
    ids[above.id] = `${way}?.id ?? ""`;
  }
  return partsOf(parent).map(({ text, name }) => (text === undefined ? ids[name] : quoted(text)));
}

/**
 * Calls of OVHcloud's URN helpers.
 *
 * @returns {{ own: string, origin: string, parent?: string, imports: readonly string[] }} `origin` says where its words come from
 */
export function ovhUrns({ locality, parent, noun, word, id, facts, isUnique }) {
  const parentParts = parent === undefined ? undefined : expressionsOf(parent);
  const isOfService = locality === "account";
  const above = parentParts === undefined ? {} : parentCall(parentParts, isOfService);
  if (!isOfService) {
    const region = locality === "region" && !isUnique ? ", place.locality" : "";
    const own = `itemUrn(place, ${quoted(camel(word))}, ${id}${region})`;
    return { own, origin: `${madeOfId(camel(word))}, below the project's own URN`, ...above, imports: ["itemUrn"] };
  }
  const service = parentParts?.slice(4).filter((part) => part !== undefined);
  if (service !== undefined)
    return {
      own: `serviceUrn(${["place", ...service, quoted(noun), id].join(", ")})`,
      origin: `${madeOfId(noun)}, below the URN of ${parent.id}`,
      ...above,
      imports: ["serviceUrn"],
    };
  const { type, origin } = serviceType(facts.list.action ?? facts.detail?.action, camel(word));
  return { own: `serviceUrn(place, ${quoted(type)}, ${id})`, origin, imports: ["serviceUrn"] };
}

const madeOfId = (word) => `${quoted(word)} is made of the kind's id`;

/** The type in a service's URN, and where the word comes from. */
function serviceType(action, word) {
  if (!action) return { type: word, origin: `${madeOfId(word)}, because vendor/ names no IAM action of the list` };
  const type = resourceTypeOf(action);
  const origin = action.startsWith(`${type}:`)
    ? `${quoted(type)} is the prefix of its IAM action, ${action}`
    : `${quoted(type)} is the panel's word for what its IAM action, ${action}, begins with (\`resourceTypes\` of scripts/examples/overrides.js)`;
  return { type, origin };
}

/** `urn:v1:<realm>:resource:<type>:…`, or what lives in a project. */
function parentCall(parts, isOfService) {
  const tail = parts.slice(4);
  if (isOfService) return tail.includes(undefined) ? {} : { parent: `serviceUrn(${["place", ...tail].join(", ")})` };
  const [, , type, id, ...more] = tail;
  return more.length > 0 || id === undefined ? {} : { parent: `itemUrn(place, ${type}, ${id})` };
}

/** Calls of a Scaleway product's `urn`. */
export function scalewayUrns({ tools, noun, id, parent }) {
  const own = `${tools}.urn(place, ${quoted(noun)}, ${id})`;
  const origin = madeOfId(noun);
  if (parent === undefined) return { own, origin, imports: [] };
  const [, , , , , type, parentId] = expressionsOf(parent);
  return {
    own,
    origin,
    ...(parentId === undefined ? {} : { parent: `${tools}.urn(place, ${type}, ${parentId})` }),
    imports: [],
  };
}
