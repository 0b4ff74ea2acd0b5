import { expect, test } from "vitest";
import { fixtureOf } from "../../contract/fixtures.ts";
import { rowsOf } from "../../rows.ts";

const row = (await rowsOf("scaleway")).find(({ id }) => id === "scaleway.webhosting.hosting");
const { item, scope } = fixtureOf("scaleway", "scaleway.webhosting.hosting");

test.each([
  ["is enabled", { protected: true }, "enabled"],
  ["is disabled", { protected: false }, "disabled"],
  ["is not said", { protected: undefined }, "unknown"],
  ["is null", { protected: null }, "unknown"],
  ["cannot be read", { protected: "yes" }, "unknown"],
])("deletion protection of a hosting that %s", (_what, said, state) => {
  expect(row?.read({ ...item, ...said }, scope)?.resource.details.protection).toEqual([
    { type: "deletion-protection", state },
  ]);
});
