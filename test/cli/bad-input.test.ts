import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

/** One run that has to be refused before anything is sent; `says` is the whole of standard error after `error: `. */
interface Refusal {
  readonly name: string;
  readonly args?: readonly string[];
  /** The content of `inventory.json`, handed over by `--config`. */
  readonly config?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  readonly says: string;
}

// The account is made up from a seed, so its credentials are known before the emulator of the tests runs.
const known = await startEmulator();
await known.close();
const { ovh, scaleway } = configsOf(known);
const secretKey = scaleway["scw_secret_key"] ?? "";
const all = known.environment;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterEach(() => expect(emulator.statistics.requests).toBe(0));
afterAll(() => emulator.close());

const ovhPlaces =
  "OVHcloud: --config FILE, the environment (OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, " +
  "or OVH_CLIENT_ID, OVH_CLIENT_SECRET, or OVH_ACCESS_TOKEN), ./ovh.conf, ~/.ovh.conf, /etc/ovh.conf";
const scalewayPlaces =
  "Scaleway: --config FILE, the environment (SCW_ACCESS_KEY, SCW_SECRET_KEY, SCW_DEFAULT_PROJECT_ID), Scaleway's " +
  "config.yaml ($SCW_CONFIG_PATH, $XDG_CONFIG_HOME/scw or ~/.config/scw)";
const dataPlatformPlaces =
  "OVHcloud Data Platform: --config FILE, the environment (OVH_DATA_PLATFORM_API_KEY, OVH_DATA_PLATFORM_SECRET_KEY, " +
  "OVH_DATA_PLATFORM_SUBDOMAIN)";
const noSuch = (what: string, word: string, nearest: string): string =>
  `unknown ${what} "${word}"; did you mean "${nearest}"?`;

const formats = "(known: table, ndjson, json, csv)";

const commandLine: readonly Refusal[] = [
  { name: "a verb", args: ["discvoer"], says: noSuch("verb", "discvoer", "discover") },
  {
    name: "a verb like no other",
    args: ["toString"],
    says:
      'unknown verb "toString" (known: wizard, init, discover, diff, coverage, report, export, fleet, preflight, validate, kinds, rights, credentials, schema, ' +
      "manifest, completion, emulator)",
  },
  { name: "a verb to be explained", args: ["help", "kind"], says: noSuch("verb", "kind", "kinds") },
  {
    name: "an option before the verb",
    args: ["--provider", "ovh", "discover"],
    says: 'unknown option before a verb "--provider" (known: --help, --version)',
  },
  { name: "an option", args: ["discover", "--kind", "*"], says: noSuch("option", "--kind", "--kinds") },
  { name: "a short option", args: ["discover", "-k"], says: 'unknown option "-k"; --help lists the options' },
  { name: "an argument", args: ["discover", "-", "x"], says: 'unknown argument "-"; --help lists the options' },
  { name: "an option twice, short and long", args: ["discover", "-q", "--quiet"], says: "--quiet is given twice" },
  { name: "a short option without value", args: ["discover", "-o"], says: "--output needs a value" },
  { name: "an option without value", args: ["discover", "--kinds"], says: "--kinds needs a value" },
  { name: "an empty value", args: ["discover", "--output="], says: "--output needs a value" },
  { name: "a list of nothing", args: ["discover", "--kinds", " ,"], says: "--kinds needs a value" },
  { name: "a switch with a value", args: ["kinds", "--json=yes"], says: "--json takes no value" },
  { name: "a format", args: ["discover", "--format", "jsn"], says: `${noSuch("format", "jsn", "json")} ${formats}` },
  { name: "a format like no other", args: ["discover", "-f", "yaml"], says: `unknown format "yaml" ${formats}` },
  { name: "a provider", args: ["discover", "--provider", "ovhh"], says: noSuch("provider", "ovhh", "ovh") },
  {
    name: "a kind",
    args: ["discover", "--kinds", "ovh.cloud.instanse,*"],
    says: noSuch("kind", "ovh.cloud.instanse", "ovh.cloud.instance"),
  },
  {
    name: "a pattern",
    args: ["discover", "--kinds", "scaleway.instanc.*"],
    says: noSuch("kind", "scaleway.instanc.*", "scaleway.instance.*"),
  },
  {
    name: "a pattern of a provider",
    args: ["discover", "--kinds", "scalway.*"],
    says: noSuch("kind", "scalway.*", "scaleway.*"),
  },
  {
    name: "a word that would colour a terminal",
    args: ["discover", "--kinds", "\u001b[31m\nred"],
    says: 'unknown kind "\ufffd[31m\ufffdred"; `cloud-inventory kinds` lists them',
  },
  {
    name: "a deadline",
    args: ["discover", "--deadline", "soon"],
    says: "--deadline must be a number of at least 0.001",
  },
  {
    name: "an inventory",
    args: ["discover", "--config", "ovhcloud=inventory.json"],
    config: ovh,
    says: noSuch("inventory", "ovhcloud", "ovh"),
  },
  {
    name: "a config that --provider leaves out",
    args: ["discover", "--provider", "scaleway", "--config", "inventory.json"],
    config: ovh,
    says: "--config names ovh, which --provider leaves out",
  },
  {
    name: "a kind of a provider that --provider leaves out",
    args: ["discover", "--provider", "scaleway", "--kinds", "scaleway.*,ovh.vps"],
    says: 'kind "ovh.vps" is one of OVHcloud, which --provider leaves out',
  },
  {
    name: "kinds of two providers that --provider leaves out",
    args: ["preflight", "--provider", "ovh-data-platform", "--kinds", "*.instance*"],
    says: 'kind "*.instance*" is one of OVHcloud and Scaleway, which --provider leaves out',
  },
  {
    name: "a kind of a provider that --config leaves out",
    args: ["discover", "--config", "inventory.json", "--kinds", "scaleway.secret.secret"],
    config: ovh,
    says: 'kind "scaleway.secret.secret" is one of Scaleway, which --config leaves out',
  },
  {
    name: "rights for a kind of a provider that --provider leaves out",
    args: ["rights", "--provider", "scaleway", "--kinds", "ovh.vps"],
    says: 'kind "ovh.vps" is one of OVHcloud, which --provider leaves out',
  },
  {
    name: "a family that no provider of the run has kinds of",
    args: ["discover", "--provider", "ovh-data-platform", "--kinds", "storage,databases"],
    says: 'the family "databases" has kinds of OVHcloud and Scaleway alone, which --provider leaves out',
  },
  {
    name: "a mistyped family",
    args: ["kinds", "--kinds", "databses"],
    says: noSuch("kind", "databses", "databases"),
  },
  {
    name: "an option of a look at an account where none is looked at",
    args: ["kinds", "--scope", "project"],
    says: "--scope goes with --requests: without it, no account is looked at",
  },
  {
    name: "a credential for a kind of a provider that hands out none",
    args: ["credentials", "request", "--kinds", "scaleway.*"],
    says: 'kind "scaleway.*" is one of Scaleway, which hands out no credentials on request',
  },
];

const credentials: readonly Refusal[] = [
  {
    name: "none at all",
    says: `no credentials found; looked for ${ovhPlaces}; for ${scalewayPlaces}; for ${dataPlatformPlaces}`,
  },
  {
    name: "none of a provider that was asked for",
    args: ["discover", "--provider", "ovh", "--provider", "scaleway"],
    environment: Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith("OVH_"))),
    says: `no credentials found; looked for ${scalewayPlaces}`,
  },
  {
    name: "none for kinds that were asked for",
    args: ["discover", "--kinds", "*.project,ovh.cloud.bucket,scaleway.*"],
    environment: Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith("SCW_"))),
    says: `no credentials found; looked for ${ovhPlaces}`,
  },
  {
    name: "a part of one in the environment",
    environment: { OVH_APPLICATION_SECRET: planted("partofacredential0123456") },
    says: "the environment holds only a part of a credential: OVH_APPLICATION_KEY, OVH_CONSUMER_KEY must be set too",
  },
  {
    name: "a blank variable beside full ones",
    environment: { ...all, SCW_SECRET_KEY: "  " },
    says: "the environment holds only a part of a credential: SCW_SECRET_KEY must be set too",
  },
  {
    name: "access key and secret key in each other's place",
    environment: { ...all, SCW_ACCESS_KEY: secretKey, SCW_SECRET_KEY: scaleway["scw_access_key"] ?? "" },
    says:
      "environment: SCW_ACCESS_KEY must be SCW followed by 17 capital letters and digits; it looks like the secret key (a UUID): swapped with SCW_SECRET_KEY?; " +
      "SCW_SECRET_KEY must be the secret key of the API key (a UUID); it looks like the access key: swapped with SCW_ACCESS_KEY?",
  },
  {
    name: "the secret key as project",
    environment: { ...all, SCW_DEFAULT_PROJECT_ID: ` ${secretKey.toUpperCase()}` },
    says: "environment: SCW_DEFAULT_PROJECT_ID is the same as SCW_SECRET_KEY: they seem to be swapped, or one was pasted twice: compare it with what the provider shows",
  },
  {
    name: "the secret key among further projects",
    config: { ...scaleway, scw_project_ids: `d695457e-7352-4e4d-815f-77a89d83ecf2, ${secretKey}` },
    says: "inventory.json: scw_project_ids is the same as scw_secret_key: they seem to be swapped, or one was pasted twice: compare it with what the provider shows",
  },
];

const ofKey = (key: string, value: string, complaint: string): Refusal => ({
  name: `${key} ${value.slice(0, 20)}`,
  config: { ...(key.startsWith("scw_") ? scaleway : ovh), [key]: value },
  says: `inventory.json: ${key} ${complaint}`,
});
const ofOvh = "must be 8 to 64 letters and digits, as OVHcloud showed it";

const malformedValues: readonly Refusal[] = [
  ofKey("application_secret", planted('planted"application"secret'), ofOvh),
  ofKey("scw_secret_key", planted("planted-4e4d-815f-77a89d83"), "must be the secret key of the API key (a UUID)"),
  ofKey("scw_project_id", "my project", "must be a project's id (a UUID), not its name"),
  ofKey("project_ids", "production", "must hold project ids of 32 hexadecimal characters, not names"),
  ofKey(
    "endpoint",
    planted("a-secret-in-the-wrong-field"),
    "must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca",
  ),
  {
    name: "a kind of another cloud",
    config: { ...ovh, kinds: "scaleway.instance.server" },
    says: 'kind "scaleway.instance.server" is one of Scaleway, and inventory.json is a config of OVHcloud',
  },
];

describe.concurrent.each([
  { of: "the command line", refusals: commandLine },
  { of: "credentials", refusals: credentials },
  { of: "values", refusals: malformedValues },
])("$of", ({ refusals }) => {
  test.each(refusals)("$name", async ({ args, config, environment = {}, says }) => {
    const files = config === undefined ? {} : { "inventory.json": config };
    const usual = config === undefined ? ["discover"] : ["discover", "--config", "inventory.json"];
    const ended = await run(args ?? usual, { environment: { ...environment, ...placesOf(emulator) }, files });
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: ${says}\n` });
  });
});

test("no verb at all shows the usage", async () => {
  expect(await run([])).toMatchObject({ code: 2, stdout: expect.stringContaining("usage: cloud-inventory VERB") });
});

test("a secret in the output would not go unnoticed", async () => {
  // A word of the command line is repeated, and no secret is ever taken from there.
  await expect(run(["discover", "--kinds", planted("Planted-On-Purpose")])).rejects.toThrow("planted secrets in what");
});

describe.concurrent("the operator's variables", () => {
  const notAnOrigin = "must be an origin such as https://example.com, without a path";
  const notMebibytes = "must be a number of MiB above 0 and up to 1024";
  test.each([
    ["CLOUD_INVENTORY_OVH_URL", "https://example.com/1.0", notAnOrigin],
    ["CLOUD_INVENTORY_SCALEWAY_URL", `https://:${planted("operators-password")}@example.com`, notAnOrigin],
    ["CLOUD_INVENTORY_SCALEWAY_S3_URL", "s3://{region}.example.com", notAnOrigin],
    ["CLOUD_INVENTORY_MAX_BODY_MIB", "a lot", notMebibytes],
  ])("%s=%s", async (name, value, says) => {
    const ended = await run(["discover"], { environment: { ...emulator.environment, [name]: value } });
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: ${name} ${says}\n` });
  });
});
