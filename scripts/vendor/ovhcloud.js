// vendor/ovhcloud.json: of OVHcloud's official schema, the GET routes that a kind can use and the models that they reach.
import { anonymous } from "../examples/paths.js";
import { readKinds, readSchemas } from "./sources.js";

/** How far below an answer models are kept: what a row reads lies at most three levels deep. */
const depth = 4;

/** Routes that no row names and every reading of regions needs. */
const always = ["/cloud/project/{serviceName}/region", "/cloud/project/{serviceName}/region/{regionName}"];

export function ovhcloudExtract() {
  const kinds = readKinds("ovh");
  const v1 = extractVersion("v1", [...routesOf(kinds, "v1"), ...always]);
  const v2 = extractVersion("v2", routesOf(kinds, "v2"));
  return {
    source: "OVHcloud's public API schema (https://eu.api.ovh.com/v1/ and /v2/), a snapshot of April 2026",
    version: "2026-04",
    notice:
      "Facts of the interface alone (paths, parameters, field names, types, enum values, IAM actions), extracted and rearranged by `npm run vendor`. The interface is OVHcloud's; no description is copied.",
    paths: { ...v1.paths, ...v2.paths },
    models: { ...v1.models, ...v2.models },
    secrets: secretsOf(kinds),
  };
}

/** Every route of the rows; a route of version 2 among the facts of a row of version 1 is found by its absence there. */
function routesOf(kinds, version) {
  const routes = kinds.flatMap((row) => {
    const facts = [...row.extraRoutes, ...row.protectionFrom, ...row.walk, ...(row.variants ?? [])];
    return [row, ...facts].flatMap(({ listRoute, detailRoute, route }) => [listRoute, detailRoute, route]);
  });
  const own = kinds.filter(({ apiVersion }) => apiVersion === version).map(({ listRoute }) => listRoute);
  return [...new Set([...routes.filter((route) => typeof route === "string"), ...own])];
}

function extractVersion(version, wanted) {
  const files = Object.values(readSchemas(version));
  const wantedForms = new Set(wanted.map(anonymous));
  const isWanted = (path) =>
    wantedForms.has(anonymous(path)) || wantedForms.has(anonymous(path).replace(/\/\{\}$/, ""));
  const paths = {};
  const models = {};
  const prefix = version === "v2" ? "/v2" : "";
  const nameOf = (model) => (version === "v2" ? `v2:${model}` : model);
  for (const file of files) {
    for (const { path, operations } of file.apis) {
      const get = operations.find(({ httpMethod }) => httpMethod === "GET");
      if (get === undefined || !isWanted(path)) continue;
      paths[prefix + path] = routeFacts(get, nameOf, file.models);
      keepModels(models, { file, nameOf, type: get.responseType, left: depth });
    }
  }
  return { paths, models };
}

function routeFacts({ responseType, parameters, iamActions = [] }, nameOf, models) {
  const kept = parameters.filter(({ paramType }) => paramType === "query" || paramType === "header");
  return {
    type: rename(responseType, nameOf, models),
    ...(kept.length > 0 && { parameters: kept.map(({ name, paramType, dataType }) => [name, paramType, dataType]) }),
    ...(iamActions.length > 0 && { actions: iamActions.map(({ name }) => name) }),
  };
}

/** The names of models inside a type: `a.B[]`, `map[string]a.B`, `a.Page<b.C>`. */
const namesIn = (type) => type.match(/[A-Za-z_][\w.-]*/g) ?? [];

const rename = (type, nameOf, models) =>
  type.replace(/[A-Za-z_][\w.-]*/g, (name) => (name in models ? nameOf(name) : name));

function keepModels(models, { file, nameOf, type, left }) {
  for (const name of namesIn(type)) {
    const model = file.models[name];
    if (model === undefined) continue;
    const known = models[nameOf(name)];
    if (known !== undefined && (Array.isArray(known) || known.depth >= left)) continue;
    if (model.enum !== undefined) {
      models[nameOf(name)] = model.enum;
      continue;
    }
    if (left === 0) continue;
    const fields = Object.entries(model.properties ?? {});
    models[nameOf(name)] = ofDepth(
      left,
      Object.fromEntries(fields.map((entry) => fieldOf(entry, nameOf, file.models))),
    );
    for (const [, { type: inner }] of fields) keepModels(models, { file, nameOf, type: inner, left: left - 1 });
  }
}

/** How deep below a model was read, unseen by JSON: another route may reach the same model nearer to its answer. */
const ofDepth = (left, fields) => Object.defineProperty(fields, "depth", { value: left, enumerable: false });

const fieldOf = ([field, { type, canBeNull }], nameOf, models) => [
  field,
  rename(type, nameOf, models) + (canBeNull ? "?" : ""),
];

/** Fields that a row must never keep, by its list: answers hold them, examples do not. */
function secretsOf(kinds) {
  const pairs = kinds
    .map(({ apiVersion, listRoute, secretFields }) => [
      (apiVersion === "v2" ? "/v2" : "") + listRoute,
      secretFields.filter(({ route }) => route === null).map(({ field }) => field),
    ])
    .filter(([, fields]) => fields.length > 0);
  return Object.fromEntries(pairs);
}
