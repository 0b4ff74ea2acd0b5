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

/** What a project has in a place where it never activated a product: a document all the same, by its `status`. */
const inactive: Readonly<Record<string, Item>> = {
  // scaleway/scaleway-sdk-js, mnq v1beta1: `SqsInfoStatus` and `SnsInfoStatus`.
  "scaleway.queues.sqs": { status: "disabled", sqs_endpoint_url: "", created_at: null, updated_at: null },
  "scaleway.queues.sns": { status: "disabled", sns_endpoint_url: "", created_at: null, updated_at: null },
};

/** The document of a project and a place where there is nothing; undefined where there is no document either. */
export function inactiveDocument(kind: string): Item | undefined {
  return inactive[kind];
}

/** Kinds whose items have an id that is made of several fields (scaleway/scaleway-sdk-js: `MailAccount` has no other). */
const joinedIds: Readonly<Record<string, (item: Item) => string>> = {
  "scaleway.webhosting.mail-account": ({ username, domain }) => `${username}@${domain}`,
};

/** The id of an item where it is more than one field. */
export function joinedIdOf(kind: string): ((item: Item) => string) | undefined {
  return joinedIds[kind];
}

/** Whether an item above can have items of a kind. */
export function canOwn({ by }: ServedEntry, parent: () => Item): boolean {
  return by === undefined || by.values.some((value) => value === parent()[by.field]);
}

/** Zones that sell what no list of the SDK says of them. */
const newerPlaces: readonly { readonly path: RegExp; readonly places: readonly string[]; readonly source: string }[] = [
  {
    path: /^\/instance\/v1\//,
    places: ["it-mil-1"],
    source: "recorded: Instance v1 answers 200 in it-mil-1, which newer SDKs name for all its lists",
  },
];

/** An entry with all the places that have its product. */
export function withNewerPlaces(entry: ServedEntry): ServedEntry {
  const { localities, path } = entry.list;
  const newer = newerPlaces.find((exception) => exception.path.test(path))?.places ?? [];
  if (localities === null || newer.length === 0) return entry;
  return { ...entry, list: { ...entry.list, localities: [...new Set([...localities, ...newer])] } };
}
