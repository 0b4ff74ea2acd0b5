import { describe, expect, it } from "vitest";
import { isRecord } from "../../src/http/answer.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { localScope, projectScope, type Scope } from "../../src/inventory/scope.ts";
import { scalewayKinds } from "../../src/providers/scaleway/kinds/index.ts";
import { validatorOf } from "../schemas.ts";
import { hasShared, type RecordedAnswer, readRecordings, skipReason } from "./shared.ts";

// Projects are recorded as a list of version 2 and read one by one from version 3; the object is the same.
const recordedPath = (kind: ResourceKind): string =>
  kind.id === "scaleway.account.project"
    ? "/account/v2/projects"
    : kind.path.replace("{locality}", kind.locality === "zone" ? "{zone}" : "{region}");

const listKeyOf = (kind: ResourceKind): string =>
  kind.dialect.type === "numbered-pages" ? kind.dialect.listKey : "projects";

describe.skipIf(!hasShared)(`recorded answers of Scaleway${hasShared ? "" : ` (${skipReason})`}`, () => {
  const all = hasShared ? readRecordings() : [];
  const isResource = validatorOf("resource.schema.json");
  // S3's XML has no items before it is parsed: replay.test.ts reads it end to end.
  const kinds = scalewayKinds.filter(({ dialect }) => dialect.type !== "s3-xml");
  const answersOf = (kind: ResourceKind): readonly RecordedAnswer[] =>
    all.find(({ path }) => path === recordedPath(kind))?.responses.filter(({ status }) => status === 200) ?? [];
  const recorded = kinds.filter((kind) => answersOf(kind).length > 0);
  const unrecorded = kinds.filter((kind) => answersOf(kind).length === 0).map(({ id }) => id);

  it.each(recorded.map((kind) => [kind.id, kind] as const))(
    "%s: every recorded item becomes a valid resource",
    (_id, kind) => {
      let items = 0;
      for (const { url, body } of answersOf(kind)) {
        const list = isRecord(body) ? body[listKeyOf(kind)] : undefined;
        expect(Array.isArray(list), url).toBe(true);
        for (const item of list as readonly unknown[]) {
          const reading = kind.read(item, scopeOf(item, url));
          expect(reading?.droppedFields).toEqual([]);
          expect(isResource(reading?.resource), JSON.stringify(isResource.errors)).toBe(true);
          items += 1;
        }
      }
      expect(items).toBeGreaterThan(0);
    },
  );

  it.skip.each(unrecorded)("%s: never recorded, so its form is known from documentation alone", () => {});

  it("knows which kinds have a recording", () => {
    expect(recorded.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["scaleway.account.project", "scaleway.instance.server", "scaleway.instance.image"]),
    );
    console.info(`kinds without a recording: ${unrecorded.join(", ")}`);
  });
});

function scopeOf(item: unknown, url: string): Scope {
  const project = isRecord(item) ? String(item["project"] ?? item["project_id"] ?? item["id"]) : "";
  const locality = /\/(?:zones|regions)\/([^/?]+)/.exec(url)?.[1];
  return locality === undefined ? projectScope(project) : localScope(project, locality);
}
