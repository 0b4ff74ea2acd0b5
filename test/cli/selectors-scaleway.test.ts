import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, planted, startCloud } from "./run.ts";
import { discoverKind, type Given, type Refused, warningsOf } from "./selecting.ts";

// What selects comes from the nearest source that says it; what cannot be honoured is refused by its name.

const known = await startEmulator({ scalewayProjects: 2 });
await known.close();
const { scaleway } = configsOf(known);
const [first = "", second = ""] = known.projects.scaleway;
const organization = known.scalewayOrganizationId;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({ scalewayProjects: 2 });
});
afterAll(() => emulator.close());

const kind = "scaleway.secret.secret";
const config = ["--config", "inventory.json"];
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
    warns: [`~/${yaml} is not YAML at line 1, column 12, so nothing is taken from there`],
  },
];

describe.concurrent("Scaleway is read where the nearest source says", () => {
  test.each(scalewayCases)("$name", async (given) => {
    const ended = await discoverKind(emulator, kind, given);
    expect(warningsOf(ended.stderr)).toEqual(given.warns ?? []);
    const scopes = ofType(eventsOf(ended.stdout), "scope").map(({ scope }) => scope.split("/")[0]);
    expect(new Set(scopes)).toEqual(new Set(given.projects));
    expect(ended.code).toBe(0);
  });
});

const refused: readonly Refused[] = [
  {
    name: "SCW_PROFILE beside a config",
    args: config,
    environment: { SCW_PROFILE: "work" },
    files: { "inventory.json": scaleway, [yaml]: `${top}${named("work")}` },
    says: "SCW_PROFILE chooses a profile, and with --config no profile is read: unset SCW_PROFILE, or leave inventory.json out",
  },
  ...["work", "__proto__"].map((profile) => ({
    name: `SCW_PROFILE=${profile}, which is not there`,
    environment: { ...scalewayEnvironment, SCW_DEFAULT_PROJECT_ID: first, SCW_PROFILE: profile },
    files: { [yaml]: `${top}${named("job")}` },
    says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
  })),
  {
    name: "active_profile: 2024, which is not there",
    files: { [yaml]: `${top}active_profile: 2024\n${named("2025")}` },
    says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
  },
  {
    name: "active_profile: [work]",
    files: { [yaml]: `${top}active_profile: [work]\n${named("work")}` },
    says: `~/${yaml}: active_profile must be a text`,
  },
  {
    name: "a project that is a list",
    files: { [yaml]: `${top}active_profile: work\n${named("work", `default_project_id: [${second}]`)}` },
    says: `~/${yaml}: default_project_id must be a text`,
  },
  {
    name: "two profiles of one name",
    files: { [yaml]: `${top}active_profile: 1\n${named("1")}  "1": {default_project_id: ${first}}\n` },
    says: `~/${yaml} is not YAML at line 8, column 3`,
  },
  {
    name: "SCW_PROFILE without a file",
    environment: { ...scalewayEnvironment, SCW_DEFAULT_PROJECT_ID: first, SCW_PROFILE: "work" },
    files: {},
    says: "SCW_PROFILE names a profile, and there is no config.yaml of Scaleway's",
  },
  {
    name: "SCW_PROFILE and an empty file",
    environment: { SCW_PROFILE: "work" },
    files: { [yaml]: "" },
    says: `~/${yaml} has no profile of the name it or SCW_PROFILE asks for`,
  },
  {
    name: "SCW_CONFIG_PATH of no file, beside a file at the usual place",
    environment: { SCW_CONFIG_PATH: "customers/one.yaml" },
    files: { [yaml]: top },
    says: "SCW_CONFIG_PATH names a file that is not there",
  },
  {
    name: "a project that is none, named with the variable that it comes from",
    environment: { SCW_DEFAULT_PROJECT_ID: planted("not-a-project") },
    files: { [yaml]: secrets },
    says: `~/${yaml} and SCW_DEFAULT_PROJECT_ID: SCW_DEFAULT_PROJECT_ID must be a project's id (a UUID), not its name`,
  },
];

describe.concurrent("refuses before anything is sent", () => {
  test.each(refused)("$name", async ({ says, ...given }) => {
    const ended = await discoverKind(emulator, kind, given);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toBe(`error: ${says}\n`);
  });
});
