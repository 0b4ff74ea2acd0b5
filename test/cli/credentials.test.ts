import { afterEach, describe, expect, test, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { patiently } from "../patience.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startCloud(options);
  return emulator;
};
afterEach(() => emulator?.close());

const request = ["credentials", "request"];
const environmentOf = ({ environment }: Emulator): Readonly<Record<string, string>> => {
  const { OVH_CONSUMER_KEY: _replaced, ...rest } = environment;
  return rest;
};
const link = /^https:\/\/www\.ovh\.example\/auth\/\?credentialToken=\d+$/m;

describe("credentials request", () => {
  test("writes a private config once the customer has approved, and never says a key", async () => {
    await start({ ovhApproval: "validated" });
    const args = [...request, "--kinds", "ovh.cloud.volume", "--narrow", "--allow-ip", "127.0.0.0/8"];
    const ended = await run(args, { environment: environmentOf(emulator), secretFiles: ["ovh-config.json"] });
    expect(ended).toMatchObject({ code: 0, stdout: "ovh-config.json\n" });
    expect(ended.stderr).toMatch(link);
    expect(ended.stderr).toMatch(/rights:\n {2}GET \/cloud\/project\n {2}GET \/cloud\/project\/\*\/volume\nApprove /);
    expect(ended.notes).toEqual([]);
    expect(ended.stderr).toMatch(/xx12345-ovh/);
    expect(ended.stderr).toMatch(/next: cloud-inventory preflight --config ovh-config\.json$/m);
    expect(Object.keys(ended.files)).toEqual(["ovh-config.json"]);
    const { text = "", mode } = ended.files["ovh-config.json"] ?? {};
    expect(mode).toBe(0o600);
    const { consumer_key, ...config } = JSON.parse(text);
    const { consumer_key: _old, ...keys } = configsOf(emulator).ovh;
    expect(config).toEqual({ ...keys, kinds: "ovh.cloud.volume" });
    expect(ended.stdout + ended.stderr).not.toContain(planted(consumer_key));

    const found = await run(["discover", "--config", "config.json"], {
      environment: placesOf(emulator),
      files: { "config.json": text },
    });
    expect(found).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ovh\.cloud\.volume .* completed$/m) });
  });

  test("says before the link that narrow rules are not to be had without ids", async () => {
    await start({ ovhApproval: "refused" });
    const { stderr, notes } = await run([...request, "--narrow"], { environment: environmentOf(emulator) });
    expect(stderr).toMatch(/rights:\n(?: {2}GET \S+\n)* {2}GET \/cloud\/project\/\*\n(?: {2}GET \S+\n)*Approve /);
    expect(notes.join("")).toMatch(/^note: .*name the ids of the projects to grant/);
  });

  test("reads a config file and its references, and replaces the file when told to", async () => {
    await start({ ovhApproval: "validated" });
    const { ovh } = configsOf(emulator);
    const config = { ...ovh, application_secret: "env:THE_SECRET", consumer_key: "TheOldConsumerKey" };
    const args = [...request, "--config", "ovh.json", "--output", "ovh.json", "--force"];
    const ended = await run(args, {
      environment: { ...placesOf(emulator), THE_SECRET: ovh["application_secret"] ?? "" },
      files: { "ovh.json": config },
      secretFiles: ["ovh.json"],
    });
    expect(ended).toMatchObject({ code: 0, stdout: "ovh.json\n" });
    expect(Object.keys(ended.files)).toEqual(["ovh.json"]);
    const written = JSON.parse(ended.files["ovh.json"]?.text ?? "");
    expect(written).toEqual({ ...ovh, consumer_key: expect.stringMatching(/^\w{32}$/) });
    expect(written.consumer_key).not.toBe(config.consumer_key);
  });

  test.each([
    {
      name: "refused",
      options: { ovhApproval: "refused" as const },
      code: 3,
      says: /refused on the page/,
      fix: /ask again/,
    },
    {
      name: "not decided in time",
      options: {},
      code: 1,
      says: /nobody approved the key within 1 s/,
      fix: /ask for a key again/,
    },
  ])("$name: nothing is written", async ({ options, code, says, fix }) => {
    await start(options);
    const args = [...request, ...(code === 1 ? ["--timeout", "1"] : [])];
    const ended = await run(args, { environment: environmentOf(emulator) });
    expect(ended).toMatchObject({ code, stdout: "", files: {} });
    expect(ended.stderr).toMatch(link);
    const [said, mend] = ended.stderr.trimEnd().split("\n").slice(-2);
    expect(said).toMatch(says);
    expect(mend).toMatch(fix);
  });

  test("ends at Ctrl-C while it waits, and leaves nothing behind", async () => {
    await start();
    const ended = await run(request, {
      environment: environmentOf(emulator),
      meanwhile: async (child) => {
        let text = "";
        child.stderr?.on("data", (more: string) => {
          text += more;
        });
        await vi.waitUntil(() => child.exitCode !== null || /Waiting for/.test(text), patiently);
        child.kill("SIGINT");
      },
    });
    expect(ended).toMatchObject({ code: 130, stdout: "", files: {} });
    expect(ended.stderr).toMatch(/error: the run was cancelled\n$/);
  });

  test("says so where the disk is full", async () => {
    await start({ ovhApproval: "validated" });
    const ended = await run(request, { environment: environmentOf(emulator), fileBlocks: 0 });
    expect(ended).toMatchObject({ code: 1, stdout: "", files: {} });
    expect(ended.stderr).toMatch(/^error: ovh-config\.json could not be written to the end \(\w+\)$/m);
  });
});

describe("credentials request asks nobody", () => {
  const refused = async (args: readonly string[], options: Parameters<typeof run>[1] = {}) => {
    await start();
    const ended = await run([...request, ...args], { environment: environmentOf(emulator), ...options });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(emulator.statistics.requests).toBe(0);
    return ended;
  };

  test.each([
    ["a file that is there", ["--output", "there.json"], /^error: --output: there\.json is there already; --force/],
    ["a folder", ["--output", "folder", "--force"], /^error: --output: folder is there and is no plain file$/],
    [
      "a folder that is missing",
      ["--output", "missing/it.json"],
      /^error: --output: missing\/it\.json cannot be written \(ENOENT\)$/,
    ],
    [
      "a path below a file",
      ["--output", "there.json/it"],
      /^error: --output: there\.json\/it cannot be written \(ENOTDIR\)$/,
    ],
    [
      "standard output",
      ["-o", "-"],
      /^error: --output: secrets go to a file of their own, and not to standard output$/,
    ],
  ])("to write to %s", async (_name, args, says) => {
    const files = { "there.json": "kept", "folder/file": "kept" };
    const ended = await refused(args, { files });
    expect(ended.stderr.trimEnd()).toMatch(says);
    expect(Object.values(ended.files).map(({ text }) => text)).toEqual(["kept", "kept"]);
  });

  test.each([
    [["--allow-ip", "192.0.2.7"], /^error: --allow-ip must be a block of addresses/],
    [["--allow-ip", "192.0.2.0/33"], /^error: --allow-ip must be a block of addresses/],
    [["--timeout", "soon"], /^error: --timeout must be a number of at least 1$/],
    [["--project", "my-project"], /^error: --project must be the id of a project/],
    [["--kinds", "ovh.cloud.volum"], /^error: unknown kind "ovh\.cloud\.volum"; did you mean "ovh\.cloud\.volume"\?$/],
    [["again"], /^error: unknown argument "again"/],
  ])("with %j", async (args, says) => {
    const ended = await refused(args);
    expect(ended.stderr.trimEnd()).toMatch(says);
    expect(ended.files).toEqual({});
  });

  test("without the application's keys, and names them", async () => {
    const ended = await refused([], { environment: { OVH_ENDPOINT: "ovh-eu" } });
    expect(ended.stderr).toMatch(/OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET in the environment/);
  });

  test.each([[[]], [["requests"]]])("with the words %j", async (words) => {
    const { code, stderr } = await run(["credentials", ...words]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/request/);
  });
});
