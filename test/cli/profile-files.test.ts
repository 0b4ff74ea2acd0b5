import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, planted, run, startCloud } from "./run.ts";
import { discoverKind } from "./selecting.ts";

// A file of the vendor's tools that is there is read however it was written, or what is wrong is named with its file and line.

const known = await startEmulator();
await known.close();
const { ovh, scaleway } = configsOf(known);
const { endpoint = "", application_key: key = "", application_secret: secret = "", consumer_key: consumer = "" } = ovh;
const { scw_access_key: accessKey = "", scw_secret_key: secretKey = "", scw_project_id: project = "" } = scaleway;
const yaml = ".config/scw/config.yaml";
const mark = "\ufeff";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

const conf = `[default]
endpoint=${endpoint}

[${endpoint}]
application_key=${key}
application_secret=${secret}
consumer_key=${consumer}
`;
const scw = `access_key: ${accessKey}\nsecret_key: ${secretKey}\ndefault_project_id: ${project}\n`;
const withoutKeys = `[default]\nendpoint=${endpoint}\n[${endpoint}]\napplication_key=\napplication_secret = ""\nconsumer_key= ; later\n`;

describe.concurrent("a file is read", () => {
  test.each<[name: string, kind: string, files: Readonly<Record<string, string>>]>([
    [
      "with a byte order mark and the ends of lines of Windows",
      "ovh",
      { "ovh.conf": mark + conf.replaceAll("\n", "\r\n") },
    ],
    ["with old ends of lines", "ovh", { "ovh.conf": conf.replaceAll("\n", "\r") }],
    ["with colons", "ovh", { "ovh.conf": conf.replaceAll("=", ": ") }],
    ["with quotes", "ovh", { "ovh.conf": conf.replaceAll(/=(.*)/g, ' = "$1"') }],
    ["with quotes and comments", "ovh", { "ovh.conf": conf.replaceAll(/=(.*)/g, " = '$1' ; mine") }],
    ["with comments behind values", "ovh", { "ovh.conf": conf.replaceAll(/=(.*)/g, "=$1 # mine") }],
    ["with sections and keys in other letters", "ovh", { "ovh.conf": conf.toUpperCase().replace(/=(.+)/g, lowered) }],
    [
      "with a section that stands twice",
      "ovh",
      { "ovh.conf": conf.replace("consumer_key", `[x]\n[${endpoint}]\nconsumer_key`) },
    ],
    ["behind a nearer one whose keys are empty", "ovh", { "ovh.conf": withoutKeys, ".ovh.conf": conf }],
    [
      "with a byte order mark and the ends of lines of Windows",
      "scaleway",
      { [yaml]: mark + scw.replaceAll("\n", "\r\n") },
    ],
    [
      "whose active profile has keys without values",
      "scaleway",
      {
        [yaml]: `${scw}active_profile: a\nprofiles:\n  a:\n    access_key:\n    secret_key: ""\n    default_project_id: ~\n`,
      },
    ],
  ])("%s: %s", async (_name, kind, files) => {
    const named = kind === "ovh" ? "ovh.cloud.project" : "scaleway.secret.secret";
    const ended = await discoverKind(emulator, named, { name: "", files });
    expect(ended.stderr).not.toMatch(/^(?:error|warning):/m);
    expect(ended.code).toBe(0);
  });
});

/** The value as it was written, behind a key in capital letters. */
function lowered(_match: string, value: string): string {
  return `=${[endpoint, key, secret, consumer].find((one) => one.toUpperCase() === value) ?? value}`;
}

const lookedFor =
  "no credentials found; looked for OVHcloud: --config FILE, the environment (OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, or OVH_CLIENT_ID, OVH_CLIENT_SECRET, or OVH_ACCESS_TOKEN), ./ovh.conf, ~/.ovh.conf, /etc/ovh.conf";

describe.concurrent("says what it found and could not use", () => {
  test.each<[name: string, files: Readonly<Record<string, string>>, says: string]>([
    ["no file", {}, lookedFor],
    [
      "keys without values",
      { "ovh.conf": withoutKeys },
      `${lookedFor}; found: ovh.conf holds no keys: application_key (line 4, without a value), application_secret (line 5, without a value), consumer_key (line 6, without a value)`,
    ],
    [
      "two files without keys",
      { "ovh.conf": `[default]\nendpoint=${endpoint}\n`, ".ovh.conf": `[${endpoint}]\nconsumer_key\n` },
      `${lookedFor}; found: ovh.conf holds no keys; ~/.ovh.conf holds no keys: line 2 is neither a section nor a key with a value`,
    ],
    [
      "a key that is misspelt",
      { "ovh.conf": conf.replace("application_secret", "applicationSecret") },
      'ovh.conf: application_secret (line 6 has "applicationSecret") is missing',
    ],
    [
      "a key without a value beside others",
      { "ovh.conf": conf.replace(consumer, "") },
      "ovh.conf: consumer_key (line 7, without a value) is missing",
    ],
    [
      "a value that no key has",
      { "ovh.conf": conf.replace(consumer, `"${planted("half of a consumer key")}"`) },
      "ovh.conf: consumer_key in line 7 must be 8 to 64 letters and digits, as OVHcloud showed it",
    ],
    [
      "an endpoint that is none",
      { "ovh.conf": conf.replace(endpoint, "ovh-fr") },
      "ovh.conf: endpoint in [default] (line 2) must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca; it says ovh-fr",
    ],
    [
      "an endpoint that may be anything",
      { "ovh.conf": conf.replace(endpoint, planted("https://me:password-in-a-url@eu.api.ovh.com/1.0")) },
      "ovh.conf: endpoint in [default] (line 2) must be one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca",
    ],
  ])("ovh.conf: %s", async (_name, files, says) => {
    const ended = await discoverKind(emulator, "ovh.cloud.project", { name: "", files });
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: ${says}\n` });
  });

  test.each<[name: string, text: string, says: RegExp]>([
    [
      "a profile without values",
      "active_profile: a\nprofiles:\n  a:\n    access_key:\n    secret_key:\n",
      /^error: no credentials found; .*; found: ~\/\.config\/scw\/config\.yaml holds no keys: access_key \(line 4, without a value\), secret_key \(line 5, without a value\)\n$/,
    ],
    [
      "a profile that nothing chooses",
      `profiles:\n  a:\n    access_key: ${accessKey}\n`,
      /; found: ~\/\.config\/scw\/config\.yaml holds no keys: one profile does; SCW_PROFILE or active_profile chooses one\n$/,
    ],
    [
      "a secret key without a value",
      scw.replace(secretKey, ""),
      /^error: ~\/\.config\/scw\/config\.yaml: secret_key \(line 2, without a value\) is missing\n$/,
    ],
    [
      "a key that is misspelt",
      scw.replace("secret_key", "secretkey"),
      /^error: ~\/\.config\/scw\/config\.yaml: secret_key \(line 2 has "secretkey"\) is missing\n$/,
    ],
    [
      "the two keys in each other's place",
      `access_key: ${secretKey}\nsecret_key: ${accessKey}\ndefault_project_id: ${project}\n`,
      /: access_key in line 1 must be SCW .*; it looks like the secret key \(a UUID\): swapped with secret_key in line 2\?; secret_key in line 2 must be/,
    ],
    [
      "no YAML",
      `access_key: ${accessKey}\n  secret_key: x\n`,
      /^error: ~\/\.config\/scw\/config\.yaml is not YAML at line 1, column 13\n$/,
    ],
  ])("config.yaml: %s", async (_name, text, says) => {
    const ended = await discoverKind(emulator, "scaleway.secret.secret", { name: "", files: { [yaml]: text } });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(says);
  });

  test("a provider that is not part of the run", async () => {
    const files = { "ovh.conf": conf, [yaml]: "access_key:\nsecret_key:\n" };
    const ended = await run(["validate"], { files });
    expect(ended.code).toBe(0);
    expect(ended.notes.join("")).toContain(
      "note: Scaleway is not part of this run: no credentials were found for it (~/.config/scw/config.yaml holds no keys: access_key (line 1, without a value), secret_key (line 2, without a value))\n",
    );
  });
});

describe.concurrent("validate names a value by the place that it comes from", () => {
  const malformed = planted("not a key at all");
  const rule = "does not have the expected form: it must be 8 to 64 letters and digits, as OVHcloud showed it";
  const environment = {
    OVH_ENDPOINT: endpoint,
    OVH_APPLICATION_KEY: key,
    OVH_APPLICATION_SECRET: secret,
    OVH_CONSUMER_KEY: malformed,
  };
  const request = { ...ovh, consumer_key: "env:MY_CONSUMER_KEY" };

  test.each([
    ["a variable", { environment }, [], `OVH_CONSUMER_KEY ${rule}`, "environment"],
    [
      "a line of a profile",
      { files: { "ovh.conf": conf.replace(consumer, malformed) } },
      [],
      `consumer_key in line 7 ${rule}`,
      "ovh.conf",
    ],
    [
      "a variable that a config refers to",
      { environment: { MY_CONSUMER_KEY: malformed }, files: { "inventory.json": request } },
      ["--config", "inventory.json"],
      `consumer_key (env:MY_CONSUMER_KEY) ${rule}`,
      "inventory.json",
    ],
  ])("%s", async (_name, given, args, says, source) => {
    const ended = await run(["validate", "--provider", "ovh", ...args], given);
    expect(ended.stdout).toBe(`ovh: not valid (${source}); nothing was sent\n  ${says}\n`);
    expect(ended.code).toBe(2);
  });

  test("its key and its name, in JSON", async () => {
    const ended = await run(["validate", "--provider", "ovh", "--json"], { environment });
    expect(JSON.parse(ended.stdout)).toMatchObject([
      { source: "environment", problems: [{ key: "consumer_key", name: "OVH_CONSUMER_KEY" }] },
    ]);
  });

  test.each([
    [
      "Scaleway",
      { SCW_ACCESS_KEY: accessKey, SCW_SECRET_KEY: malformed, SCW_DEFAULT_PROJECT_ID: project },
      "SCW_SECRET_KEY must be",
    ],
    ["OVHcloud", environment, "OVH_CONSUMER_KEY must be"],
    [
      "Data Platform",
      {
        OVH_DATA_PLATFORM_SUBDOMAIN: "Not A Name",
        OVH_DATA_PLATFORM_API_KEY: "0123456789abcdef",
        OVH_DATA_PLATFORM_SECRET_KEY: planted("0123456789abcdefghijklmnopqrstuv"),
      },
      "OVH_DATA_PLATFORM_SUBDOMAIN must be",
    ],
  ])("as discover does: %s", async (_name, given, says) => {
    const ended = await run(["discover"], { environment: given });
    expect(ended.stderr).toContain(`error: environment: ${says}`);
    expect(ended.code).toBe(2);
  });
});
