// What the emulator serves of each kind: routes, parameters and paging from vendor/, and one example item. List keys in rows are
// typed by hand; these are the vendor's, and a test compares the two.
import { factsOfRoute } from "../examples/facts-of-route.js";
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
        ...besideOf(row),
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

/** What is answered about an item beside its list: the documents that rows lay into it. */
function besideOf({ provider, list }) {
  const beside = list.calls
    .filter(({ of }) => of === "fact")
    .flatMap(({ path }) => {
      const facts = factsOfRoute({ cloud: clouds[provider], list: path });
      if (facts === undefined) return [];
      const { answers, path: vendorPath, action } = facts.list;
      const answer = answers === "ids" ? [facts.example[facts.idField]] : facts.example;
      return [{ path: vendorPath, action, answer }];
    });
  return beside.length === 0 ? {} : { beside };
}

/** What vendor/ says of a row's list; undefined where it does not know the route. */
export function factsOf(row) {
  const { list, detail } = pathsOf(row);
  return factsOfRoute({
    cloud: clouds[row.provider],
    list,
    ...(detail === undefined ? {} : { detail }),
    idField: row.list.idField,
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
