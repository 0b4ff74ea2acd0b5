// What the emulator serves of each kind: routes, parameters and paging from vendor/, and one example item. List keys in rows are
// typed by hand; these are the vendor's, and a test compares the two.
import { factsOfRoute } from "../examples/facts-of-route.js";
import { anonymous } from "../examples/paths.js";
import { vendorData } from "../examples/vendor-data.js";
import { pathsOf } from "./rows.js";

const clouds = { ovh: "ovhcloud", scaleway: "scaleway" };

/** One entry for each kind that vendor/ knows. */
export function servedKinds(rows) {
  return rows.flatMap((row) => {
    const cloud = clouds[row.provider];
    const facts = cloud === undefined ? undefined : factsOf(row);
    if (facts === undefined) return [];
    const { id: kind, locality, below, regionService, rights } = row;
    const { permissionSets = [] } = rights;
    return [
      {
        kind,
        cloud: row.provider,
        locality,
        parent: below ?? null,
        service: regionService ?? null,
        permissionSets,
        ...facts,
        list: named(facts.list),
        ...factsBeside(row),
        ...dividedBy(row, facts.list.path),
      },
    ];
  });
}

/** Pages behind a marker are asked for by other names than pages by number. */
function named(list) {
  const { pageParameters } = list;
  if (list.paging !== "limit-marker") return list;
  return { ...list, pageParameters: { limit: pageParameters.size, marker: pageParameters.cursor } };
}

/** What is answered about an item apart from its list: the documents that rows lay into it. */
function factsBeside({ provider, list }) {
  const facts = list.calls
    .filter(({ of }) => of === "fact")
    .flatMap(({ path }) => {
      const route = factsOfRoute({ cloud: clouds[provider], list: path });
      if (route === undefined) return [];
      const { answers, path: vendorPath, action } = route.list;
      const { example, idField } = route;
      const answer = answers === "one" ? example : [answers === "ids" ? example[idField] : example];
      return [{ path: vendorPath, action, answer }];
    });
  return facts.length === 0 ? {} : { facts };
}

/**
 * Which parents have such a list, by a field of theirs. Where it stands in the row's path: how it is written there, and all that
 * vendor/ has such a list for. Where the path names one value alone, it is for those.
 */
function dividedBy(row, path) {
  const { by } = row.list.below ?? {};
  if (by === undefined) return {};
  const { field, having } = by;
  const [written] = having;
  if (dividerOf(row) === undefined) return { by: { field, written, values: having } };
  const form = new RegExp(`^${anonymous(path).replaceAll("{}", "\\{\\}").replace(`/${written}/`, "/(\\w+)/")}$`);
  const { paths } = vendorData[clouds[row.provider]];
  const values = Object.keys(paths).flatMap((known) => anonymous(known).match(form)?.[1] ?? []);
  return { by: { field, written, values } };
}

function dividerOf(row) {
  const { by } = row.list.below ?? {};
  return by !== undefined && pathsOf(row).list.includes(`/{${by.field}}/`) ? by : undefined;
}

/** A path with the most usual value in the place of the parent's field. */
function filled(path, row) {
  const by = dividerOf(row);
  return by === undefined ? path : path?.replace(`{${by.field}}`, by.having[0]);
}

/** What vendor/ says of a row's list; undefined where it does not know the route. `overrides` are values of the example, by path. */
export function factsOf(row, overrides) {
  const paths = pathsOf(row);
  const [list, detail] = [filled(paths.list, row), filled(paths.detail, row)];
  return factsOfRoute({
    cloud: clouds[row.provider],
    list,
    ...(detail === undefined ? {} : { detail }),
    idField: row.list.idField,
    overrides,
  });
}

export function servedSource(entries) {
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)},`).join("\n");
  return `// Written by \`npm run generate\` from vendor/. Do not edit.
import type { ServedEntry } from "./served/entry.ts";

/** Every list that is served from an example of one item. */
export const servedEntries: readonly ServedEntry[] = [
${lines}
];
`;
}
