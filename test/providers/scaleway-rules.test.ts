import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { localScope, projectScope } from "../../src/inventory/scope.ts";
import { checkedAbsence, placesOf } from "../../src/providers/scaleway/localities.ts";
import { kinds } from "../../src/providers/scaleway/products/secret/index.ts";
import { createProvenProjects } from "../../src/providers/scaleway/proven-projects.ts";

const [secret] = kinds;
if (secret === undefined) throw new Error("no kind of secrets");

describe("places", () => {
  test("a kind is asked for where it is known nowhere, once such a place is named", () => {
    expect(placesOf(secret, ["it-mil"])).toEqual(["it-mil"]);
    expect(placesOf(secret, ["fr-par", "it-mil"])).toEqual(["fr-par"]);
  });

  test("no place says that it lacks what belongs to none", () => {
    const error = new InventoryError("NOT_FOUND", "unknown service", { notOffered: true });
    expect(checkedAbsence(error, secret, projectScope("project")).notOffered).toBe(false);
    expect(checkedAbsence(error, secret, localScope("project", "it-mil")).notOffered).toBe(true);
    expect(checkedAbsence(error, secret, localScope("project", "fr-par")).notOffered).toBe(false);
  });
});

test("an item of another project is refused, whichever way its owner is named", () => {
  const nobody = () => Promise.reject(new Error("nobody is asked"));
  const reader = () => ({ read: nobody, readDetail: nobody, readPage: nobody });
  const { learn } = createProvenProjects(reader, nobody);
  const page = (...items: readonly unknown[]) => ({ number: 1, items });
  expect(() => learn(page({ project: "one" }, { project_id: "one" }, {}), "one")).not.toThrow();
  for (const item of [{ project: "two" }, { project_id: "two" }]) {
    expect(() => learn(page({ project: "one" }, item), "one")).toThrow("an item of another project");
  }
});
