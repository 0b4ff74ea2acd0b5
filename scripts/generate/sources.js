// Sources that are derived from the rows and from vendor/: OVHcloud's IAM actions and Scaleway's places.
import { readFileSync } from "node:fs";
import { factsOfRoute } from "../examples/facts-of-route.js";
import { head } from "./products-index.js";
import { anonymous, pathsOf } from "./rows.js";

const vendor = (name) => JSON.parse(readFileSync(new URL(`../../vendor/${name}.json`, import.meta.url), "utf8"));

/** The IAM actions of every route that rows of OVHcloud read; regions are asked for beside some lists. */
export function ovhActions(rows, others) {
  const { paths } = vendor("ovhcloud");
  const known = new Map(Object.entries(paths).map(([path, facts]) => [anonymous(path), facts.actions ?? []]));
  const asked = [...rows.flatMap(({ list }) => list.calls.map(({ path }) => path)), ...others].map(anonymous);
  const actionsAt = (path) => known.get(path) ?? actionsBelow(path, known);
  const actions = [...new Set(asked)]
    .sort()
    .flatMap((path) => (actionsAt(path).length > 0 ? [[path, actionsAt(path)]] : []));
  return `${head}
/** The actions that a GET needs, by its path; \`*\` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(actions), null, 2)};
`;
}

/** A place may stand for a word that the vendor writes out, such as each engine of databases: then it needs the actions of all. */
function actionsBelow(path, known) {
  const form = new RegExp(`^${path.replaceAll("*", "[^/]+")}$`);
  return [...new Set([...known].flatMap(([one, actions]) => (form.test(one) ? actions : [])))].sort();
}

/** The regions and zones of every API that rows of Scaleway read, as its SDK lists them. */
export function scalewayPlaces(rows) {
  const asked = rows
    .filter(({ locality }) => locality === "zone" || locality === "region")
    .map((row) => pathsOf(row).list);
  const places = new Map(
    asked.map((path) => [apiOf(path), factsOfRoute({ cloud: "scaleway", list: path })?.list.localities]),
  );
  const apis = [...places].filter(([, known]) => known).sort();
  return `${head}
/** The regions or zones that the vendor's sources know an API in, by where the API lives. */
export const placesOfApi: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(apis), null, 2)};
`;
}

function apiOf(path) {
  return path.split("/").slice(0, 3).join("/");
}
