import type { Emulator } from "../../src/emulator/index.ts";
import { servedEntries } from "../../src/emulator/kinds.gen.ts";
import { servedKindEntries } from "../../src/emulator/kinds.ts";
import type { ServedEntry } from "../../src/emulator/served/entry.ts";
import { joinedIdOf } from "../../src/emulator/served/exceptions.ts";
import { askOvh, askScaleway, jsonOf } from "./clients.ts";

type Item = Record<string, unknown>;

/** An item where a list has it: what was listed is an id alone, or the whole item. */
export interface Found {
  readonly listPath: string;
  readonly id: string | number;
  readonly listed: unknown;
}

const localities: Record<string, readonly string[]> = {
  region: ["fr-par", "nl-ams", "pl-waw", "it-mil"],
  zone: ["fr-par-1", "fr-par-2", "fr-par-3", "nl-ams-1", "nl-ams-2", "nl-ams-3", "pl-waw-1", "pl-waw-2", "pl-waw-3"],
};

/** The entry of a kind; what has code of its own is asked for in the same form. */
export function entryOf(kind: string): ServedEntry {
  const entry = servedKindEntries.get(kind) ?? servedEntries.find((known) => known.kind === kind);
  if (entry === undefined) throw new Error(`no entry for ${kind}`);
  return entry;
}

export function ask(emulator: Emulator, entry: ServedEntry, path: string, headers: Record<string, string> = {}) {
  return entry.cloud === "ovh" ? askOvh(emulator, path, { headers }) : askScaleway(emulator, path);
}

/** The paths of a kind's lists, one for each place; those below others are found by reading these. */
export async function listPaths(emulator: Emulator, entry: ServedEntry): Promise<string[]> {
  const segments = entry.list.path.split("/");
  if (entry.parent !== null) {
    const above = entryOf(entry.parent);
    const parents = await readKind(emulator, above);
    if (!entry.list.path.startsWith(`${above.list.path}/`)) {
      if (entry.by !== undefined) return besideParents(emulator, entry, parents);
      // The lists of a later version of the API are not under the path of what they are below.
      if (entry.cloud === "ovh") return parents.map(({ id }) => named(entry.list.path, id));
      // The parent is named by a parameter, as `function_id`.
      const parameter = `${entry.parent.slice(entry.parent.lastIndexOf(".") + 1)}_id`;
      return parents.map(({ listPath, id }) => besideOf(listPath, entry, `${parameter}=${encodeURIComponent(id)}`));
    }
    const rest = segments.slice(above.list.path.split("/").length + 1);
    return parents.map(({ listPath, id }) => [pathOf(listPath), encodeURIComponent(id), ...rest].join("/"));
  }
  if (entry.cloud === "scaleway") {
    const places = (entry.list.localities ?? localities[entry.locality] ?? [""]).filter((name) => name !== "");
    const paths =
      places.length === 0
        ? [entry.list.path]
        : places.map((place) => entry.list.path.replace(/\{(zone|region)\}/, place));
    const { answers, projectParameter } = entry.list;
    if (answers !== "one" || projectParameter === null) return paths;
    // A document is one project's.
    return emulator.projects.scaleway.flatMap((project) =>
      paths.map((path) => `${path}?${projectParameter}=${project}`),
    );
  }
  const ofProject = /\/project\/\{\w+\}/;
  if (!ofProject.test(entry.list.path)) return enumerated(emulator, entry.list.path);
  const inProjects = emulator.projects.ovh.map((project) => entry.list.path.replace(ofProject, `/project/${project}`));
  if (entry.locality !== "region") return inProjects;
  return (await Promise.all(inProjects.map((path) => inRegions(emulator, entry, path)))).flat();
}

const pathOf = (target: string): string => target.split("?")[0] ?? target;

/** A list in the same place as another one, such as that of crons beside that of functions. */
function besideOf(listPath: string, { list }: ServedEntry, query: string): string {
  const place = /\/(?:regions|zones)\/([^/]+)/.exec(listPath)?.[1] ?? "";
  return `${list.path.replace(/\{(region|zone)\}/, place)}?${query}`;
}

/** Lists below databases are under a path of their engine, and not under that of the databases. */
async function besideParents(emulator: Emulator, entry: ServedEntry, parents: readonly Found[]): Promise<string[]> {
  const { field = "", written = "", values = [] } = entry.by ?? {};
  const paths = parents.map(async ({ listPath, id }) => {
    const value = String((await jsonOf<Item>(askOvh(emulator, `${listPath}/${id}`)))[field]);
    const [project = ""] = /\/project\/[^/]+/.exec(listPath) ?? [];
    const path = named(entry.list.path.replace(/\/project\/\{\w+\}/, project), id);
    return values.includes(value) ? [path.replace(`/${written}/`, `/${value}/`)] : [];
  });
  return (await Promise.all(paths)).flat();
}

const named = (path: string, id: string | number): string => path.replace(/\{\w+\}/, encodeURIComponent(id));

/** What stands in a path without being a kind, such as the organizations of Exchange, has a list of names. */
async function enumerated(emulator: Emulator, path: string): Promise<string[]> {
  const place = path.indexOf("/{");
  if (place < 0) return [path];
  const names = await jsonOf<string[]>(askOvh(emulator, path.slice(0, place)));
  return (await Promise.all(names.map((name) => enumerated(emulator, named(path, name))))).flat();
}

/** The regions of a project that say that they have the service. */
async function inRegions(emulator: Emulator, entry: ServedEntry, path: string): Promise<string[]> {
  const base = path.slice(0, path.indexOf("/{regionName}"));
  const names = await jsonOf<string[]>(askOvh(emulator, base));
  const details = await Promise.all(
    names.map((name) => jsonOf<{ services: { name: string }[] }>(askOvh(emulator, `${base}/${name}`))),
  );
  const having = names.filter((_, place) =>
    details[place]?.services.some(({ name }) => name.startsWith(entry.service ?? "")),
  );
  return having.map((name) => path.replace("{regionName}", name));
}

/** Everything of a kind, page by page, as a client reads that knows the entry and nothing of the emulator. */
export async function readKind(emulator: Emulator, entry: ServedEntry): Promise<Found[]> {
  const found: Found[] = [];
  for (const listPath of await listPaths(emulator, entry)) {
    for (const listed of await readList(emulator, entry, listPath)) {
      found.push({ listPath, listed, id: idOf(entry, listed) ?? idAbove(entry, listPath) });
    }
  }
  return found;
}

/** A document without an id is known by what it is below: the last that its path names. */
function idAbove({ list }: ServedEntry, listPath: string): string {
  const place = list.path.split("/").findLastIndex((segment) => segment.startsWith("{"));
  return decodeURIComponent(pathOf(listPath).split("/")[place] ?? "");
}

export function idOf(entry: ServedEntry, listed: unknown): string | number {
  if (typeof listed !== "object") return listed as string | number;
  const joined = joinedIdOf(entry.kind);
  if (joined !== undefined) return joined(listed as Item);
  return entry.idField.split(".").reduce<unknown>((value, key) => (value as Item)[key], listed) as string | number;
}

async function readList(emulator: Emulator, entry: ServedEntry, path: string): Promise<unknown[]> {
  if (entry.list.answers === "one") {
    const answer = await ask(emulator, entry, path);
    if (answer.status === 404) return [];
    const document = await jsonOf<Item>(answer);
    return document["status"] === "disabled" ? [] : [document];
  }
  const read = readers[entry.list.paging];
  const needed = entry.locality === "organization" ? `organization_id=${emulator.scalewayOrganizationId}` : "";
  return read(emulator, entry, `${path}${path.includes("?") ? "&" : "?"}${needed}`);
}

type Reader = (emulator: Emulator, entry: ServedEntry, path: string) => Promise<unknown[]>;

const readers: Record<ServedEntry["list"]["paging"], Reader> = {
  none: async (emulator, entry, path) => (await pageOf(emulator, entry, path)).items,
  numbered,
  "page-size-until-empty": numbered,
  "cursor-header": headerCursor,
  "cursor-body": bodyCursor,
  "limit-marker": marker,
};

async function pageOf(emulator: Emulator, entry: ServedEntry, path: string, headers: Record<string, string> = {}) {
  // A target that ends with a bare question mark is sent without it, and so is not what was signed.
  const target = path.replace("?&", "?").replace(/\?$/, "");
  const answer = await ask(emulator, entry, target, headers);
  if (answer.status !== 200) throw new Error(`${answer.status} for ${path}`);
  const body = await jsonOf<Item>(answer);
  const items = (entry.list.listKey === null ? body : body[entry.list.listKey]) as unknown;
  if (!Array.isArray(items)) throw new Error(`no list in ${path}`);
  return { items: items as unknown[], body, headers: answer.headers };
}

async function numbered(emulator: Emulator, entry: ServedEntry, path: string): Promise<unknown[]> {
  const { page: name = "page", total } = entry.list.pageParameters ?? {};
  const all: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const { items, body, headers } = await pageOf(emulator, entry, `${path}&${name}=${page}`);
    if (items.length === 0) return all;
    all.push(...items);
    if (entry.list.total === "body" && Number(body[total ?? "total_count"]) < all.length) throw new Error("total");
    if (entry.list.total === "header" && Number(headers.get("x-total-count")) < all.length) throw new Error("total");
  }
}

async function headerCursor(emulator: Emulator, entry: ServedEntry, path: string): Promise<unknown[]> {
  const { cursor = "", next = "" } = entry.list.pageParameters ?? {};
  const all: unknown[] = [];
  let asked: Record<string, string> = {};
  for (;;) {
    const { items, headers } = await pageOf(emulator, entry, path, asked);
    all.push(...items);
    const following = headers.get(next);
    if (following === null) return all;
    asked = { [cursor]: following };
  }
}

async function bodyCursor(emulator: Emulator, entry: ServedEntry, path: string): Promise<unknown[]> {
  const { cursor = "", next = "" } = entry.list.pageParameters ?? {};
  const all: unknown[] = [];
  let asked = "";
  for (;;) {
    const { items, body } = await pageOf(emulator, entry, path + asked);
    all.push(...items);
    if (typeof body[next] !== "string") return all;
    asked = `&${cursor}=${encodeURIComponent(body[next])}`;
  }
}

async function marker(emulator: Emulator, entry: ServedEntry, path: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let asked = ""; ; ) {
    const { items } = await pageOf(emulator, entry, path + asked);
    if (items.length === 0) return all;
    all.push(...items);
    asked = `&${entry.list.pageParameters?.marker}=${idOf(entry, items.at(-1))}`;
  }
}

/** The path of one item: that of its list, or the detail's own. */
export function detailPath(entry: ServedEntry, { listPath, id }: Found): string | undefined {
  const path = entry.detail?.path;
  if (path === undefined) return undefined;
  const listed = entry.list.path.split("/");
  const known = new Map(listed.map((segment, place) => [segment, pathOf(listPath).split("/")[place] ?? ""]));
  const segments = path.split("/");
  const last = segments.findLastIndex((segment) => segment.startsWith("{"));
  return segments
    .map((segment, place) => (place === last ? encodeURIComponent(id) : (known.get(segment) ?? segment)))
    .join("/");
}
