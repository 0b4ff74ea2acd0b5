import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, placesOf, run, startCloud } from "./run.ts";

const project = "0123456789abcdef0123456789abcdef";
const broad = "GET /cloud/project\nGET /cloud/project/*\n";

describe.concurrent("rights", () => {
  test("prints every form for every provider, without any credentials", async () => {
    const { code, stdout, stderr } = await run(["rights"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const form of ["rules", "link", "body", "policy", "json", "cli", "terraform"]) {
      expect(stdout).toContain(`(--form ${form})\n\n`);
    }
    expect(stdout).toMatch(/^# OVHcloud: .*ovh\.cloud\.project, /m);
    expect(stdout).toMatch(/^# Scaleway: .*scaleway\.block\.volume, /m);
  });

  test("prints one form alone, ready for a pipe", async () => {
    const { code, stdout, stderr, notes } = await run(["rights", "--form", "rules", "--kinds", "ovh.cloud.*volume*"]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: broad, stderr: "" });
    expect(notes.join("")).toMatch(/S3 credentials and database users/);
  });

  test("says where a provider has no such form", async () => {
    const { stdout, notes } = await run(["rights", "--form", "policy", "--endpoint", "kimsufi-eu"]);
    expect(stdout).toBe("");
    expect(notes[0]).toBe("note: OVHcloud has no policy for this endpoint and credential\n");
  });

  test("narrows to kinds, projects and an endpoint", async () => {
    const args = ["rights", "--kinds", "ovh.cloud.volume", "--narrow", "--project", project, "--endpoint", "ovh-ca"];
    const { stdout } = await run([...args, "--json"]);
    const [sheet, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    expect(sheet).toMatchObject({ inventory: "ovh", kinds: ["ovh.cloud.volume"] });
    const path = `/cloud/project/${project}/volume`;
    expect(sheet.grants.map(({ form, text }: { form: string; text: string }) => [form, text])).toEqual([
      ["rules", `GET ${path}`],
      ["link", `https://ca.api.ovh.com/createToken/?GET=${path}`],
      ["body", expect.stringContaining(path)],
      ["policy", expect.stringContaining(`urn:v1:ca:resource:publicCloudProject:${project}`)],
    ]);
  });

  test("takes kinds, projects and endpoint from a config", async () => {
    const keys = {
      application_key: "ApplicationKey",
      application_secret: "ApplicationSecret",
      consumer_key: "ConsumerKey",
    };
    const config = { endpoint: "ovh-us", ...keys, project_ids: project, kinds: "ovh.cloud.instance" };
    const args = ["rights", "--config", "ovh.json", "--narrow", "--form", "link"];
    const { stdout } = await run(args, { files: { "ovh.json": config } });
    const path = `/cloud/project/${project}/instance`;
    expect(stdout).toBe(`https://us.ovhcloud.com/auth/api/createToken?GET=${path}\n`);
  });

  test.each([
    [["--form", "rulez"], /^error: unknown form "rulez"; did you mean "rules"\?$/],
    [
      ["--form", "rules", "--provider", "scaleway"],
      /^error: --form rules is OVHcloud's; Scaleway has json, cli, terraform$/,
    ],
    [["--form", "json", "--provider", "ovh-data-platform"], /^error: --form json is Scaleway's; .* has none$/],
    [["--endpoint", "ovh-uk"], /^error: unknown endpoint "ovh-uk"; did you mean "ovh-us"\?$/],
    [["--kinds", "ovh.cloud.volum"], /^error: unknown kind "ovh\.cloud\.volum"; did you mean "ovh\.cloud\.volume"\?$/],
    [["--provider", "ovhcloud"], /^error: unknown provider/],
    [["--project", "my-project"], /^error: --project must be the id of a project, not its name$/],
  ])("refuses %j", async (args, says) => {
    const { code, stdout, stderr } = await run(["rights", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd()).toMatch(says);
  });
});

describe("rights --missing", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startCloud({
      ovhRules: [
        { method: "GET", path: "/cloud/project" },
        { method: "GET", path: "/cloud/project/*/instance" },
      ],
    });
  });
  afterEach(() => emulator.clearFaults());
  afterAll(() => emulator.close());

  const missing = (kinds: string, changes: Readonly<Record<string, string>> = {}) =>
    run(["rights", "--missing", "--narrow", "--form", "rules", "--kinds", kinds, "--config", "ovh.json"], {
      environment: placesOf(emulator),
      files: { "ovh.json": { ...configsOf(emulator).ovh, ...changes } },
    });

  test("prints the whole set for a new key, and what the old one lacks", async () => {
    const { code, stdout, notes } = await missing("ovh.cloud.instance,ovh.cloud.volume");
    expect(code).toBe(0);
    expect(stdout).toBe("GET /cloud/project\nGET /cloud/project/*/instance\nGET /cloud/project/*/volume\n");
    expect(notes.join("")).toMatch(/missing: GET \/cloud\/project\/\S*\/volume; .*for a new key/);
  });

  test("prints nothing where nothing is missing", async () => {
    const ended = await missing("ovh.cloud.instance");
    expect(ended).toMatchObject({ code: 0, stdout: "", stderr: "OVHcloud: nothing is missing\n" });
  });

  test("counts no gap that is accepted", async () => {
    const ended = await missing("ovh.cloud.instance,ovh.cloud.volume", { accepted_gaps: "ovh.cloud.volume" });
    expect(ended).toMatchObject({ code: 0, stdout: "", stderr: "OVHcloud: nothing is missing\n" });
  });

  test("says that it cannot know where the credential is refused", async () => {
    const ended = await missing("ovh.cloud.instance", { consumer_key: "NeverApproved00" });
    expect(ended).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(/^OVHcloud: .*consumer_key/) });
  });
});
