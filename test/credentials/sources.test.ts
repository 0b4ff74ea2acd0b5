import { describe, expect, test } from "vitest";
import { findConfig, type Profile, type SourceMap, whereLooked } from "../../src/credentials/sources.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

const profile: Profile = { path: "~/.profile", values: { key: "p1", secret: "p2" }, notices: ["from the profile"] };
const sources = (found: Profile | undefined): SourceMap => ({
  families: [["key", "secret"], ["token"]],
  environment: { key: "THE_KEY", secret: "THE_SECRET", token: "THE_TOKEN", place: "THE_PLACE" },
  bound: ["place"],
  optional: [],
  ignoredEnvironment: ["THE_URL"],
  profilePlaces: "~/.profile",
  readProfile: () => found,
});
const file = { path: "it.json", values: { key: "env:THE_KEY", secret: "f2" }, open: true };
const environment = { THE_KEY: "e1", THE_SECRET: "e2", THE_PLACE: "e3" };

describe("the first source that holds any of the credential is its only one", () => {
  test("a config file, with its references resolved and its warnings told", () => {
    expect(findConfig(sources(profile), { file, environment })).toEqual({
      nameOf: expect.any(Function),
      raw: { key: "e1", secret: "f2", place: "e3" },
      where: "it.json and THE_PLACE",
      notices: [
        "it.json holds secrets and can be read by others; chmod 600 closes it",
        "THE_PLACE is used: place of it.json is not given",
      ],
    });
  });

  test("a config file that holds nothing is still the one that was given", () => {
    const empty = { path: "it.json", values: {}, open: true };
    const { THE_PLACE: _place, ...keysAlone } = environment;
    const found = findConfig(sources(profile), { file: empty, environment: keysAlone });
    expect(found).toMatchObject({ raw: {}, where: "it.json", notices: [] });
  });

  test("the environment, as it is: white space is the schema's to remove and to report", () => {
    const padded = { ...environment, THE_SECRET: " e2\n" };
    expect(findConfig(sources(profile), { file: undefined, environment: padded })).toEqual({
      nameOf: expect.any(Function),
      raw: { key: "e1", secret: " e2\n", place: "e3" },
      where: "environment",
      notices: [],
    });
  });

  test.each([
    { name: "nothing", given: {} },
    { name: "blanks", given: { THE_KEY: "", THE_SECRET: " \t" } },
    { name: "what is no credential", given: { THE_PLACE: "e3" } },
  ])("the profile, where the environment holds $name", ({ given }) => {
    expect(findConfig(sources(profile), { file: undefined, environment: given })).toEqual({
      nameOf: expect.any(Function),
      raw: { ...profile.values, ...("THE_PLACE" in given ? { place: "e3" } : {}) },
      where: "THE_PLACE" in given ? "~/.profile and THE_PLACE" : "~/.profile",
      notices: ["from the profile"],
    });
  });

  test("another kind of credential, whole with what every kind needs", () => {
    const given = { THE_TOKEN: "e4", THE_PLACE: "e3" };
    expect(findConfig(sources(profile), { file: undefined, environment: given })?.raw).toEqual({
      token: "e4",
      place: "e3",
    });
  });

  test("a profile that says why it holds no credential stops", () => {
    const found = { ...profile, values: {}, problem: "no keys are there" };
    const search = () => findConfig(sources(found), { file: undefined, environment: {} });
    expect(search).toThrow(new InventoryError("INVALID_CONFIG", "no keys are there"));
  });

  test.each([undefined, { ...profile, values: { place: "somewhere" } }])("none at all: %j", (found) => {
    expect(findConfig(sources(found), { file: undefined, environment: {} })).toBeUndefined();
  });

  test.each([
    [{ THE_KEY: "e1" }, "the environment holds only a part of a credential: THE_SECRET, THE_PLACE must be set too"],
    [{ THE_TOKEN: "e4" }, "the environment holds only a part of a credential: THE_PLACE must be set too"],
    [
      { ...environment, THE_TOKEN: "e4" },
      "the environment holds more than one kind of credential, THE_KEY, THE_SECRET and THE_TOKEN: keep one of them and unset the others",
    ],
    [
      { THE_KEY: "e1", THE_TOKEN: "e4" },
      "the environment holds more than one kind of credential, THE_KEY and THE_TOKEN: keep one of them and unset the others",
    ],
  ])("%j in the environment stops, and the profile does not fill it up", (given, message) => {
    expect(() => findConfig(sources(profile), { file: undefined, environment: given })).toThrow(
      new InventoryError("INVALID_CONFIG", message),
    );
  });
});

test.each([
  ["/dev/zero", "/dev/zero is larger than 1 MiB"],
  ["/", "/ cannot be read (EISDIR)"],
])("a profile at %s is refused by its name", (path, message) => {
  const readProfile: SourceMap["readProfile"] = ({ readText }) => ({
    ...profile,
    values: { key: readText(path) ?? "" },
  });
  const search = () => findConfig({ ...sources(profile), readProfile }, { file: undefined, environment: {} });
  expect(search).toThrow(new InventoryError("INVALID_CONFIG", message));
});

test("a variable that says where the API is, is ignored aloud", () => {
  const notice = "THE_URL is ignored: the operator's CLOUD_INVENTORY_* variables say where the API is";
  const found = (given: NodeJS.ProcessEnv) =>
    findConfig(sources(profile), { file: undefined, environment: { ...given, THE_URL: "https://example.invalid" } });
  expect(found(environment)?.notices).toEqual([notice]);
  expect(found({})?.notices).toEqual([notice, "from the profile"]);
});

test("where to look is one sentence", () => {
  expect(whereLooked("Some cloud", sources(undefined))).toBe(
    "Some cloud: --config FILE, the environment (THE_KEY, THE_SECRET, THE_PLACE, or THE_TOKEN, THE_PLACE), ~/.profile",
  );
});
