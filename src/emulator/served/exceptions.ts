import type { Item } from "../lists.ts";
import type { ServedEntry } from "./entry.ts";

/** How many items a page has: unless the request says, and at most. */
export interface PageSizes {
  readonly default: number;
  readonly maximum: number;
}

/** What no schema says of the lists whose path begins like this. */
interface SizeException {
  readonly cloud: ServedEntry["cloud"];
  readonly path: RegExp;
  readonly sizes: PageSizes;
  /** Who says so. */
  readonly source: string;
}

/** The first that matches counts. */
const pageSizes: readonly SizeException[] = [
  {
    cloud: "ovh",
    path: /\/gateway$/,
    sizes: { default: 50, maximum: 50 },
    source: "OVHcloud's schema of /cloud, parameter `limit` of the gateways: default and max is 50",
  },
  {
    cloud: "scaleway",
    path: /^\/instance\/v1\//,
    sizes: { default: 50, maximum: 100 },
    source: "recorded: `Link` of Instance v1 says per_page=50; the API's documentation: lower or equal to 100",
  },
  {
    cloud: "scaleway",
    path: /^\/(mongodb|searchdb)\//,
    sizes: { default: 100, maximum: 100 },
    source: "recorded answers without page_size hold up to 100 items",
  },
  {
    cloud: "scaleway",
    path: /^\//,
    sizes: { default: 20, maximum: 100 },
    source: "recorded answers without page_size hold 20 items; the documented maximum is 100 for most products",
  },
  {
    cloud: "ovh",
    path: /^\//,
    sizes: { default: 100, maximum: Number.MAX_SAFE_INTEGER },
    source: "none: OVHcloud documents neither a default nor a maximum, so the default is a guess",
  },
];

/** The sizes of an entry's pages. */
export function pageSizesOf({ cloud, list }: ServedEntry): PageSizes {
  const found = pageSizes.find((exception) => exception.cloud === cloud && exception.path.test(list.path));
  if (found === undefined) throw new RangeError(`no page size for ${list.path}`);
  return found.sizes;
}

/** Parameters that narrow a list, beside those for projects, organizations and pages. */
const filters: Readonly<Record<string, Readonly<Record<string, (item: Item, values: readonly string[]) => boolean>>>> =
  {
    // Schema of /v2/iam/policy: `identity` is a list of the identities whose policies are asked for.
    "ovh.iam.policy": { identity: ({ identities }, asked) => asked.some((one) => isAmong(one, identities)) },
  };

/** Whether an item is what the query asks for. */
export function isAsked(kind: string, item: Item, query: URLSearchParams): boolean {
  return Object.entries(filters[kind] ?? {}).every(
    ([parameter, passes]) => !query.has(parameter) || passes(item, query.getAll(parameter)),
  );
}

/** Whether a kind has parameters of its own that narrow its list. */
export function hasFilters(kind: string): boolean {
  return Object.hasOwn(filters, kind);
}

function isAmong(value: string, values: unknown): boolean {
  return Array.isArray(values) && values.includes(value);
}

/** Which parents have a kind at all: those that its path is for, where a word in it says so. */
const owners: Readonly<Record<string, (parent: Item) => boolean>> = {
  // The paths of OVHcloud's managed databases name the engine (schema of /cloud/project/{serviceName}/database).
  "ovh.cloud.kafka-topic": ({ engine }) => engine === "kafka",
  "ovh.cloud.opensearch-index": ({ engine }) => engine === "opensearch",
};

/** Whether an item above can have items of a kind. */
export function canOwn({ kind, by }: ServedEntry, parent: () => Item): boolean {
  if (by !== undefined) return by.values.some((value) => value === parent()[by.field]);
  return owners[kind]?.(parent()) ?? true;
}
