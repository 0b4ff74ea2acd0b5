import { describe, expect, it } from "vitest";
import { isRecord } from "../../src/http/answer.ts";
import { localScope, projectScope, type Scope } from "../../src/inventory/scope.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { rowsOf } from "../rows.ts";
import { validatorOf } from "../schemas.ts";
import {
  hasShared,
  listKeyOf,
  type RecordedAnswer,
  readRecordedDetails,
  readRecordings,
  recordedPath,
  skipReason,
} from "./shared.ts";

const scalewayKinds = await rowsOf("scaleway");

describe.skipIf(!hasShared)(`recorded answers of Scaleway${hasShared ? "" : ` (${skipReason})`}`, () => {
  const lists = hasShared ? readRecordings() : [];
  const details = hasShared ? readRecordedDetails() : [];
  const isResource = validatorOf("resource.schema.json");
  // S3's XML has no items before it is parsed: replay.test.ts reads it end to end.
  const kinds = scalewayKinds.filter(({ provesCredential }) => !provesCredential);
  const listsOf = (kind: ListedKind): readonly RecordedAnswer[] =>
    lists.find(({ path }) => path === recordedPath(kind))?.responses.filter(({ status }) => status === 200) ?? [];
  const detailsOf = (kind: ListedKind): readonly RecordedAnswer[] =>
    details.filter(({ kind: id }) => id === kind.id).flatMap(({ responses }) => responses.filter(isItem));
  const itemsOf = (kind: ListedKind): readonly RecordedItem[] => [
    ...listsOf(kind).flatMap(({ url, body }) => listIn(body, kind).map((item) => ({ url, item }))),
    ...detailsOf(kind).map(({ url, body }) => ({ url, item: itemIn(body, kind) })),
  ];
  const recorded = kinds.filter((kind) => itemsOf(kind).length > 0);
  const listed = kinds.filter((kind) => listsOf(kind).length > 0);
  const unrecorded = kinds.filter((kind) => !recorded.includes(kind)).map(({ id }) => id);

  it.each(listed.map((kind) => [kind.id, kind] as const))("%s: every recorded list has our list key", (_id, kind) => {
    for (const { url, body } of listsOf(kind)) {
      expect(isRecord(body) && Array.isArray(body[listKeyOf(kind)]), url).toBe(true);
    }
  });

  it.each(recorded.map((kind) => [kind.id, kind] as const))(
    "%s: every recorded item becomes a valid resource",
    (_id, kind) => {
      for (const { url, item } of itemsOf(kind)) {
        const reading = kind.read(item, scopeOf(item, url));
        expect(reading?.lost, url).toEqual([]);
        expect(isResource(reading?.resource), JSON.stringify(isResource.errors)).toBe(true);
        expect(reading?.resource.urn.endsWith(`:${kind.idOf(item)}`), url).toBe(true);
      }
    },
  );

  it.skip.each(unrecorded)("%s: no item was ever recorded, so its form is known from documentation alone", () => {});

  it("knows which kinds have a recorded item", () => {
    expect(recorded.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["scaleway.account.project", "scaleway.instance.server", "scaleway.instance.image"]),
    );
    console.info(`kinds without a recorded item: ${unrecorded.join(", ") || "none"}`);
  });
});

interface RecordedItem {
  readonly url: string;
  readonly item: unknown;
}

function listIn(body: unknown, kind: ListedKind): readonly unknown[] {
  const list = isRecord(body) ? body[listKeyOf(kind)] : undefined;
  return Array.isArray(list) ? list : [];
}

/** Reads, and the answers to creations and changes, which hold the item too; a deletion may answer nothing. */
function isItem({ status, body }: RecordedAnswer): boolean {
  return status >= 200 && status < 300 && isRecord(body) && Object.keys(body).length > 0;
}

/** The item, or what lies in its envelope: the Instance API's `{"server": …}`, beside a `task` where one was started. */
function itemIn(body: unknown, kind: ListedKind): unknown {
  const envelope = listKeyOf(kind).replace(/s$/, "");
  return isRecord(body) && isRecord(body[envelope]) ? body[envelope] : body;
}

function scopeOf(item: unknown, url: string): Scope {
  const project = isRecord(item) ? String(item["project"] ?? item["project_id"] ?? item["id"]) : "";
  const locality = /\/(?:zones|regions)\/([^/?]+)/.exec(url)?.[1];
  return locality === undefined ? projectScope(project) : localScope(project, locality);
}
