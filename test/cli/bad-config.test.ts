import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const known = await startEmulator();
await known.close();
const { ovh, scaleway } = configsOf(known);

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterEach(() => expect(emulator.statistics.requests).toBe(0));
afterAll(() => emulator.close());

const [path, config] = [".config/scw/config.yaml", ["--config", "inventory.json"]];

/** A config that has to be refused before anything is sent; `says` is the whole of standard error after `error: `. */
interface Broken {
  readonly name: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly says: string;
}
const ofConfig = (name: string, content: unknown, says: string): Broken => ({
  name,
  args: config,
  files: { "inventory.json": content },
  says: `inventory.json${says}`,
});
const ofYaml = (name: string, text: string, says: string): Broken => ({
  name,
  files: { [path]: text },
  says: `~/${path}${says}`,
});
const missing =
  "no credential is given: add application_key + application_secret + consumer_key, or client_id + client_secret, or access_token";
const serviceAccount = { client_id: "EU.0123456789abcdef", client_secret: planted("client-secret-of-a-mixed-config") };
const excluding =
  "application_key, application_secret, consumer_key (ovh-application) and client_id, client_secret (ovh-service-account) exclude each other: keep the keys of one kind and remove the others";

const broken: readonly Broken[] = [
  { name: "no file", args: config, says: "inventory.json cannot be read (ENOENT)" },
  { name: "a folder", args: ["--config", "ovh=."], says: ". cannot be read (EISDIR)" },
  ofConfig(
    "text that is not JSON",
    `{"application_secret": ${planted("unquoted-secret")}}`,
    " is not JSON at line 1, column 24; a config is one object of keys and string values",
  ),
  ofConfig("an array", [ovh], " is not a JSON object of keys and string values"),
  ofConfig(
    "an object that holds no credential",
    { ovh },
    " holds no credential of a known inventory (OVHcloud: application_key, application_secret, consumer_key, or client_id, client_secret, or access_token; Scaleway: scw_access_key, scw_secret_key; OVHcloud Data Platform: api_key, secret_key)",
  ),
  {
    ...ofConfig(
      "nesting",
      { endpoint: { ...ovh } },
      `: endpoint must be a string in quotes; the config is flat; ${missing}`,
    ),
    args: ["--config", "ovh=inventory.json"],
  },
  ofConfig("a number", { ...ovh, max_in_flight: 4 }, ": max_in_flight must be a string in quotes; the config is flat"),
  ofConfig(
    "an unknown key",
    { ...ovh, application_sekret: planted("secret under a wrong name") },
    ': unknown key "application_sekret"; did you mean "application_secret"?',
  ),
  ofConfig(
    "missing keys",
    { scw_access_key: scaleway["scw_access_key"], scw_secret_key: " " },
    ": scw_project_id is missing; scw_secret_key is missing",
  ),
  ofConfig("two kinds of credential", { ...ovh, ...serviceAccount }, `: ${excluding}`),
  ofConfig(
    "a part of a credential",
    { endpoint: "ovh-eu", client_id: serviceAccount.client_id },
    ": client_secret is missing",
  ),
  ofConfig(
    "a token with the word before it",
    { endpoint: "ovh-eu", access_token: planted("Bearer a-token-that-was-copied-with-its-header") },
    ": access_token must be the token alone, without `Bearer` and without spaces",
  ),
  {
    name: "two kinds of credential in the environment",
    environment: {
      OVH_ENDPOINT: "ovh-eu",
      OVH_CLIENT_ID: serviceAccount.client_id,
      OVH_ACCESS_TOKEN: planted("a-token-beside-a-client"),
    },
    says: "the environment holds more than one kind of credential, OVH_CLIENT_ID and OVH_ACCESS_TOKEN: keep one of them and unset the others",
  },
  {
    name: "two kinds of credential in ovh.conf",
    files: {
      "ovh.conf": `[default]\nendpoint=ovh-eu\n[ovh-eu]\naccess_token=${planted("a-token-in-a-profile")}\nconsumer_key=${ovh["consumer_key"]}\n`,
    },
    says: "ovh.conf: consumer_key in line 5 (ovh-application) and access_token in line 4 (ovh-access-token) exclude each other: remove consumer_key in line 5",
  },
  ofConfig(
    "a reference to no variable",
    { ...ovh, consumer_key: "env:NOT_SET" },
    ": consumer_key refers to an environment variable that is not set",
  ),
  ofYaml(
    "YAML that ends in the middle",
    `secret_key: x\nprofiles: [${planted("broken-yaml")}\n`,
    " is not YAML at line 3, column 1",
  ),
  ofYaml(
    "a profile without its secret",
    "access_key: SCW00000000000000000\n",
    ": default_project_id is missing; secret_key is missing",
  ),
  {
    ...ofYaml(
      "a profile that does not exist",
      "access_key: SCW00000000000000000\n",
      " has no profile of the name it or SCW_PROFILE asks for",
    ),
    environment: { SCW_PROFILE: "toString" },
  },
  {
    name: "an ovh.conf that lacks a key",
    files: { "ovh.conf": `[default]\nendpoint=ovh-eu\n[ovh-eu]\napplication_key=${ovh["application_key"]}\n` },
    says: "ovh.conf: application_secret is missing; consumer_key is missing",
  },
];

describe.concurrent("refuses before anything is sent", () => {
  test.each(broken)("$name", async ({ args = [], environment = {}, files = {}, says }) => {
    const ended = await run(["discover", ...args], { environment: { ...environment, ...placesOf(emulator) }, files });
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: ${says}\n` });
  });
});
