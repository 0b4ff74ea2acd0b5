import { isRecord } from "../../src/http/answer.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import type { Scope } from "../../src/inventory/scope.ts";

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
export function isListRequest(url: URL, kind: ResourceKind, scope: Scope, basePath: string): boolean {
  const path = url.pathname.slice(basePath.length);
  const list = filled(kind.path, scope);
  if (path === list || kind.dialect.type === "s3-xml") return true;
  return kind.dialect.type === "ids-then-detail" && path.startsWith(`${list}/`);
}

/** Answers one request for a kind whose scope holds `items`, the way its dialect does. */
export function answerList(
  url: URL,
  kind: ResourceKind,
  scope: Scope,
  items: readonly unknown[],
  basePath: string,
): Reply {
  const { dialect } = kind;
  switch (dialect.type) {
    case "whole-list":
      return json(items);
    case "single-document":
      return json(items[0] ?? {});
    case "ids-then-detail": {
      const idOf = (item: unknown): unknown => (isRecord(item) ? item[dialect.idKey] : undefined);
      const path = url.pathname.slice(basePath.length);
      if (path === filled(kind.path, scope)) return json(items.map((item) => idOf(item) ?? null));
      const found = items.find((item) => path === filled(dialect.detailPath, scope, String(idOf(item))));
      return found === undefined ? json({ message: "This service does not exist" }, 404) : json(found);
    }
    case "numbered-pages": {
      const size = Number(url.searchParams.get(dialect.pageSizeParameter));
      const start = (Number(url.searchParams.get("page")) - 1) * size;
      return json({ [dialect.listKey]: items.slice(start, start + size), total_count: items.length });
    }
    case "s3-xml":
      return { status: 200, body: bucketXml(items, scope.project ?? ""), headers: { "content-type": "text/xml" } };
    default:
      return dialect satisfies never;
  }
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
