import { afterEach, describe, expect, test, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { never, patiently } from "../patience.ts";
import { validatorOf } from "../schemas.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const isReport = validatorOf("preflight-report.schema.json");
const ovhAlone = ["preflight", "--provider", "ovh"];

let emulator: Emulator;
afterEach(() => emulator.close());

async function preflight(args: readonly string[], options: EmulatorOptions = {}, config?: unknown) {
  emulator = await startCloud(options);
  const { environment } = emulator;
  if (config === undefined) return run(args, { environment });
  const files = { "inventory.json": { ...configsOf(emulator).ovh, ...(config as object) } };
  return run([...args, "--config", "inventory.json"], { environment: placesOf(emulator), files });
}

describe("the exit status", () => {
  test("0, and a line for each kind, where everything can be read", async () => {
    const { code, stdout, stderr } = await preflight(ovhAlone);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^ovh: ovh-application on ovh-eu, account ab12345-ovh$/m);
    expect(stdout).toMatch(/^ovh\.cloud\.bucket +\d+ {2}granted$/m);
    expect(stdout).toMatch(/^\d+ requests: usable: .*\.$/m);
    expect(code).toBe(0);
  });

  test("4, with each missing right, where something cannot be read", async () => {
    const rules = ["/cloud/project", "/cloud/project/*/instance"].map((path) => ({ method: "GET", path }));
    const args = [...ovhAlone, "--kinds", "ovh.cloud.instance,ovh.cloud.volume"];
    const { code, stdout } = await preflight(args, { ovhRules: rules });
    expect(stdout).toMatch(/^fail +rights\.granted: ovh\.cloud\.volume .*cannot be read/m);
    expect(stdout).toMatch(/^ +try: cloud-inventory rights --missing$/m);
    expect(stdout).toMatch(
      /^ {2}1 missing: needs GET \/cloud\/project\/\*\/volume\n {4}where: ovh\.cloud\.volume in \w+$/m,
    );
    expect(stdout).toMatch(/usable with gaps/);
    expect(code).toBe(4);
  });

  test("3 where the credential is refused", async () => {
    const consumer_key = planted("plantedconsumerkey00000000000002");
    const { code, stdout } = await preflight(["preflight"], {}, { consumer_key });
    expect(stdout).toMatch(/^fail +credential\.accepted: OVHcloud refused the consumer_key/m);
    expect(stdout).toMatch(/^ +fix: .*replace consumer_key$/m);
    expect(stdout).toMatch(/^ +try: cloud-inventory credentials request$/m);
    expect(code).toBe(3);
  });

  test("4 where another account was expected", async () => {
    const { code, stdout } = await preflight(["preflight"], {}, { expected_account: "zz99999-ovh" });
    expect(stdout).toMatch(/^fail +account\.expected: .*ab12345-ovh.*zz99999-ovh/m);
    expect(code).toBe(4);
  });

  test("2, and nothing is sent, for an address that is none", async () => {
    const { code, stderr } = await preflight([...ovhAlone, "--from-ip", "here"]);
    expect(stderr).toBe("error: --from-ip must be an IPv4 or IPv6 address\n");
    expect(emulator.statistics.requests).toBe(0);
    expect(code).toBe(2);
  });

  test("130 where somebody does not want to wait", async () => {
    emulator = await startCloud({ latencyMs: never });
    const { code } = await run(ovhAlone, {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 0, patiently);
        child.kill("SIGINT");
      },
    });
    expect(code).toBe(130);
  });
});

test("--json prints a report for each inventory, as its schema says", async () => {
  const { code, stdout } = await preflight(["preflight", "--json"]);
  const reports: unknown[] = JSON.parse(stdout);
  expect(reports).toHaveLength(3);
  for (const report of reports) expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect([0, 4]).toContain(code);
});

test("what is accepted and expected, and when to warn, come from the config", async () => {
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const rules = ["/cloud/project", "/cloud/project/*/instance"].map((path) => ({ method: "GET", path }));
  const config = {
    kinds: "ovh.cloud.instance,ovh.cloud.volume",
    accepted_gaps: "ovh.cloud.volume",
    expected_account: "AB12345-ovh",
    expiry_warning_days: "5",
  };
  const { code, stdout } = await preflight(
    ["preflight"],
    { ovhRules: rules, ovhCredential: { expiration: inTenDays } },
    config,
  );
  expect(stdout).toMatch(/^pass +account\.expected/m);
  expect(stdout).toMatch(/^pass +credential\.expiry/m);
  expect(stdout).toMatch(/^warn +gaps\.accepted: ovh\.cloud\.volume/m);
  expect(stdout).toMatch(/^ovh\.cloud\.volume +1 {2}missing, left out on purpose$/m);
  expect(code).toBe(0);
});

test("a proxy that is set is said, since everything but loopback goes through it", async () => {
  emulator = await startCloud();
  const environment = { ...emulator.environment, HTTPS_PROXY: "http://127.0.0.1:1" };
  const { code, stdout } = await run(ovhAlone, { environment });
  expect(stdout).toMatch(/^pass +surroundings\.proxy: HTTPS_PROXY is set: https goes through that proxy/m);
  expect(code).toBe(0);
});

test("names from the provider are shown on one line, without control characters", async () => {
  const body = { name: "evil\u001b[2J\nname", status: "active", applicationId: 500001 };
  const faults = [{ match: "/me/api/application", status: 200, body }];
  const { stdout } = await preflight(ovhAlone, { faults });
  expect(stdout).toContain("evil");
  expect(stdout).not.toContain("\u001b");
  expect(stdout).toMatch(/^pass +credential\.identity: application "evil.*name" is active$/m);
});
