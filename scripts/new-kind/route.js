// The route that was asked for, as vendor/ knows it.
import { distance } from "fastest-levenshtein";
import { factsOfRoute } from "../examples/facts-of-route.js";
import { anonymous, findPath } from "../examples/paths.js";
import { vendorData } from "../examples/vendor-data.js";
import { pathsOf } from "../generate/rows.js";
import { Refusal } from "./refusal.js";

const mostNamed = 3;

/**
 * Everything that vendor/ says of a list.
 *
 * @throws {Refusal} for a route that vendor/ does not know, with those that are like it, and for one that is no list.
 */
export function findRoute({ cloud, list }) {
  const { paths, models, secrets } = vendorData[cloud];
  const found = findPath(paths, list);
  if (found === undefined) throw new Refusal(`vendor/${cloud}.json does not know ${list}; ${nearestOf(list, paths)}`);
  const [path, vendor] = found;
  if (path.endsWith("}")) {
    const above = findPath(paths, path.slice(0, path.lastIndexOf("/")));
    throw new Refusal(`${path} is one item${above === undefined ? "" : `; its list is ${above[0]}`}`);
  }
  const facts = factsOfRoute({ cloud, list: path });
  if (facts === undefined) throw new Refusal(`vendor/${cloud}.json does not know what ${path} answers`);
  const detail = facts.detail === null ? undefined : findPath(paths, facts.detail.path)?.[1];
  const itemType = vendor.item ?? vendor.type?.replace(/\[\]$/, "");
  const detailType = detail?.item ?? detail?.type;
  const type = facts.list.answers === "ids" ? detailType : itemType;
  return { path, vendor, facts, models, type, detailType, secrets: findPath(secrets, path)?.[1] ?? [] };
}

function nearestOf(list, paths) {
  const wanted = anonymous(list);
  const near = Object.keys(paths)
    .filter((path) => !path.endsWith("}"))
    .map((path) => [distance(anonymous(path), wanted), path])
    .sort(([one], [other]) => one - other)
    .slice(0, mostNamed);
  return `near it are ${near.map(([, path]) => path).join(", ")}`;
}

/** The kind that lists the same already. */
export function listedBy(path, rows) {
  return rows.find((row) => anonymous(pathsOf(row).list ?? "") === anonymous(path));
}
