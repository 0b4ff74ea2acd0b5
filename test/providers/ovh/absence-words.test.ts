import { expect, test } from "vitest";
import { InventoryError } from "../../../src/inventory/errors.ts";
import { newContext } from "../../../src/inventory/new-context.ts";
import { localScope, projectScope } from "../../../src/inventory/scope.ts";
import { SaidAbsent } from "../../../src/providers/ovh/errors.ts";
import { checkedAbsence, createPlaces } from "../../../src/providers/ovh/scopes.ts";
import { fakeKind } from "../../inventory/fake-provider.ts";

// A product of regions whose service nobody documents: the region's own services cannot contradict its absence.
const kind = { ...fakeKind(), locality: "region" as const };
const scope = localScope("project", "GRA11");
const region = async () => ({ name: "GRA11", status: "UP", services: [] });
const reader = () => ({ read: region, readDetail: region, readPage: () => Promise.reject(new Error("no list")) });
const notOffered = { notOffered: true };
const { signal } = new AbortController();

test.each([
  ["words about the product", new SaidAbsent("NOT_FOUND", "does not exist at this endpoint", notOffered), true],
  ["a status alone", new InventoryError("NOT_FOUND", "was not found (status 404)", notOffered), false],
])("a product that no region names is absent by %s: %#", async (_what, error, isAbsent) => {
  const checked = await checkedAbsence(error, kind, scope, { reader, places: createPlaces() }, newContext(signal));
  expect(checked.notOffered).toBe(isAbsent);
});

test("a list of a whole project is never absent, whatever is said of it", async () => {
  const ofProject = { ...fakeKind(), locality: "project" as const };
  const error = new SaidAbsent("NOT_FOUND", "does not exist at this endpoint", notOffered);
  const checked = await checkedAbsence(
    error,
    ofProject,
    projectScope("project"),
    { reader, places: createPlaces() },
    newContext(signal),
  );
  expect(checked.notOffered).toBe(false);
});

test("the services of another region say nothing of this one", async () => {
  const named = { ...kind, regionService: "volume" };
  const error = new SaidAbsent("NOT_FOUND", "does not exist at this endpoint", notOffered);
  const elsewhere = localScope("project", "SBG5");
  expect(
    (await checkedAbsence(error, named, scope, { reader, places: createPlaces() }, newContext(signal))).notOffered,
  ).toBe(true);
  const checked = await checkedAbsence(error, named, elsewhere, { reader, places: createPlaces() }, newContext(signal));
  expect(checked).toMatchObject({ notOffered: false, code: "INVALID_RESPONSE" });
});
