import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, placesOf, planted, run, startCloud } from "./run.ts";
import { discoverKind, type Given, type Refused, warningsOf } from "./selecting.ts";

// What selects comes from the nearest source that says it; what cannot be honoured is refused by its name.

const known = await startEmulator();
await known.close();
const { ovh, "ovh-data-platform": dataPlatform } = configsOf(known);

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

type Texts = Readonly<Record<string, string>>;
const config = ["--config", "inventory.json"];
const otherKeys = {
  application_key: planted("aaaaaaaaaaaaaaaa"),
  application_secret: planted("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"),
  consumer_key: planted("cccccccccccccccccccccccccccccccc"),
};
const { endpoint: _endpoint, ...ovhKeys } = ovh;
const section = (name: string, values: Texts): string =>
  `[${name}]\n${Object.entries(values)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join("")}\n`;
const defaultTo = (endpoint: string): string => section("default", { endpoint });
const both = `${section("ovh-eu", otherKeys)}${section("ovh-ca", ovhKeys)}`;

interface OvhCase extends Given {
  readonly realm: string;
  readonly warns?: readonly string[];
}
const ovhCases: readonly OvhCase[] = [
  {
    name: "OVH_ENDPOINT chooses the section",
    environment: { OVH_ENDPOINT: "ovh-ca" },
    files: { ".ovh.conf": `${defaultTo("ovh-eu")}${both}` },
    realm: "ca",
    warns: ["OVH_ENDPOINT is used; endpoint of ~/.ovh.conf, which says something else, is not"],
  },
  {
    name: "OVH_ENDPOINT chooses the section where no file does, in any case and with white space",
    environment: { OVH_ENDPOINT: " OVH-CA " },
    files: { "ovh.conf": both },
    realm: "ca",
  },
  {
    name: "OVH_ENDPOINT that is empty chooses nothing",
    environment: { OVH_ENDPOINT: " " },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${both}` },
    realm: "ca",
  },
  {
    name: "a nearer ovh.conf without keys chooses the section of a farther one",
    files: { "ovh.conf": defaultTo("ovh-ca"), ".ovh.conf": `${defaultTo("ovh-eu")}${both}` },
    realm: "ca",
  },
  {
    name: "a nearer ovh.conf with keys for another endpoint alone hides nothing",
    environment: { OVH_ENDPOINT: "ovh-ca" },
    files: { "ovh.conf": section("ovh-eu", otherKeys), ".ovh.conf": section("ovh-ca", ovhKeys) },
    realm: "ca",
  },
  {
    name: "keys of a nearer ovh.conf that are empty do not hide those of a farther one",
    files: {
      "ovh.conf": `${defaultTo("ovh-ca")}${section("ovh-ca", { application_key: "", consumer_key: '""' })}`,
      ".ovh.conf": both,
    },
    realm: "ca",
  },
  {
    name: "an ovh.conf from another editor and another client: a mark, CR LF, quotes, comments, capital letters",
    files: {
      "ovh.conf":
        '\ufeff[Default]\r\nEndpoint = "ovh-ca" ; Canada\r\n[OVH-CA]\r\nApplication_Key = ' +
        `"${ovhKeys["application_key"]}" ; mine\r\napplication_secret='${ovhKeys["application_secret"]}'\r\n` +
        `consumer_key=${ovhKeys["consumer_key"]} # ours\r\n`,
    },
    realm: "ca",
  },
  {
    name: "no endpoint anywhere",
    files: { "ovh.conf": `${section("ovh-ca", otherKeys)}${section("ovh-eu", ovhKeys)}` },
    realm: "eu",
    warns: ["no endpoint is chosen, so ovh-eu is read; there are keys in [ovh-ca], [ovh-eu] of ovh.conf"],
  },
  {
    name: "the environment's keys, at the endpoint that a file chooses",
    environment: {
      OVH_APPLICATION_KEY: ovh["application_key"] ?? "",
      OVH_APPLICATION_SECRET: ovh["application_secret"] ?? "",
      OVH_CONSUMER_KEY: ovh["consumer_key"] ?? "",
    },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${section("ovh-eu", otherKeys)}` },
    realm: "ca",
    warns: ["endpoint of ovh.conf is used: OVH_ENDPOINT is not given"],
  },
  {
    name: "a config's keys, at the endpoint of OVH_ENDPOINT",
    args: config,
    environment: { OVH_ENDPOINT: "ovh-ca" },
    files: { "inventory.json": { ...ovhKeys, endpoint: "" } },
    realm: "ca",
    warns: ["OVH_ENDPOINT is used: endpoint of inventory.json is not given"],
  },
  {
    name: "a config at its own endpoint, beside a whole credential for another in the environment",
    args: config,
    environment: {
      OVH_ENDPOINT: "ovh-eu",
      OVH_APPLICATION_KEY: otherKeys.application_key,
      OVH_APPLICATION_SECRET: otherKeys.application_secret,
      OVH_CONSUMER_KEY: otherKeys.consumer_key,
    },
    files: { "inventory.json": { ...ovhKeys, endpoint: "ovh-ca" } },
    realm: "ca",
    warns: ["endpoint of inventory.json is used; OVH_ENDPOINT, which says something else, is not"],
  },
];

describe.concurrent("OVHcloud is read where the nearest source says", () => {
  test.each(ovhCases)("$name", async (given) => {
    const ended = await discoverKind(emulator, "ovh.cloud.project", given);
    expect(warningsOf(ended.stderr)).toEqual(given.warns ?? []);
    const urns = ofType(eventsOf(ended.stdout), "resource").map(({ resource }) => resource.urn);
    expect(urns.map((urn) => urn.split(":").slice(0, 3).join(":"))).toEqual([`urn:v1:${given.realm}`]);
    expect(ended.code).toBe(0);
  });
});

const endpoints = "must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca";
const refused: readonly (Refused & { readonly kind: string })[] = [
  {
    name: "OVH_ENDPOINT without a section",
    kind: "ovh.cloud.project",
    environment: { OVH_ENDPOINT: "ovh-us" },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${both}`, ".ovh.conf": section("kimsufi-eu", ovhKeys) },
    says:
      "no keys are in a section [ovh-us], which OVH_ENDPOINT asks for; " +
      "there are keys in [ovh-eu], [ovh-ca] of ovh.conf and [kimsufi-eu] of ~/.ovh.conf",
  },
  {
    name: "a default endpoint without a section, and keys where none belong",
    kind: "ovh.cloud.project",
    files: {
      ".ovh.conf": `${section("default", { endpoint: "ovh-eu", ...ovhKeys })}${section(planted("pasted-in-here"), otherKeys)}`,
    },
    says: "no keys are in a section [ovh-eu], which ~/.ovh.conf asks for; there are keys in [default], another section of ~/.ovh.conf",
  },
  {
    name: "several sections and no endpoint",
    kind: "ovh.cloud.project",
    files: { "ovh.conf": `${section("ovh-us", otherKeys)}${section("ovh-ca", ovhKeys)}` },
    says: "no endpoint is chosen: set OVH_ENDPOINT, or endpoint in the section [default]; there are keys in [ovh-us], [ovh-ca] of ovh.conf",
  },
  {
    name: "OVH_ENDPOINT that is no endpoint",
    kind: "ovh.cloud.project",
    environment: { OVH_ENDPOINT: planted("not-an-endpoint") },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${both}` },
    says: `OVH_ENDPOINT ${endpoints}`,
  },
  {
    name: "an endpoint that is a URL",
    kind: "ovh.cloud.project",
    files: {
      "ovh.conf": `${defaultTo("https://eu.api.ovh.com/1.0")}${section("https://eu.api.ovh.com/1.0", ovhKeys)}`,
    },
    says: `ovh.conf: endpoint in [default] (line 2) ${endpoints}; it says https://eu.api.ovh.com/1.0, which is ovh-eu: write that, and name the section with its keys [ovh-eu]`,
  },
  {
    name: "OVH_ENDPOINT against a config's own endpoint",
    kind: "ovh.cloud.project",
    args: config,
    environment: { OVH_ENDPOINT: "ovh-ca" },
    files: { "inventory.json": ovh },
    says: "OVH_ENDPOINT says something else than endpoint of inventory.json, and a credential is valid at one only: unset OVH_ENDPOINT, or correct one of them",
  },
  {
    name: "the Data Platform's project against a config's own",
    kind: "ovh-data-platform.bucket",
    args: config,
    environment: { OVH_DATA_PLATFORM_SUBDOMAIN: "another-project" },
    files: { "inventory.json": dataPlatform },
    says: "OVH_DATA_PLATFORM_SUBDOMAIN says something else than project_subdomain of inventory.json, and a credential is valid at one only: unset OVH_DATA_PLATFORM_SUBDOMAIN, or correct one of them",
  },
];

describe.concurrent("refuses before anything is sent", () => {
  test.each(refused)("$name", async ({ kind, says, ...given }) => {
    const ended = await discoverKind(emulator, kind, given);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toBe(`error: ${says}\n`);
  });
});

test("a key is requested at one endpoint, or not at all", async () => {
  const { consumer_key: _consumerKey, ...asking } = ovh;
  const ended = await run(["credentials", "request", "--kinds", "ovh.cloud.project", ...config], {
    environment: { OVH_ENDPOINT: "ovh-us", ...placesOf(emulator) },
    files: { "inventory.json": asking },
  });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(/^error: OVH_ENDPOINT says something else than endpoint of inventory\.json/);
});
