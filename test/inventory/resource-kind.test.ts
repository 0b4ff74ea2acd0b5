import { describe, expect, test } from "vitest";
import { Resource } from "../../src/inventory/resource.ts";
import type { ResourceDraft } from "../../src/inventory/resource-kind.ts";
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

  test("loses odd fields alone, each named once", () => {
    const reading = kind.read({ id: "a", name: "ok", size: "1", tags: [1, 2] }, accountScope);
    expect(reading?.droppedFields.toSorted()).toEqual(["size", "tags"]);
    expect(reading?.resource).toMatchObject({ name: "ok", tags: [] });
  });

  test("has the provider that its kind names", () => {
    expect(fakeKind({ id: "one.two.three" }).provider).toBe("one");
  });
});
