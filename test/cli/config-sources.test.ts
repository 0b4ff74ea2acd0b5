import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, placesOf, planted, run, startCloud } from "./run.ts";

const known = await startEmulator();
await known.close();
const { ovh, scaleway } = configsOf(known);
const { OVH_ENDPOINT, OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, ...others } = known.environment;
const { ovhServiceAccount: serviceAccount, ovhAccessToken: accessToken } = known.credentials;
const ovhEnvironment = { OVH_ENDPOINT, OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY };
const dataPlatform = known.credentials.dataPlatform;
const dataPlatformEnvironment = Object.fromEntries(
  Object.entries(others).filter(([name]) => name.startsWith("OVH_DATA_PLATFORM_")),
);
const scalewayEnvironment = Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith("SCW_")));

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

/** One kind of each inventory, which few requests read. */
const kindOf = {
  ovh: "ovh.cloud.project",
  "ovh-data-platform": "ovh-data-platform.bucket",
  scaleway: "scaleway.secret.secret",
};

interface Source {
  readonly name: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly mode?: number;
  readonly args?: readonly string[];
  /** The inventories that are read. */
  readonly reads: readonly (keyof typeof kindOf)[];
  readonly warns?: string;
}

const ini = (values: Readonly<Record<string, string>>): string =>
  `[default]\nendpoint = ovh-eu\n\n[ovh-eu]\n${Object.entries(values)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join("")}`;
const { endpoint: _endpoint, ...ovhKeys } = ovh;
const yaml = (indent = ""): string =>
  `${indent}access_key: ${scaleway["scw_access_key"]}\n${indent}secret_key: ${scaleway["scw_secret_key"]}\n` +
  `${indent}default_project_id: ${scaleway["scw_project_id"]}\n`;
const [path, config] = [".config/scw/config.yaml", ["--config", "inventory.json"]];
const open = "warning: inventory.json holds secrets and can be read by others; chmod 600 closes it\n";
const references = { application_key: "env:A", application_secret: "file:secret", consumer_key: "env:C" };
const referred = { A: ovh["application_key"], C: ovh["consumer_key"] };

const sources: readonly Source[] = [
  {
    name: "the environment of every cloud",
    environment: { ...ovhEnvironment, ...scalewayEnvironment, ...dataPlatformEnvironment },
    reads: ["ovh", "ovh-data-platform", "scaleway"],
  },
  {
    name: "the environment, with white space around a value",
    environment: { ...ovhEnvironment, OVH_CONSUMER_KEY: `\t${OVH_CONSUMER_KEY} ` },
    reads: ["ovh"],
    warns: "warning: environment: white space around OVH_CONSUMER_KEY was removed\n",
  },
  {
    name: "the environment of a service account",
    environment: {
      OVH_ENDPOINT,
      OVH_CLIENT_ID: serviceAccount.client_id,
      OVH_CLIENT_SECRET: serviceAccount.client_secret,
    },
    reads: ["ovh"],
  },
  {
    name: "the environment of an access token, before a profile with other keys",
    environment: { OVH_ENDPOINT, OVH_ACCESS_TOKEN: accessToken.access_token },
    files: { "ovh.conf": ini(ovhKeys) },
    reads: ["ovh"],
  },
  {
    name: "a config of references to a service account",
    args: config,
    environment: { THE_SECRET: serviceAccount.client_secret },
    files: { "inventory.json": { ...serviceAccount, client_secret: "env:THE_SECRET" } },
    reads: ["ovh"],
  },
  {
    name: "an access token in ovh.conf",
    files: { ".ovh.conf": ini({ access_token: accessToken.access_token }) },
    reads: ["ovh"],
  },
  {
    name: "a config, with white space around values",
    args: config,
    files: { "inventory.json": { ...ovh, application_secret: `${ovh["application_secret"]}\n`, kinds: " * " } },
    reads: ["ovh"],
    warns:
      "warning: inventory.json: white space around application_secret was removed\n" +
      "warning: inventory.json: white space around kinds was removed\n",
  },
  {
    name: "a config that its keys name, beside an environment that is left alone",
    args: config,
    environment: { ...ovhEnvironment },
    files: { "inventory.json": { ...dataPlatform, key_expires_at: "2099-12-31" } },
    reads: ["ovh-data-platform"],
  },
  {
    name: "a config that others can read",
    args: config,
    files: { "inventory.json": ovh },
    mode: 0o640,
    reads: ["ovh"],
    warns: open,
  },
  {
    name: "a config of references, which is no secret",
    args: config,
    environment: referred,
    files: { "inventory.json": { endpoint: "ovh-eu", ...references }, secret: `${ovh["application_secret"]}\n` },
    mode: 0o644,
    reads: ["ovh"],
  },
  {
    name: "an API URL in the environment, which is ignored",
    environment: { ...scalewayEnvironment, SCW_API_URL: "https://example.invalid" },
    reads: ["scaleway"],
    warns: "warning: SCW_API_URL is ignored: the operator's CLOUD_INVENTORY_* variables say where the API is\n",
  },
  {
    name: "an API URL in a profile, which is ignored",
    files: { [path]: `${yaml()}api_url: https://example.invalid\n` },
    reads: ["scaleway"],
    warns: `warning: ~/${path}: api_url is ignored; CLOUD_INVENTORY_SCALEWAY_URL says where the API is\n`,
  },
  { name: "profiles at home", files: { ".ovh.conf": ini(ovhKeys), [path]: yaml() }, reads: ["ovh", "scaleway"] },
  {
    name: "the profile of SCW_PROFILE before the active one",
    environment: { SCW_PROFILE: "work" },
    files: { [path]: `active_profile: none\nprofiles:\n  work:\n${yaml("    ")}` },
    reads: ["scaleway"],
  },
  {
    name: "the environment before a profile that would be refused",
    environment: ovhEnvironment,
    files: { "ovh.conf": ini({ ...ovhKeys, consumer_key: planted("another consumer key") }) },
    reads: ["ovh"],
  },
  {
    name: "a config before an environment and a profile that would be refused",
    args: config,
    environment: { SCW_SECRET_KEY: planted("half-a-credential") },
    files: { "inventory.json": scaleway, [path]: `secret_key: ${planted("not a uuid either")}\n` },
    reads: ["scaleway"],
  },
];

describe.concurrent("reads", () => {
  test.each(sources)("$name", async ({ args = [], environment = {}, files = {}, mode = 0o600, reads, warns = "" }) => {
    const kinds = reads.map((id) => kindOf[id]);
    const given = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? ""]));
    const ended = await run(["discover", "--format", "ndjson", "--kinds", kinds.join(), ...args], {
      environment: { ...given, ...placesOf(emulator) },
      files,
      mode,
    });
    const finished = ofType(eventsOf(ended.stdout), "finished");
    expect(finished.map(({ inventory }) => inventory).toSorted()).toEqual(reads);
    expect(finished.every(({ complete }) => complete)).toBe(true);
    expect(ended.stderr.slice(0, ended.stderr.indexOf("KIND"))).toBe(warns);
    expect(ended.code).toBe(0);
  });
});
