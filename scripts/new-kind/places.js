// Which places the path of a list has, and what fills them.
import { nounOf } from "../examples/paths.js";
import { singular } from "../examples/words.js";
import { Refusal } from "./refusal.js";
import { listedBy } from "./route.js";
import { camel } from "./words.js";

/** What the places of a path stand for: a project, a region or zone, and ids of what the list is below. */
export function placesIn(path) {
  const [scopePart] = path.match(
    /^\/cloud\/project\/\{\w+\}(\/region\/\{\w+\})?|^\/[\w-]+\/v\w+\/(zones|regions)\/\{\w+\}/,
  ) ?? [""];
  const rest = path.slice(scopePart.length);
  const ids = [...rest.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const scope = scopePart.startsWith("/cloud/")
    ? scopePart.replace(/\{\w+\}/, "{project}").replace(/\/region\/\{\w+\}/, "/region/{locality}")
    : scopePart.replace(/\{\w+\}/, "{locality}");
  return { scope, rest, ids };
}

/** Where a list is read, by the scope of its path and what it can be filtered by. */
export function localityOf(cloud, { scope }, { projectParameter, organizationParameter }) {
  if (cloud === "ovhcloud") return scope === "" ? "account" : scope.includes("{locality}") ? "region" : "project";
  if (scope !== "") return scope.includes("/zones/") ? "zone" : "region";
  return projectParameter !== null ? "project" : organizationParameter !== null ? "organization" : "none";
}

const taken = ["id", "project", "locality", "organization"];

/**
 * The path as a row writes it, and what the list is below.
 *
 * @throws {Refusal} where the kind above is not there, or is of another form.
 */
export function placed({ below, cloud }, path, locality, rows) {
  const { scope, rest, ids } = placesIn(path);
  if (ids.length === 0) {
    if (below !== undefined) throw new Refusal(`${path} has no place for an id of ${below}: leave --below out`);
    return { template: scope + rest };
  }
  const parentPath = path.slice(0, path.lastIndexOf("/{"));
  const parent = parentOf(below, cloud, parentPath, rows);
  if (parent.locality !== locality) {
    throw new Refusal(
      `${parent.id} is listed by ${parent.locality}, and ${path} by ${locality}: a list is below one of its own scope`,
    );
  }
  const above = namesAbove(parent);
  if (above.length !== ids.length - 1) {
    throw new Refusal(`${path} has ${ids.length} ids in it, and ${parent.id} is listed with ${above.length}`);
  }
  const own = ids.at(-1);
  const as = [...taken, ...above].includes(own) ? `${camel(singular(nounOf(parentPath)))}Id` : own;
  const names = [...above, as];
  return { template: scope + rest.replace(/\{\w+\}/g, () => `{${names.shift()}}`), parent, as };
}

function parentOf(below, cloud, parentPath, rows) {
  const found = below === undefined ? listedBy(parentPath, rows) : rows.find(({ id }) => id === below);
  if (found !== undefined) return found;
  if (below !== undefined) throw new Refusal(`--below names ${below}, which is no kind of ${cloud}`);
  throw new Refusal(
    `it is listed below each item of ${parentPath}, which no kind reads: add that kind first, or name one by --below`,
  );
}

/** What the ids above a kind are called in its path. */
function namesAbove({ list }) {
  return list.below === undefined ? [] : [...namesAbove(list.below.kind), list.below.as];
}
