// Golden resources: what a row makes of its example, accepted by a person. Policies and backups hang on URNs, classes, tags and
// countries, so a change is refused until somebody accepts it; so is a new one that would be of no use.
import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { fieldAt } from "../../dist/listing/field.js";
import { placeIn as placeOfRegion } from "../../dist/providers/region-table.js";
import { isDead } from "../examples/health.js";
import { fieldValue } from "../examples/values.js";
import { factsOf } from "./emulator.js";

const project = { ovh: "0123456789abcdef0123456789abcdef", scaleway: "7d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6" };
const organization = "5e7a3c1d-9b2f-4a60-8c4d-1f2e3d4c5b6a";

const unknownList =
  "vendor/ knows no answer of its list: correct the path in its row, or write scope and item into the file";

/**
 * @param regions where the provider's regions are.
 * @returns the file of a kind's golden resource with its text, or what is wrong with it.
 */
export function goldenOf(row, regions, accepts) {
  const path = `fixtures/${row.provider}/${row.id}/typical.json`;
  const file = new URL(`../../${path}`, import.meta.url);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const { scope, item } = known ?? madeUp(row);
  if (item === undefined) return { path, faults: [unknownList] };
  const whole = joined(row, withFacts(row, item));
  const resource = resourceOf({ row, item: whole, scope, regions });
  if (resource === undefined) return { path, faults: [nothingMade(row, whole)] };
  const faults = known === undefined || accepts ? faultsOf(resource) : [];
  if (faults.length > 0) return { path, faults };
  if (known !== undefined && isDeepStrictEqual(known.resource, resource)) return { path };
  if (!accepts) {
    const news = known?.resource === undefined ? "is new" : differenceOf(known.resource, resource);
    return { path, faults: [news, "`npm run generate -- --accept` accepts it once that is right"] };
  }
  return { path, text: `${JSON.stringify({ scope, item, resource }, null, 2)}\n` };
}

/** Which field the row cannot do without: those that may be absent cost no item. */
function nothingMade({ schema }, item) {
  const { error } = schema.safeParse(item);
  const isNeeded = ({ path: [field] }) => !schema.shape[field]?.safeParse(undefined).success;
  const lacking = error?.issues.filter(isNeeded).map(({ path, message }) => {
    const name = path.join(".");
    return fieldAt(item, name) === undefined ? `\`${name}\` is missing` : `\`${name}\`: ${message}`;
  });
  return `its row makes nothing of the example: ${lacking?.join(", ") || "its URN is too long"}`;
}

function resourceOf({ row, item, scope, regions }) {
  const { resource } = row.read(item, scope) ?? {};
  const country = resource?.region === undefined ? undefined : placeOfRegion(regions, resource.region)?.country;
  return resource && JSON.parse(JSON.stringify(country === undefined ? resource : { ...resource, country }));
}

/** A fact that the example lacks is one that the provider says there is none of. */
function withFacts({ list }, item) {
  const fields = list.calls.flatMap(({ of, field }) => (of === "fact" ? [field] : []));
  return { ...Object.fromEntries(fields.map((field) => [field, null])), ...item };
}

/** The item as the list of another kind completes it, by the golden item of that kind. */
function joined({ joins = [] }, item) {
  return joins.reduce((before, join) => {
    const path = `../../fixtures/${join.kind.provider}/${join.kind.id}/typical.json`;
    const other = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")).item;
    return join.complete(before, new Map([[join.keyOf(other), join.keep(other)]]));
  }, item);
}

/** The example with the detail that is laid over it, where it would be listed. */
export function madeUp(row) {
  const facts = factsOf(row);
  if (facts === undefined) return {};
  const scope = scopeOf(row);
  const example = identified(row, facts);
  return { scope, item: stamped({ ...example, ...facts.detail?.example }, scope, row) };
}

/** The example with an id, where the list of ids tells it and the detail does not repeat it. */
function identified(row, { list, example, idField, idType }) {
  if (list.answers !== "ids" || fieldAt(example, idField) !== undefined) return example;
  const field = { cloud: "ovhcloud", list: list.path, path: idField, name: idField };
  return factsOf(row, { [idField]: fieldValue(idType === "number" ? "long" : "string", field) }).example;
}

/** An item says whose it is and where: what it says has to be where it was listed. */
function stamped(item, { project: owner, locality, parent }, { provider }) {
  const organizationId = provider === "scaleway" ? organization : undefined;
  const stamps = {
    project: owner,
    project_id: owner,
    projectId: owner,
    organization: organizationId,
    organization_id: organizationId,
    [/-\d$/.test(locality ?? "") ? "zone" : "region"]: locality,
    cluster_id: parent?.id,
  };
  const known = Object.entries(stamps).filter(([key, value]) => value !== undefined && key in item);
  return { ...item, ...Object.fromEntries(known) };
}

function scopeOf(row) {
  const realm = row.provider === "ovh" ? { realm: "eu" } : {};
  const parent = row.parent === undefined ? {} : { parent: parentOf(row) };
  const owner = project[row.provider];
  const place = placeIn(row);
  if (row.locality === "organization") return { id: "organization", organization, ...parent };
  if (row.locality === "account" || row.locality === "none") return { id: "account", ...realm, ...parent };
  if (place === undefined) return { id: owner, project: owner, ...realm, ...parent };
  return { id: `${owner}/${place}`, project: owner, locality: place, ...realm, ...parent };
}

function placeIn({ provider, locality }) {
  if (locality === "zone") return "fr-par-1";
  if (locality === "region") return provider === "ovh" ? "GRA11" : "fr-par";
  return undefined;
}

function parentOf({ parent: { kind, needs }, list }) {
  const { example, detail, idField } = factsOf(kind);
  const id = String(example[idField] ?? "parent");
  const { by } = list.below;
  const known = { ...example, ...detail?.example, ...(by && { [by.field]: by.having[0] }) };
  const fields = Object.fromEntries(needs.filter((name) => name in known).map((name) => [name, known[name]]));
  return { id, ...(kind.parent === undefined ? {} : { above: parentOf(kind) }), fields };
}

/** An endpoint, a subclass or a state that nobody could use. */
function faultsOf({ endpoints, subclass, details }) {
  const words = [
    ["subclass", subclass],
    ["status", details.status],
    ...endpoints.map(({ endpoint }) => ["endpoint", endpoint]),
  ];
  return words.filter(([, word]) => word && isDead(word)).map(([name, word]) => `${name} is ${JSON.stringify(word)}`);
}

/** What hangs on each field, for whoever has to decide. */
const losses = {
  urn: "every backup and policy of it hangs on the URN and would be orphaned",
  class: "connectors are offered by class",
  subclass: "connectors are offered by subclass",
  tags: "policies choose by tags",
  country: "residency rules go by country",
  endpoints: "connectors reach it there",
};

function differenceOf(before, after) {
  const fields = Object.keys({ ...before, ...after }).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  return fields.map((field) => `${field} differs${losses[field] ? ` (${losses[field]})` : ""}`).join(", ");
}
