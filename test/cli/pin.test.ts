import { afterEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const rule = (path: string) => ({ method: "GET", path });
const cloud = ["/cloud/project", "/cloud/project/*/instance"].map(rule);
const pin = ["preflight", "--pin", "--provider", "ovh"];
const chosen = "ovh.cloud.instance,ovh.cloud.volume";

let emulator: Emulator;
afterEach(() => emulator.close());

async function pinned(args: readonly string[], options: EmulatorOptions = {}, config: Record<string, string> = {}) {
  emulator = await startCloud(options);
  const files = { "inventory.json": { ...configsOf(emulator).ovh, ...config } };
  return run([...args, "--config", "inventory.json"], { environment: placesOf(emulator), files });
}

describe("preflight --pin", () => {
  test("prints what is granted as a line that a JSON and a YAML config take, and a run with it is complete", async () => {
    const ended = await pinned(pin);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^"kinds": "[a-z0-9.,-]+"\n$/) });
    const config = { ...configsOf(emulator).ovh, ...JSON.parse(`{${ended.stdout}}`) };
    const read = await run(["discover", "--config", "inventory.json"], {
      environment: placesOf(emulator),
      files: { "inventory.json": config },
    });
    expect(read.code).toBe(0);
  });

  test("leaves out what is known to be missing, and says so with the right", async () => {
    const ended = await pinned([...pin, "--kinds", chosen], { ovhRules: cloud });
    expect(ended).toMatchObject({ code: 0, stdout: '"kinds": "ovh.cloud.instance"\n' });
    expect(ended.stderr).toBe(
      "line 1: the kinds of ovh, 1 of 2 chosen\n" +
        "left out: ovh.cloud.volume is not granted in 1 of 1 places: needs GET /cloud/project/*/volume\n",
    );
  });

  test("a kind that it named is an error once its right is lost", async () => {
    const ended = await pinned(pin, { ovhRules: cloud, ovhProjects: 1 }, { kinds: chosen });
    const { kinds } = JSON.parse(`{${ended.stdout}}`);
    expect(kinds).toBe("ovh.cloud.instance");
    await emulator.close();
    emulator = await startCloud({ ovhRules: cloud.slice(0, 1) });
    const files = { "inventory.json": { ...configsOf(emulator).ovh, kinds } };
    const read = await run(["discover", "--config", "inventory.json"], { environment: placesOf(emulator), files });
    expect(read.code).toBe(4);
    expect(read.stdout).toMatch(/1 denied: .*\n {4}where: ovh\.cloud\.instance in /);
  });

  test("refuses while a row is unknown, and prints nothing", async () => {
    const faults = [{ match: "/auth/currentCredential", status: 500 }];
    const ended = await pinned([...pin, "--kinds", chosen], { faults });
    expect(ended).toMatchObject({ code: 4, stdout: "" });
    expect(ended.stderr).toMatch(/^error: ovh: nothing is pinned: whether .* can be read is not known: /m);
  });

  test.each([[], ["--json"]])("is refused with a refused credential (%s)", async (...more) => {
    const consumer_key = planted("plantedconsumerkey00000000000003");
    const ended = await pinned([...pin, ...more], {}, { consumer_key });
    expect(ended).toMatchObject({ code: 3, stdout: "" });
    expect(ended.stderr).toMatch(/^error: ovh: nothing is pinned: OVHcloud refused the consumer_key[^\n]*\n$/);
  });

  test("is refused where the credential is another account's", async () => {
    const ended = await pinned(pin, {}, { expected_account: "zz99999-ovh" });
    expect(ended).toMatchObject({ code: 4, stdout: "" });
    expect(ended.stderr).toMatch(/nothing is pinned: .*zz99999-ovh/);
  });

  test("leaves out what is left out on purpose, and says that it is", async () => {
    const ended = await pinned([...pin, "--kinds", chosen], { ovhRules: cloud }, { accepted_gaps: "*.volume" });
    expect(ended.stdout).toBe('"kinds": "ovh.cloud.instance"\n');
    expect(ended.stderr).toMatch(/^left out: ovh\.cloud\.volume is left out on purpose \(accepted_gaps\)$/m);
  });

  test("refuses a kind that is granted under a condition, and names the ways out", async () => {
    const readsAll = { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" } as const;
    emulator = await startCloud({
      scalewayRules: [
        { permissionSets: ["IAMReadOnly"], scope: "organization" },
        { ...readsAll, condition: "request.time < x", conditionHolds: true },
      ],
    });
    const args = ["preflight", "--pin", "--provider", "scaleway", "--kinds", "scaleway.instance.server"];
    const ended = await run(args, { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 4, stdout: "" });
    expect(ended.stderr).toMatch(/scaleway\.instance\.server in \d+ places is granted under a condition: .*--kinds/);
  });
});

describe("preflight --pin of several inventories", () => {
  const both = ["preflight", "--pin", "--provider", "ovh", "--provider", "scaleway", "--kinds", "*.bucket,*.project"];

  test("prints a line each, labelled beside, and one document with --json", async () => {
    emulator = await startCloud();
    const lines = await run(both, { environment: emulator.environment });
    const ovh = "ovh.cloud.bucket,ovh.cloud.project";
    expect(lines).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^"kinds": "ovh\..*"\n"kinds": "scaleway\..*"\n$/),
    });
    expect(lines.stderr).toMatch(/^line 1: the kinds of ovh, .*\n(left out: .*\n)*line 2: the kinds of scaleway, /);
    const json = await run([...both, "--json"], { environment: emulator.environment });
    expect(JSON.parse(json.stdout)).toEqual([
      { inventory: "ovh", kinds: ovh, leftOut: [] },
      { inventory: "scaleway", kinds: expect.stringMatching(/scaleway\.object\.bucket/), leftOut: [] },
    ]);
  });

  test("prints none where one of them is refused", async () => {
    emulator = await startCloud();
    const SCW_SECRET_KEY = planted("00000000-dead-4bad-8bad-00000000deae");
    const ended = await run(both, { environment: { ...emulator.environment, SCW_SECRET_KEY } });
    expect(ended).toMatchObject({ code: 3, stdout: "" });
    expect(ended.stderr).toMatch(/^error: scaleway: nothing is pinned: /m);
  });
});
