// Everything that the emulator must know of a list, from vendor/ alone.
import { exampleFor } from "./example.js";
import { idFieldOf } from "./id-field.js";
import { idFields } from "./overrides.js";
import { listedIdType, ovhcloudList } from "./ovhcloud-facts.js";
import { anonymous, findPath, nounOf } from "./paths.js";
import { scalewayList } from "./scaleway-facts.js";
import { vendorData } from "./vendor-data.js";

/** @type {import("./facts-of-route.d.ts").factsOfRoute} */
export function factsOfRoute({ cloud, list, detail, idField, overrides }) {
  const data = vendorData[cloud];
  const found = findPath(data.paths, list);
  if (found === undefined) return undefined;
  const [path, facts] = found;
  const listFacts = cloud === "ovhcloud" ? ovhcloudList(path, facts, data) : scalewayList(path, facts);
  const isAlone = listFacts.answers === "one" || idFields[path] === "(value)";
  const one = isAlone ? undefined : detailOf(data.paths, path, facts, detail);
  // A list of items says what its items are; the detail says it only where the list gives identifiers.
  const request = { cloud, list: path, overrides, ...(listFacts.answers === "ids" && one && { detail: one.path }) };
  const draft = exampleFor(request);
  if (draft === undefined) return undefined;
  const id = idField ?? idFieldOf({ list: path, detail: one?.path, example: draft });
  return {
    list: listFacts,
    detail: one === undefined ? null : detailFacts(one, { cloud, path, facts, listFacts, id, overrides }),
    idField: id,
    idType: listFacts.answers === "ids" && cloud === "ovhcloud" ? listedIdType(facts) : typeOf(draft, id),
    example: exampleFor({ ...request, idField: id }) ?? draft,
    ...(facts.unproven && { unproven: true }),
  };
}

const typeOf = (item, field) => (typeof item[field] === "number" ? "number" : "string");

function detailOf(paths, list, facts, wanted) {
  const forms = [wanted, facts.detail, `${list}/{}`, shortForm(list)].filter((path) => path !== undefined);
  for (const form of forms) {
    const found = findPath(paths, form);
    if (found !== undefined) return { path: found[0], ...found[1] };
  }
  return facts.detail === undefined ? undefined : { path: facts.detail };
}

/** Scaleway reads an item of a list under a list without its parent: `/k8s/v1/regions/{}/pools/{}`. */
function shortForm(list) {
  const root = anonymous(list).match(/^\/[^/]+\/v\d\w*(\/(zones|regions)\/\{\})?/)?.[0];
  return root === undefined ? undefined : `${root}/${nounOf(list)}/{}`;
}

/** A detail that says other things than the list has an example of its own. */
function detailFacts({ path: detail, key, item, type, actions }, { cloud, path, facts, listFacts, id, overrides }) {
  const differs =
    listFacts.answers === "items" &&
    (facts.unproven === true || (item ?? type) !== (facts.item ?? facts.type?.slice(0, -2)));
  const example = differs ? exampleFor({ cloud, list: path, detail, idField: id, overrides }) : undefined;
  return { path: detail, action: actions?.[0] ?? null, key: key ?? null, ...(example !== undefined && { example }) };
}
