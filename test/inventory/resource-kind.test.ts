import { describe, expect, test } from "vitest";
import type { ResourceDraft } from "../../src/inventory/complete-resource.ts";
import { Resource } from "../../src/inventory/resource.ts";
import { accountScope, localScope, projectScope, type Scope } from "../../src/inventory/scope.ts";
import { fakeKind } from "./fake-provider.ts";

function resourceOf(draft: Partial<ResourceDraft>, scope: Scope = projectScope("p1")): Resource {
  const reading = fakeKind({ more: () => draft }).read({ id: "a" }, scope);
  return Resource.parse(reading?.resource);
}

describe("a row's draft becomes a resource", () => {
  test("with the constant fields of its row, and nothing that is not known", () => {
    expect(resourceOf({})).toEqual({
      urn: "urn:fake:p1:a",
      kind: "fake.thing",
      class: "compute",
      subclass: "",
      name: "a",
      service: "fake",
      resource: "thing",
      tags: [],
      endpoints: [],
      details: { provider: "fake", project: "p1", protection: [], relations: [], attributes: {} },
    });
  });

  test("with the item's own class where it says one", () => {
    expect(resourceOf({ class: "database", subclass: "mysql" })).toMatchObject({
      class: "database",
      subclass: "mysql",
    });
  });

  test.each<[string, Partial<ResourceDraft>, Scope, string | undefined]>([
    ["its own region", { region: "north" }, localScope("p1", "south"), "north"],
    ["the scope's locality without one", {}, localScope("p1", "south"), "south"],
    ["the scope's locality for null", { region: null }, localScope("p1", "south"), "south"],
    ["no region in the account", {}, accountScope, undefined],
  ])("with %s", (_, draft, scope, region) => {
    expect(resourceOf(draft, scope).region).toBe(region);
  });

  test.each<[string, string | null | undefined]>([
    ["null", null],
    ["an absent one", undefined],
    ["an empty one", ""],
  ])("named after its id instead of %s", (_, name) => {
    expect(resourceOf({ name, urn: "urn:fake:my%20disk" }).name).toBe("my disk");
  });

  test("named after its URN where no id can be decoded from it", () => {
    expect(resourceOf({ urn: "urn:fake:x%ED%A0%80" }).name).toBe("x%ED%A0%80");
  });

  test("without empty attributes, and with zero and false", () => {
    const attributes = { none: null, absent: undefined, zero: 0, no: false, text: "" };
    expect(resourceOf({ attributes, sizeBytes: 0 }).details).toMatchObject({
      sizeBytes: 0,
      attributes: { zero: 0, no: false, text: "" },
    });
    expect(Object.keys(resourceOf({ attributes }).details.attributes)).toEqual(["zero", "no", "text"]);
  });
});

describe("a raw item", () => {
  const kind = fakeKind();
  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "a"],
    ["a list", [{ id: "a" }]],
    ["no id", { name: "a" }],
    ["a null id", { id: null }],
    ["an empty id", { id: "" }],
  ])("%s has no identity", (_, raw) => {
    expect(kind.read(raw, accountScope)).toBeUndefined();
  });

  test("loses odd fields and odd entries alone", () => {
    const reading = kind.read({ id: "a", name: "ok", size: "1", tags: [1, 2] }, accountScope);
    expect(reading?.lost.map(({ part }) => part)).toEqual(["size", "tags[]", "tags[]"]);
    expect(reading?.resource).toMatchObject({ name: "ok", tags: [] });
  });

  test("has the provider that its kind names", () => {
    expect(fakeKind({ id: "one.two.three" }).provider).toBe("one");
  });
});

describe("an item that holds more than one resource may", () => {
  const long = "\u4f60".repeat(1_000_000);
  const many = (text: string) => Array.from({ length: 100_000 }, (_, number) => `${number}-${text}`);
  const read = (item: object, draft: Partial<ResourceDraft> = {}) =>
    fakeKind({ more: () => draft }).read({ id: "a", ...item }, projectScope("p1"));

  test.each<[string, object, Partial<ResourceDraft>, string]>([
    ["a name", { name: long }, {}, "name"],
    ["one tag", { tags: [long] }, {}, "tags"],
    ["many tags", { tags: many("t") }, {}, "tags"],
    ["long tags", {}, { tags: Array.from({ length: 900 }, () => long) }, "tags"],
    ["a status", {}, { status: long }, "status"],
    ["a region", {}, { region: long }, "region"],
    ["an account", {}, { account: long }, "account"],
    ["a date", {}, { createdAt: long }, "createdAt"],
    ["a host", {}, { endpoints: [{ type: "host", endpoint: long, attributes: { [long]: long } }] }, "endpoints"],
    [
      "many hosts",
      {},
      { endpoints: many(".test").map((endpoint) => ({ type: "host", endpoint, attributes: {} })) },
      "endpoints",
    ],
    ["attributes", {}, { attributes: Object.fromEntries(many("k").map((key) => [key, key])) }, "attributes"],
    [
      "deep attributes",
      {},
      { attributes: { deep: JSON.parse("[".repeat(20_000) + "]".repeat(20_000)) } },
      "attributes",
    ],
    ["protection", {}, { protection: [{ type: "replication", state: "enabled", detail: long }] }, "protection"],
    ["relations", {}, { relations: many("urn:x").map((urn) => ({ type: "has-volume", urn })) }, "relations"],
    ["a relation", {}, { relations: [{ type: "has-volume", urn: `urn:${long}` }] }, "relations"],
  ])("is cut, and the field named: %s", (_, item, draft, field) => {
    const reading = read(item, draft);
    expect(reading?.cutFields).toContain(field);
    const resource = Resource.parse(reading?.resource);
    expect(Buffer.byteLength(JSON.stringify(resource))).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(JSON.stringify(resource.details))).toBeLessThan(64 * 1024);
    expect(resource.details.relations.filter(({ urn }) => urn.includes("\u2026"))).toEqual([]);
  });

  test("keeps what fits, in its order", () => {
    const { tags } = read({ tags: ["b", "a", long, "c"] })?.resource ?? { tags: [] };
    expect(tags).toEqual(["b", "a", expect.stringMatching(/^\u4f60+\u2026$/), "c"]);
  });

  test("stays small with everything too large at once", () => {
    const draft: Partial<ResourceDraft> = {
      ...{ name: long, status: long, region: long, account: long, createdAt: long, tags: many(long.slice(0, 50)) },
      attributes: Object.fromEntries(many("k").map((key) => [key, long])),
      endpoints: Array.from({ length: 900 }, () => ({ type: "host", endpoint: long, attributes: { [long]: long } })),
    };
    const resource = read({}, draft)?.resource;
    expect(Buffer.byteLength(JSON.stringify(resource))).toBeLessThan(2 * 1024 * 1024);
  });

  test("loses odd entries alone where they come by the hundred thousand", () => {
    const reading = read({ name: "ok", tags: Array.from({ length: 200_000 }, () => 1) });
    expect(reading).toMatchObject({ resource: { name: "ok", tags: [] }, cutFields: ["tags"] });
    expect(new Set(reading?.lost.map(({ field }) => field))).toEqual(new Set(["tags"]));
  });

  test.each([["a"], ["\u4f60"], ["\ud800"]])("is refused where its id is too long for a URN: %j", (character) => {
    let told = 0;
    const id = character.repeat(1_000_000);
    expect(fakeKind().read({ id }, accountScope, () => (told += 1))).toBeUndefined();
    expect(told).toBe(1);
  });

  test("is not said of real resources", () => {
    const tags = Array.from({ length: 100 }, (_, number) => `key-${number}=${"v".repeat(200)}`);
    const reading = read({ name: "n".repeat(255), tags });
    expect(reading).toMatchObject({ cutFields: [], resource: { tags, name: "n".repeat(255) } });
  });
});
