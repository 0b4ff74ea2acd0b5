import { servedEntries } from "../../src/emulator/kinds.gen.ts";
import { isRecord } from "../../src/http/answer.ts";
import type { Parent } from "../../src/inventory/parents.ts";
import type { Place } from "../../src/inventory/resource-kind.ts";
import type { Call } from "../../src/listing/dialects/dialect.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { itemPathOf, listPathOf } from "../rows.ts";
import { fixtureOf } from "./fixtures.ts";

/** What a faked cloud answers. A body that is no string is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (body: unknown, status = 200, headers: Reply["headers"] = {}): Reply => ({
  status,
  body,
  headers: { "content-type": "application/json", ...headers },
});

export const notThere: Reply = json({ class: "Client::NotFound", message: "This service does not exist" }, 404);

/** One request to the faked cloud. */
export interface FakeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** The ids that the places of a path are called by: those of the scope, and of what it is below. */
function valuesOf(kind: ListedKind, place: Place): Readonly<Record<string, string>> {
  const ofParent = (parent: Parent | undefined, { list }: ListedKind): Record<string, string> =>
    parent === undefined || list.below === undefined
      ? {}
      : {
          ...ofParent(parent.above, list.below.kind as ListedKind),
          ...textsOf(parent.fields),
          [list.below.as]: parent.id,
        };
  const { project = "", locality = "", organization = "" } = place;
  return { project, locality, organization, ...ofParent(place.parent, kind) };
}

/** Fields of a parent that can stand in a path. */
function textsOf(fields: Parent["fields"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** Whether a path is a template with these values, whichever version of the API it is of. */
function isAt(url: URL, template: string, values: Readonly<Record<string, string>>, basePath: string): boolean {
  const path = template.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? ""));
  return url.pathname === (template.startsWith("/v2/") ? path : `${basePath}${path}`);
}

/** Whether a request asks for the kind's own list, or for a detail of it. */
export function isListRequest({ url }: FakeRequest, kind: ListedKind, place: Place, basePath: string): boolean {
  const values = valuesOf(kind, place);
  if (kind.provesCredential || isAt(url, listPathOf(kind), values, basePath)) return true;
  const itemPath = itemPathOf(kind);
  if (itemPath === undefined) return false;
  const id = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
  return isAt(url, itemPath, { ...values, id }, basePath);
}

/** Answers for what a kind is below: each list of parents names the one of the place. */
export function answerParents(
  request: FakeRequest,
  kind: ListedKind,
  place: Place,
  basePath: string,
): Reply | undefined {
  const above = kind.list.below?.kind as ListedKind | undefined;
  const { parent, ...scope } = place;
  if (above === undefined || parent === undefined) return undefined;
  const placeOfParent: Place = parent.above === undefined ? scope : { ...scope, parent: parent.above };
  if (isListRequest(request, above, placeOfParent, basePath)) {
    // Whole, since an id may be made of several fields; what is not reported has no fixture.
    const { item } = above.isReported === false ? { item: {} } : fixtureOf(above.provider, above.id);
    return answerList(request, above, [{ ...item, ...parent.fields, [above.list.idField]: parent.id }]);
  }
  return answerParents(request, above, placeOfParent, basePath);
}

/** Whether a request asks for a fact beside the list. */
function factCall({ url }: FakeRequest, kind: ListedKind): Call | undefined {
  const isAsked = (path: string): boolean => new RegExp(`${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(url.pathname);
  return kind.list.calls.find(({ path, of }) => of === "fact" && isAsked(path));
}

export function isFactRequest(request: FakeRequest, kind: ListedKind): boolean {
  return factCall(request, kind) !== undefined;
}

/** What an item holds of the fact; what it does not hold is not there. */
export function answerFact(request: FakeRequest, kind: ListedKind, item: unknown): Reply {
  const field = factCall(request, kind)?.field ?? "";
  const fact = isRecord(item) ? item[field] : undefined;
  return fact === undefined || fact === null ? notThere : json(fact);
}

/** Answers one request for a kind whose scope holds `items`, in pages as the vendor's own sources describe them. */
export function answerList(
  { url, headers }: FakeRequest,
  kind: ListedKind,
  items: readonly unknown[],
  owner = "",
): Reply {
  const { list } = kind;
  if (kind.provesCredential) {
    return { status: 200, body: bucketXml(items, owner), headers: { "content-type": "text/xml" } };
  }
  if (isSingle(kind)) return json(items[0] ?? {});
  const itemPath = itemPathOf(kind);
  if (itemPath !== undefined) {
    const idOf = (item: unknown): unknown => (isRecord(item) ? item[list.idField] : undefined);
    const isDetail =
      url.pathname.split("/").length > listPathOf(kind).split("/").length + (url.pathname.startsWith("/1.0") ? 1 : 0);
    if (!isDetail) return json(items.map((item) => idOf(item) ?? null));
    const asked = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    const found = items.find((item) => String(idOf(item)) === asked);
    return found === undefined ? notThere : json(found);
  }
  const form = servedEntries.find((entry) => entry.kind === kind.id)?.list;
  const cursor = (position: number, size: number) =>
    position + size < items.length ? String(position + size) : undefined;
  switch (form?.paging) {
    case "numbered": {
      const size = Number(url.searchParams.get("page_size") ?? url.searchParams.get("per_page"));
      const start = (Number(url.searchParams.get("page")) - 1) * size;
      return json({ [list.listKey ?? ""]: items.slice(start, start + size), total_count: items.length });
    }
    case "page-size-until-empty": {
      const size = Number(url.searchParams.get("size"));
      const start = (Number(url.searchParams.get("page")) - 1) * size;
      return json(items.slice(start, start + size));
    }
    case "limit-marker": {
      const marker = url.searchParams.get("marker");
      const start = marker === null ? 0 : items.findIndex((item) => isRecord(item) && item["id"] === marker) + 1;
      return json(items.slice(start, start + Number(url.searchParams.get("limit"))));
    }
    case "cursor-header": {
      const start = Number(headers["x-pagination-cursor"] ?? 0);
      const next = cursor(start, 50);
      return json(items.slice(start, start + 50), 200, next === undefined ? {} : { "x-pagination-cursor-next": next });
    }
    case "cursor-body": {
      const start = Number(url.searchParams.get("page_token") ?? 0);
      return json({ [list.listKey ?? ""]: items.slice(start, start + 100), next_page_token: cursor(start, 100) });
    }
    default:
      return json(list.listKey === undefined ? items.map(plainOf) : { [list.listKey]: items });
  }
}

/** An item of a list of plain values holds nothing but the value. */
function plainOf(item: unknown): unknown {
  return isRecord(item) && "(value)" in item ? item["(value)"] : item;
}

/** Whether a scope has one item at most, which is its document. */
export function isSingle({ id, list }: ListedKind): boolean {
  const form = servedEntries.find(({ kind }) => kind === id)?.list;
  return form === undefined ? list.listKey === undefined && list.idField === "id" : form.answers === "one";
}

function bucketXml(items: readonly unknown[], project: string): string {
  const element = (name: string, value: unknown): string =>
    value === undefined ? "" : `<${name}>${String(value)}</${name}>`;
  const buckets = items
    .map((item) =>
      isRecord(item)
        ? `<Bucket>${element("CreationDate", item["CreationDate"])}${element("Name", item["Name"])}</Bucket>`
        : "",
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?><ListAllMyBucketsResult><Buckets>${buckets}</Buckets><Owner><ID>${project}:${project}</ID></Owner></ListAllMyBucketsResult>`;
}
