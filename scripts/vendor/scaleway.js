// vendor/scaleway.json: of Scaleway's SDK and of recorded answers, what the lists of the table of kinds need.
import { anonymous, nounOf, placesOf } from "../examples/paths.js";
import { recordedItems } from "./recorded.js";
import { readSdk, sdkVersion } from "./scaleway-sdk.js";
import { readKinds } from "./sources.js";

const depth = 4;

export function scalewayExtract() {
  const kinds = readKinds("scaleway").filter(({ path }) => path.startsWith("/"));
  const lists = new Set(kinds.map(({ path }) => anonymous(path)));
  const paths = {};
  const models = {};
  for (const api of readSdk()) {
    const requests = api.requests.filter(({ path }) => path !== undefined);
    for (const request of requests.filter(({ path }) => lists.has(anonymous(path)))) {
      if (request.path in paths) continue;
      const facts = listFacts(api, request);
      paths[request.path] = facts;
      const detail = detailOf(api, requests, request.path, facts.item);
      if (detail !== undefined) paths[detail.path] = detail.facts;
      for (const item of [facts.item, detail?.facts.item]) keepModel(models, api, item, depth);
    }
  }
  const known = { paths, models };
  return {
    source: `@scaleway/sdk ${sdkVersion}, and recorded answers of scaleway-cli, scaleway-sdk-python and scaleway-sdk-go`,
    version: sdkVersion,
    notice:
      "Copyright Scaleway, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0). Changed by `npm run vendor`: names and types are extracted and rearranged, no description is copied; of recorded items the form and the states are kept, all identifiers, names, addresses and dates are made up.",
    ...known,
    recorded: recordedItems(kinds, known),
    secrets: Object.fromEntries(
      kinds.filter(({ secretFields }) => secretFields.length > 0).map((row) => [row.path, row.secretFields]),
    ),
  };
}

function listFacts(api, { path, model, parameters, orders, localities }) {
  const fields = api.models[model] ?? {};
  const key = listKeyOf(fields, path);
  return {
    ...(key === undefined
      ? { item: `${api.name}.${model}` }
      : { listKey: key, item: `${api.name}.${elementOf(fields[key])}` }),
    ...(parameters.length > 0 && { parameters }),
    ...("total_count" in fields && { total: true }),
    ...(orders.length > 0 && { orders }),
    ...(localities.length > 0 && { localities }),
  };
}

const elementOf = (type) => type.replace(/\?$/, "").replace(/\[\]$/, "");

/** The answer's only array; of several, the one that is called as the path ends. A single document has no total and no such name. */
function listKeyOf(fields, path) {
  const arrays = Object.keys(fields).filter((key) => /\[\]\??$/.test(fields[key]));
  const noun = nounOf(path).replace(/-/g, "_");
  if (arrays.includes(noun)) return noun;
  return "total_count" in fields || arrays.length === 1 ? arrays[0] : undefined;
}

/** The request for one item of a list: below the list's own path, or under the last part of it where the parent is left out. */
function detailOf(api, requests, list, item) {
  const places = placesOf(list).filter((place) => ["zone", "region"].includes(place));
  const root = list
    .split("/")
    .slice(0, 3 + 2 * places.length)
    .join("/");
  const forms = [anonymous(`${list}/{id}`), anonymous(`${root}/${nounOf(list)}/{id}`)];
  for (const form of forms) {
    const request = requests.find(({ path }) => anonymous(path) === form);
    if (request !== undefined) return { path: request.path, facts: detailFacts(api, request, item) };
  }
  return undefined;
}

/** Instance puts its items into an envelope: `{ "server": { … } }`. */
function detailFacts(api, { model, localities }, item) {
  const fields = api.models[model] ?? {};
  const key = Object.keys(fields).find((name) => `${api.name}.${elementOf(fields[name])}` === item);
  const isEnvelope = key !== undefined && model?.startsWith("Get");
  return {
    ...(isEnvelope ? { key, item } : { item: `${api.name}.${model}` }),
    ...(localities.length > 0 && { localities }),
  };
}

function keepModel(models, api, item, left) {
  if (item === undefined) return;
  const name = item.slice(api.name.length + 1);
  const fields = api.models[name];
  const values = api.enums[name];
  if (fields === undefined) {
    if (values !== undefined && values.length > 0) models[item] = values;
    return;
  }
  if (left === 0 || (models[item]?.depth ?? 0) >= left) return;
  models[item] = Object.defineProperty(qualified(fields, api), "depth", { value: left, enumerable: false });
  for (const type of Object.values(fields)) {
    for (const inner of type.match(/\w+/g) ?? []) keepModel(models, api, `${api.name}.${inner}`, left - 1);
  }
}

const qualified = (fields, api) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, type]) => [
      field,
      type.replace(/\w+/g, (word) =>
        word in api.models || api.enums[word]?.length > 0 ? `${api.name}.${word}` : word,
      ),
    ]),
  );
