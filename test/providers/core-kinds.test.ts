import { expect, test } from "vitest";
import { familiesOf, selectKinds } from "../../src/inventory/select-kinds.ts";
import { coreKinds } from "../../src/providers/core-kinds.ts";
import { loadProvider, providerIds } from "../../src/providers/registry.ts";

const kinds = (await Promise.all(providerIds.map(loadProvider))).flatMap((definition) => definition.kinds);
const idsOf = (all: typeof kinds) => all.map(({ id }) => id).sort();

test("the core is what it always was: whoever adds a kind adds an optional one", () => {
  expect(coreKinds.toSorted()).toEqual([
    "ovh-data-platform.bucket",
    "ovh.cloud.bucket",
    "ovh.cloud.database",
    "ovh.cloud.instance",
    "ovh.cloud.project",
    "ovh.cloud.swift-container",
    "ovh.cloud.volume",
    "scaleway.block.volume",
    "scaleway.instance.server",
    "scaleway.instance.volume",
    "scaleway.object.bucket",
    "scaleway.secret.secret",
  ]);
});

test("the default set is the core and what is optional", () => {
  const byDefault = kinds.filter((kind) => kind.byDefault);
  expect(idsOf(byDefault.filter(({ optional }) => !optional))).toEqual(coreKinds.toSorted());
  expect(idsOf(kinds.filter(({ optional }) => optional))).toEqual(
    idsOf(byDefault).filter((id) => !coreKinds.includes(id)),
  );
  expect(kinds.filter(({ optional, required }) => optional && required)).toEqual([]);
});

test("people are in no default set, and nothing but their whole id selects them", () => {
  const people = kinds.filter(({ personal }) => personal);
  expect(people.filter(({ byDefault }) => byDefault)).toEqual([]);
  const words = ["all", "*", "*.*", ...familiesOf(kinds), ...new Set(kinds.map(({ provider }) => `${provider}.*`))];
  expect(selectKinds(kinds, words).filter(({ personal }) => personal)).toEqual([]);
  for (const { id } of people) expect(idsOf(selectKinds(kinds, [id]))).toEqual([id]);
});
