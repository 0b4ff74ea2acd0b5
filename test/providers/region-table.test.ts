import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { regionTable as ovh } from "../../src/providers/ovh/regions.ts";
import { placeIn } from "../../src/providers/region-table.ts";
import { regionTable as scaleway } from "../../src/providers/scaleway/regions.ts";
import { discoverOn } from "./run.ts";

const tables = { ovh, scaleway };

it.each([
  ["ovh", "GRA11", "Gravelines", "FR"],
  ["ovh", "SBG", "Strasbourg", "FR"],
  ["ovh", "DE1", "Limburg", "DE"],
  ["ovh", "EU-WEST-PAR", "Paris", "FR"],
  ["ovh", "US-EAST-VA-1", "Vint Hill", "US"],
  ["scaleway", "nl-ams-3", "Amsterdam", "NL"],
  ["scaleway", "it-mil", "Milan", "IT"],
] as const)("%s %s is %s, %s", (provider, region, city, country) => {
  expect(placeIn(tables[provider], region)).toMatchObject({ city, country });
});

it.each([
  ["ovh", "GRAVE"],
  ["ovh", "EU-WEST-LZ-BRU-A"],
  ["ovh", "fr-par"],
  ["scaleway", "GRA"],
  ["scaleway", "fr-par-10"],
  ["scaleway", "xx-yyy-1"],
] as const)("says nothing of %s %s", (provider, region) => {
  expect(placeIn(tables[provider], region)).toBeUndefined();
});

describe("the country of resources", () => {
  let emulator: Emulator;
  afterEach(() => emulator.close());

  it.each([
    [{}, ["FR", "IT", "NL", "PL"]],
    [{ CLOUD_INVENTORY_COUNTRY: "off" }, []],
  ])("with %j is %j", async (more, countries) => {
    emulator = await startEmulator({ scalewayProjects: 1 });
    const environment = { ...emulator.environment, ...more };
    const { resources } = await discoverOn({ ...emulator, environment }, "scaleway", {
      kinds: ["scaleway.instance.server"],
    });
    expect([...new Set(resources.flatMap(({ country }) => country ?? []))].sort()).toEqual(countries);
  });
});
