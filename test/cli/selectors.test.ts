import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, placesOf, planted, run, startCloud } from "./run.ts";

// What selects comes from the nearest source that says it; what cannot be honoured is refused by its name.

const known = await startEmulator({ scalewayProjects: 2 });
await known.close();
const { ovh, scaleway, "ovh-data-platform": dataPlatform } = configsOf(known);
const [first = "", second = ""] = known.projects.scaleway;
const organization = known.scalewayOrganizationId;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({ scalewayProjects: 2 });
});
afterAll(() => emulator.close());

type Texts = Readonly<Record<string, string>>;
interface Given {
  readonly name: string;
  readonly environment?: Texts;
  readonly files: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}
const discover = (
  kind: string,
  { args = [], environment = {}, files }: Given,
  provider = kind.slice(0, kind.indexOf(".")),
) =>
  run(["discover", "--provider", provider, "--format", "ndjson", "--kinds", kind, ...args], {
    environment: { ...environment, ...placesOf(emulator) },
    files,
  });
const warningsOf = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/^warning: (.*)$/gm)].map(([, text = ""]) => text);

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
    const ended = await discover("ovh.cloud.project", given);
    expect(warningsOf(ended.stderr)).toEqual(given.warns ?? []);
    const urns = ofType(eventsOf(ended.stdout), "resource").map(({ resource }) => resource.urn);
    expect(urns.map((urn) => urn.split(":").slice(0, 3).join(":"))).toEqual([`urn:v1:${given.realm}`]);
    expect(ended.code).toBe(0);
  });
});

const [yaml, otherSecret] = [".config/scw/config.yaml", planted("22222222-2222-4222-8222-222222222222")];
const secrets = `access_key: ${scaleway["scw_access_key"]}\nsecret_key: ${scaleway["scw_secret_key"]}\n`;
const top = `${secrets}default_project_id: ${first}\n`;
const named = (name: string, body = `default_project_id: ${second}`): string => `profiles:\n  ${name}:\n    ${body}\n`;
const scalewayEnvironment = {
  SCW_ACCESS_KEY: scaleway["scw_access_key"] ?? "",
  SCW_SECRET_KEY: scaleway["scw_secret_key"] ?? "",
};
const scalewayKeys = { scw_access_key: scaleway["scw_access_key"], scw_secret_key: scaleway["scw_secret_key"] };
const of = (key: string, path = `~/${yaml}`): string => `${key} of ${path}`;

interface ScalewayCase extends Given {
  readonly projects: readonly string[];
  readonly warns?: readonly string[];
}
// More of them stand in test/credentials/profiles.test.ts, which starts no process.
const activeNames = ["2024", "true", "1e3"];
const scalewayCases: readonly ScalewayCase[] = [
  ...activeNames.map((name) => ({
    name: `active_profile: ${name}`,
    files: { [yaml]: `${top}active_profile: ${name}\n${named(name)}` },
    projects: [second],
  })),
  {
    name: "SCW_PROFILE of a profile whose name is a number",
    environment: { SCW_PROFILE: " 2024 " },
    files: { [yaml]: `${top}active_profile: other\n${named("2024")}` },
    projects: [second],
  },
  {
    name: "SCW_PROFILE=default is the top level, and says so of a profile of that name",
    environment: { SCW_PROFILE: "default" },
    files: { [yaml]: `${top}active_profile: work\n${named("default")}` },
    projects: [first],
    warns: [`~/${yaml}: the profile "default" is not used: Scaleway's tools call the top level so`],
  },
  {
    name: "a profile with empty keys, which leaves the top level's values",
    files: {
      [yaml]: `${top}active_profile: amsterdam\n${named("amsterdam", 'access_key:\n    default_project_id: ""')}`,
    },
    projects: [first],
  },
  {
    name: "a profile that is made of another by an anchor",
    files: {
      [yaml]: `${secrets}active_profile: b\nprofiles:\n  a: &a\n    default_project_id: ${second}\n  b:\n    <<: *a\n`,
    },
    projects: [second],
  },
  {
    name: "a default region and zone, which narrow nothing",
    environment: { SCW_DEFAULT_REGION: "fr-par", SCW_DEFAULT_ZONE: "fr-par-1" },
    files: { [yaml]: `${top}default_region: fr-par\ndefault_zone: fr-par-1\n` },
    projects: [first],
  },
  {
    name: "config.yml, where there is no config.yaml",
    files: { ".config/scw/config.yml": top },
    projects: [first],
  },
  {
    name: "SCW_DEFAULT_PROJECT_ID before the profile's project",
    environment: { SCW_DEFAULT_PROJECT_ID: second },
    files: { [yaml]: top },
    projects: [second],
    warns: [`SCW_DEFAULT_PROJECT_ID is used; ${of("default_project_id")}, which says something else, is not`],
  },
  {
    name: "SCW_DEFAULT_PROJECT_ID that says what the profile says",
    environment: { SCW_DEFAULT_PROJECT_ID: first.toUpperCase() },
    files: { [yaml]: top },
    projects: [first],
  },
  {
    name: "SCW_DEFAULT_PROJECT_ID beside a profile without a project",
    environment: { SCW_DEFAULT_PROJECT_ID: second },
    files: { [yaml]: secrets },
    projects: [second],
  },
  {
    name: "SCW_DEFAULT_PROJECT_ID that is empty, which chooses nothing",
    environment: { SCW_DEFAULT_PROJECT_ID: "" },
    files: { [yaml]: top },
    projects: [first],
  },
  {
    name: "SCW_DEFAULT_PROJECT_ID beside a config without a project",
    args: config,
    environment: { SCW_DEFAULT_PROJECT_ID: second },
    files: { "inventory.json": scalewayKeys },
    projects: [second],
    warns: ["SCW_DEFAULT_PROJECT_ID is used: scw_project_id of inventory.json is not given"],
  },
  {
    name: "a config's project before SCW_DEFAULT_PROJECT_ID",
    args: config,
    environment: { SCW_DEFAULT_PROJECT_ID: second },
    files: { "inventory.json": { ...scalewayKeys, scw_project_id: first } },
    projects: [first],
    warns: [
      `${of("scw_project_id", "inventory.json")} is used; SCW_DEFAULT_PROJECT_ID, which says something else, is not`,
    ],
  },
  {
    name: "the organization of the profile",
    files: { [yaml]: `${top}default_organization_id: ${organization}\n` },
    projects: [first, second],
  },
  {
    name: "SCW_DEFAULT_ORGANIZATION_ID beside keys from a profile",
    environment: { SCW_DEFAULT_ORGANIZATION_ID: organization },
    files: { [yaml]: top },
    projects: [first, second],
  },
  {
    name: "SCW_DEFAULT_ORGANIZATION_ID beside keys from a config",
    args: config,
    environment: { SCW_DEFAULT_ORGANIZATION_ID: organization },
    files: { "inventory.json": scaleway },
    projects: [first, second],
    warns: ["SCW_DEFAULT_ORGANIZATION_ID is used: scw_organization_id of inventory.json is not given"],
  },
  {
    name: "SCW_DEFAULT_ORGANIZATION_ID beside keys from the environment",
    environment: {
      ...scalewayEnvironment,
      SCW_DEFAULT_PROJECT_ID: first,
      SCW_DEFAULT_ORGANIZATION_ID: organization,
    },
    files: {},
    projects: [first, second],
  },
  {
    name: "the environment's keys, with the project of the profile that SCW_PROFILE names",
    environment: { ...scalewayEnvironment, SCW_PROFILE: "work" },
    files: { [yaml]: named("work", `secret_key: ${otherSecret}\n    default_project_id: ${second}`) },
    projects: [second],
    warns: [
      "SCW_PROFILE does not choose the credential: SCW_ACCESS_KEY, SCW_SECRET_KEY come before any profile",
      `${of("default_project_id")} is used: SCW_DEFAULT_PROJECT_ID is not given`,
    ],
  },
  {
    name: "an environment that says all it needs, beside a profile that nobody can read",
    environment: { ...scalewayEnvironment, SCW_DEFAULT_PROJECT_ID: first },
    files: { [yaml]: "profiles: [" },
    projects: [first],
    warns: [`~/${yaml} is not YAML, so nothing is taken from there`],
  },
];

describe.concurrent("Scaleway is read where the nearest source says", () => {
  test.each(scalewayCases)("$name", async (given) => {
    const ended = await discover("scaleway.secret.secret", given);
    expect(warningsOf(ended.stderr)).toEqual(given.warns ?? []);
    const scopes = ofType(eventsOf(ended.stdout), "scope").map(({ scope }) => scope.split("/")[0]);
    expect(new Set(scopes)).toEqual(new Set(given.projects));
    expect(ended.code).toBe(0);
  });
});

interface Refused extends Given {
  readonly kind: string;
  readonly says: string;
}
const endpoints = "must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca";
const ofOvh = (name: string, given: Omit<Refused, "name" | "kind">): Refused => ({
  name,
  kind: "ovh.cloud.project",
  ...given,
});
const ofScaleway = (name: string, given: Omit<Refused, "name" | "kind">): Refused => ({
  name,
  kind: "scaleway.secret.secret",
  ...given,
});
const refused: readonly Refused[] = [
  ofOvh("OVH_ENDPOINT without a section", {
    environment: { OVH_ENDPOINT: "ovh-us" },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${both}`, ".ovh.conf": section("kimsufi-eu", ovhKeys) },
    says:
      "no keys are in a section [ovh-us], which OVH_ENDPOINT asks for; " +
      "there are keys in [ovh-eu], [ovh-ca] of ovh.conf and [kimsufi-eu] of ~/.ovh.conf",
  }),
  ofOvh("a default endpoint without a section, and keys where none belong", {
    files: {
      ".ovh.conf": `${section("default", { endpoint: "ovh-eu", ...ovhKeys })}${section(planted("pasted-in-here"), otherKeys)}`,
    },
    says: "no keys are in a section [ovh-eu], which ~/.ovh.conf asks for; there are keys in [default], another section of ~/.ovh.conf",
  }),
  ofOvh("several sections and no endpoint", {
    files: { "ovh.conf": both },
    says: "no endpoint is chosen: set OVH_ENDPOINT, or endpoint in the section [default]; there are keys in [ovh-eu], [ovh-ca] of ovh.conf",
  }),
  ofOvh("OVH_ENDPOINT that is no endpoint", {
    environment: { OVH_ENDPOINT: planted("not-an-endpoint") },
    files: { "ovh.conf": `${defaultTo("ovh-ca")}${both}` },
    says: `OVH_ENDPOINT ${endpoints}`,
  }),
  ofOvh("an endpoint that is a URL", {
    files: {
      "ovh.conf": `${defaultTo("https://eu.api.ovh.com/1.0")}${section("https://eu.api.ovh.com/1.0", ovhKeys)}`,
    },
    says: `ovh.conf: endpoint in [default] ${endpoints}`,
  }),
  ofOvh("OVH_ENDPOINT against a config's own endpoint", {
    args: config,
    environment: { OVH_ENDPOINT: "ovh-ca" },
    files: { "inventory.json": ovh },
    says: "OVH_ENDPOINT says something else than endpoint of inventory.json, and a credential is valid at one only: unset OVH_ENDPOINT, or correct one of them",
  }),
  {
    name: "the Data Platform's project against a config's own",
    kind: "ovh-data-platform.bucket",
    args: config,
    environment: { OVH_DATA_PLATFORM_SUBDOMAIN: "another-project" },
    files: { "inventory.json": dataPlatform },
    says: "OVH_DATA_PLATFORM_SUBDOMAIN says something else than project_subdomain of inventory.json, and a credential is valid at one only: unset OVH_DATA_PLATFORM_SUBDOMAIN, or correct one of them",
  },
  ofScaleway("SCW_PROFILE beside a config", {
    args: config,
    environment: { SCW_PROFILE: "work" },
    files: { "inventory.json": scaleway, [yaml]: `${top}${named("work")}` },
    says: "SCW_PROFILE chooses a profile, and with --config no profile is read: unset SCW_PROFILE, or leave inventory.json out",
  }),
  ...["work", "__proto__"].map((profile) =>
    ofScaleway(`SCW_PROFILE=${profile}, which is not there`, {
      environment: { ...scalewayEnvironment, SCW_DEFAULT_PROJECT_ID: first, SCW_PROFILE: profile },
      files: { [yaml]: `${top}${named("job")}` },
      says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
    }),
  ),
  ofScaleway("active_profile: 2024, which is not there", {
    files: { [yaml]: `${top}active_profile: 2024\n${named("2025")}` },
    says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
  }),
  ofScaleway("active_profile: [work]", {
    files: { [yaml]: `${top}active_profile: [work]\n${named("work")}` },
    says: `~/${yaml}: active_profile must be a text`,
  }),
  ofScaleway("a project that is a list", {
    files: { [yaml]: `${top}active_profile: work\n${named("work", `default_project_id: [${second}]`)}` },
    says: `~/${yaml}: default_project_id must be a text`,
  }),
  ofScaleway("two profiles of one name", {
    files: { [yaml]: `${top}active_profile: 1\n${named("1")}  "1": {default_project_id: ${first}}\n` },
    says: `~/${yaml} is not YAML`,
  }),
  ofScaleway("SCW_PROFILE without a file", {
    environment: { ...scalewayEnvironment, SCW_DEFAULT_PROJECT_ID: first, SCW_PROFILE: "work" },
    files: {},
    says: "SCW_PROFILE names a profile, and there is no config.yaml of Scaleway's",
  }),
  ofScaleway("SCW_PROFILE and an empty file", {
    environment: { SCW_PROFILE: "work" },
    files: { [yaml]: "" },
    says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
  }),
  ofScaleway("SCW_CONFIG_PATH of no file, beside a file at the usual place", {
    environment: { SCW_CONFIG_PATH: "customers/one.yaml" },
    files: { [yaml]: top },
    says: "SCW_CONFIG_PATH names a file that is not there",
  }),
  ofScaleway("a project that is none, named with the variable that it comes from", {
    environment: { SCW_DEFAULT_PROJECT_ID: planted("not-a-project") },
    files: { [yaml]: secrets },
    says: `~/${yaml} and SCW_DEFAULT_PROJECT_ID: scw_project_id must be a project's id (a UUID), not its name`,
  }),
];

describe.concurrent("refuses before anything is sent", () => {
  test.each(refused)("$name", async ({ kind, says, ...given }) => {
    const ended = await discover(kind, given);
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
