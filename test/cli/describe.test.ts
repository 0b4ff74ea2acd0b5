import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const checkedIn = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

describe("schema and manifest", () => {
  test.each(["resource", "event", "manifest", "ovh-config", "scaleway-config", "ovh-data-platform-config"])(
    "schema %s prints what is checked in",
    async (name) => {
      const { code, stdout } = await run(["schema", name]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual(checkedIn(`schemas/${name}.schema.json`));
    },
  );

  test("manifest prints what is checked in", async () => {
    const { code, stdout } = await run(["manifest"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(checkedIn("plugin.manifest.json"));
  });

  test.each([
    [
      ["schema"],
      "error: schema needs a name: resource, event, snapshot, document-status, preflight-report, preflight-event, diff-document, coverage-document, manifest, config-form, ovh-config, scaleway-config, ovh-data-platform-config, ovh-application-config, ovh-service-account-config, ovh-access-token-config, scaleway-api-key-config, ovh-data-platform-api-key-config, fleet-summary\n",
    ],
    [["schema", "resorce"], 'error: unknown schema "resorce"; did you mean "resource"?\n'],
    [["schema", "event", "resource"], /^error: unknown argument "resource"/],
    [["manifest", "now"], /^error: unknown argument "now"/],
  ])("%j is refused", async (args, says) => {
    const { code, stderr, stdout } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});

describe("help", () => {
  test.each([
    { args: [], says: /^Every resource at OVHcloud, on its Data Platform and at Scaleway[\s\S]*^ {2}discover / },
    { args: ["discover"], says: /^cloud-inventory discover: [\s\S]*\(ovh, scaleway, ovh-data-platform\)/ },
  ])("of $args is the same for -h", async ({ args, says }) => {
    const [long, short] = await Promise.all([run([...args, "--help"]), run([...args, "-h"])]);
    expect(long).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(new RegExp(says, "m")) });
    expect(short).toEqual(long);
  });

  test.each([
    ["help", "discover"],
    ["--help", "discover"],
    ["help", "-h", "discover"],
  ])("of a verb is the same for %s %s", async (...args) => {
    const [asked, usual] = await Promise.all([run(args), run(["discover", "--help"])]);
    expect(asked).toEqual(usual);
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^cloud-inventory discover: /) });
  });

  test("lists the general options, and --version says which version it is", async () => {
    const [help, version] = await Promise.all([run(["--help"]), run(["--version"])]);
    expect(help.stdout).toMatch(/^ +--version {2}show the version$/m);
    expect(version).toMatchObject({ code: 0, stdout: `${checkedIn("package.json").version}\n` });
  });

  test("of schema lists the names", async () => {
    const { stdout } = await run(["schema", "--help"]);
    const files = readdirSync(new URL("../../schemas", import.meta.url));
    const names = files.filter((file) => file.endsWith(".schema.json")).map((file) => file.split(".")[0]);
    expect(stdout.match(/(?<=^ {2})[a-z-]+$/gm)?.toSorted()).toEqual(names.toSorted());
  });

  test.each(["discover", "kinds", "preflight", "validate", "rights", "credentials", "completion"])(
    "of %s names pages of the documentation that are there",
    async (verb) => {
      const { stdout } = await run([verb, "--help"]);
      for (const [name] of stdout.matchAll(/\/[\w-]+\.md\b/g)) {
        expect(existsSync(new URL(`../../docs${name}`, import.meta.url)), name).toBe(true);
      }
      // What is wider is broken by a terminal anywhere.
      expect(stdout.split("\n").filter((row) => !row.includes("/docs/") && row.length > 130)).toEqual([]);
    },
  );
});

describe("validate", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startCloud();
  });
  afterAll(() => emulator.close());

  test("says what is valid, and sends nothing", async () => {
    const { ovh, scaleway } = configsOf(emulator);
    const files = { "ovh.json": ovh, "scaleway.json": { ...scaleway, kinds: "*.volume" } };
    const args = ["validate", "--config", "ovh.json", "--config", "scaleway.json"];
    const told = await run(args, { environment: placesOf(emulator), files });
    expect(told).toMatchObject({ code: 0, stderr: "" });
    expect(told.stdout).toMatch(
      /^ovh: valid .* 14 kinds; nothing was sent\nscaleway: valid .* 2 kinds; nothing was sent\n$/,
    );
    const asJson = await run([...args, "--json"], { environment: placesOf(emulator), files });
    expect(JSON.parse(asJson.stdout)).toMatchObject([
      { inventory: "ovh", valid: true },
      { inventory: "scaleway", valid: true },
    ]);
    expect(emulator.statistics.requests).toBe(0);
  });

  test("names every problem by its key, without its value", async () => {
    const { ovh } = configsOf(emulator);
    const files = { "ovh.json": { ...ovh, endpoint: "ovh-fr", project_ids: "shop", max_in_fligth: "3" } };
    const told = await run(["validate", "--config", "ovh.json"], { files });
    expect(told).toMatchObject({ code: 2, stderr: "" });
    expect(told.stdout).toBe(
      "ovh: not valid (ovh.json); nothing was sent\n" +
        "  max_in_fligth is unknown here: did you mean max_in_flight?\n" +
        "  endpoint is none of the known values: use one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca\n" +
        "  project_ids does not have the expected form: it must hold project ids of 32 hexadecimal characters, not names\n",
    );
  });

  test("says that OVHcloud's keys are swapped, and discover refuses them", async () => {
    const { ovh } = configsOf(emulator);
    const { application_key: key = "", application_secret: secret = "" } = ovh;
    const files = { "ovh.json": { ...ovh, application_key: secret, application_secret: key } };
    const told = await run(["validate", "--config", "ovh.json"], { files });
    expect(told).toMatchObject({ code: 2, stderr: "" });
    expect(told.stdout).toBe(
      "ovh: not valid (ovh.json); nothing was sent\n" +
        "  application_key looks like the application secret (32 characters): swapped with application_secret? Exchange the two\n" +
        "  application_secret looks like the application key (16 characters): swapped with application_key? Exchange the two\n",
    );
    const refused = await run(["discover", "--config", "ovh.json"], { environment: placesOf(emulator), files });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^error: ovh\.json: application_key looks like the application secret /);
    expect(emulator.statistics.requests).toBe(0);
  });

  test("doubts a key of another kind's length, which no page of OVHcloud's rules out", async () => {
    const { ovh } = configsOf(emulator);
    const environment = { ...ovhVariables(ovh), OVH_APPLICATION_KEY: planted("fedcba98fedcba98fedcba98fedcba98") };
    const told = await run(["validate", "--provider", "ovh"], { environment });
    expect(told).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ovh: valid /) });
    expect(told.stderr).toBe(
      "warning: environment: OVH_APPLICATION_KEY has 32 characters, as application secrets and consumer keys have; " +
        "all that OVHcloud shows have 16: is it the right one?\n",
    );
  });

  test("judges each config, and is valid only if all are", async () => {
    const { ovh, scaleway } = configsOf(emulator);
    const files = { "ovh.json": { ...ovh, access_token: planted("a-token-too-much") }, "scaleway.json": scaleway };
    const told = await run(["validate", "--json", "--config", "ovh.json", "--config", "scaleway.json"], { files });
    expect(told).toMatchObject({ code: 2, stderr: "" });
    expect(JSON.parse(told.stdout)).toMatchObject([
      {
        inventory: "ovh",
        valid: false,
        source: "ovh.json",
        problems: [{ remediation: expect.stringMatching(/remove/) }],
      },
      { inventory: "scaleway", valid: true },
    ]);
  });
});

function ovhVariables(config: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [`OVH_${key.toUpperCase()}`, value]));
}
