// The source of `src/recording/vendor-words.gen.ts`: the words that the vendors' own schemas have for routes, fields, states and rights.
// A recording keeps these, and what they call secret it leaves out: at run time vendor/ is not there.
import { head } from "./products-index.js";

const placeParameters = new Set(["locality", "region", "regionName", "zone"]);

/**
 * @param vendors what vendor/ovhcloud.json and vendor/scaleway.json hold.
 * @param entries what the emulator serves: there are lists whose form no schema of these tells.
 */
export function recordingWords(vendors, entries) {
  const each = (pick) => vendors.flatMap(pick);
  const models = each(({ models }) => Object.entries(models));
  const known = new Map(models);
  const fields = models.flatMap(([, model]) => (Array.isArray(model) ? [] : Object.entries(model)));
  const isEnum = (type) => Array.isArray(known.get(type.replace(/[?[\]]/g, "")));
  const recorded = each(({ recorded = {} }) => keysIn(Object.values(recorded)));
  const listKeys = each(({ paths }) => Object.values(paths).flatMap(({ listKey }) => listKey ?? []));
  const served = entries.flatMap((entry) => [
    ...keysIn(entry),
    ...[entry.list.listKey, entry.list.pageParameters?.next, entry.detail?.envelope].filter(Boolean),
  ]);
  const actions = each(({ paths }) => Object.values(paths).flatMap(({ actions = [] }) => actions));
  const secrets = new Map();
  for (const [path, hidden] of each((vendor) => Object.entries(vendor.secrets))) {
    const route = routeOf(path);
    secrets.set(route, sorted([...(secrets.get(route) ?? []), ...hidden.map((name) => name.replaceAll("[]", ""))]));
  }
  const lists = {
    routes: [
      "The paths of what can be read: `*` stands for an id, `@` for a region or a zone.",
      each(({ paths, recorded = {} }) => Object.keys({ ...paths, ...recorded }).map(routeOf)),
    ],
    fieldNames: ["The names of all fields.", [...fields.map(([name]) => name), ...recorded, ...listKeys, ...served]],
    mapFields: [
      "Fields whose keys are the customer's own.",
      fields.flatMap(([name, type]) => (/^map\b|^object\b|^any\b/.test(type) ? [name] : [])),
    ],
    stateFields: [
      "Fields that hold a word of a closed set.",
      fields.flatMap(([name, type]) => (isEnum(type) ? [name] : [])),
    ],
    stateWords: ["The words of all closed sets.", models.flatMap(([, model]) => (Array.isArray(model) ? model : []))],
    rightWords: ["The words that IAM actions are made of.", actions.flatMap((action) => action.split(/[:/]/))],
  };
  const written = Object.entries(lists).map(
    ([name, [what, words]]) => `/** ${what} */
export const ${name}: readonly string[] = ${JSON.stringify(sorted(words).join(" "))}.split(" ");
`,
  );
  return `${head}
${written.join("\n")}
/** The fields that hold a secret, by the path of their list; a dot stands between a field and what is in it. */
export const secretFields: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries([...secrets].sort()), null, 2)};
`;
}

function routeOf(path) {
  return path.replace(/\{(\w+)\}/g, (_, name) => (placeParameters.has(name) ? "@" : "*"));
}

function sorted(words) {
  return [...new Set(words)].filter((word) => typeof word === "string" && /^\S+$/.test(word)).sort();
}

/** The names of the fields of recorded items. Their form alone is kept, so that no key is anybody's own but for numbers of a map. */
function keysIn(value) {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...keysIn(inner)]);
}
