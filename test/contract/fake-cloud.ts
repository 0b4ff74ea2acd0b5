import { isRecord } from "../../src/http/answer.ts";
import type { Scope } from "../../src/inventory/scope.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { itemPathOf, listPathOf } from "../rows.ts";

/** What a faked cloud answers. A body that is no string is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (body: unknown, status = 200): Reply => ({
  status,
  body,
  headers: { "content-type": "application/json" },
});

const filled = (template: string, scope: Scope, id = ""): string =>
  template
    .replace("{project}", scope.project ?? "")
    .replace("{locality}", scope.locality ?? "")
    .replace("{id}", encodeURIComponent(id));

/** Whether a request asks for the kind's own list, or for a detail of it. */
export function isListRequest(url: URL, kind: ListedKind, scope: Scope, basePath: string): boolean {
  const path = url.pathname.slice(basePath.length);
  const list = filled(listPathOf(kind), scope);
  if (path === list || kind.provesCredential) return true;
  return itemPathOf(kind) !== undefined && path.startsWith(`${list}/`);
}

/** Answers one request for a kind whose scope holds `items`, the way its list is read. */
export function answerList(
  url: URL,
  kind: ListedKind,
  scope: Scope,
  items: readonly unknown[],
  basePath: string,
): Reply {
  const { list } = kind;
  if (kind.provesCredential) {
    return { status: 200, body: bucketXml(items, scope.project ?? ""), headers: { "content-type": "text/xml" } };
  }
  if (isSingle(kind)) return json(items[0] ?? {});
  const itemPath = itemPathOf(kind);
  if (itemPath !== undefined) {
    const idOf = (item: unknown): unknown => (isRecord(item) ? item[list.idField] : undefined);
    const path = url.pathname.slice(basePath.length);
    if (path === filled(listPathOf(kind), scope)) return json(items.map((item) => idOf(item) ?? null));
    const found = items.find((item) => path === filled(itemPath, scope, String(idOf(item))));
    return found === undefined ? json({ message: "This service does not exist" }, 404) : json(found);
  }
  if (list.listKey === undefined) return json(items);
  const size = Number(url.searchParams.get("page_size") ?? url.searchParams.get("per_page"));
  const start = (Number(url.searchParams.get("page")) - 1) * size;
  return json({ [list.listKey]: items.slice(start, start + size), total_count: items.length });
}

/** Whether a scope has one item at most, which is its document. */
export function isSingle({ list }: ListedKind): boolean {
  return (
    list.listKey === undefined && list.proof.startsWith("one document") && list.calls[0]?.path.endsWith("}") === true
  );
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
