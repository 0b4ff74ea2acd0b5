import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { checksOf, identityConfig, type PreflightRun, placesWith, preflightOn } from "./run.ts";
import { countWaves } from "./waves.ts";

const small = { ovhProjects: 2, ovhRegions: 2, scalewayProjects: 1, zones: 1, resources: 1 };
const dayMs = 86_400_000;
// An hour more, so that the days that are left do not depend on the time that the test takes.
const inDays = (days: number): string => new Date(Date.now() + days * dayMs + 3_600_000).toISOString();
type Family = "ovhServiceAccount" | "ovhAccessToken";
const families: readonly Family[] = ["ovhServiceAccount", "ovhAccessToken"];

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

async function report(family: Family, options: EmulatorOptions = {}, run: PreflightRun = {}) {
  emulator = await startEmulator({ ...small, ...options });
  return preflightOn(emulator, "ovh", { ...run, config: { ...identityConfig(emulator, family), ...run.config } });
}

describe.each(families)("%s", (family) => {
  test("is usable where IAM grants every action", async () => {
    const found = await report(family);
    expect(found).toMatchObject({ verdict: "usable", account: "ab12345-ovh" });
    // What is listed below a service of the account is not asked for one by one.
    const others = found.coverage.filter(({ status }) => status !== "granted");
    expect(others.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "ovh.nasha.partition unknown",
      "ovh.netapp.share unknown",
    ]);
    expect(checksOf(found, "credential.identity")[0]?.message).toMatch(/urn:v1:eu:identity:/);
  });

  test("each missing action is named, project by project", async () => {
    const actions = ["get", "region/get", "instance/get"].map((action) => `publicCloudProject:apiovh:${action}`);
    const grants = [
      ...actions.map((action) => ({ action })),
      { action: "publicCloudProject:apiovh:volume/get", projects: [0] },
    ];
    const found = await report(family, { ovhGrants: grants });
    const [, two] = emulator?.projects.ovh ?? [];
    const volumes = found.coverage.filter(({ kind }) => kind === "ovh.cloud.volume");
    expect(volumes.map(({ status }) => status).toSorted()).toEqual(["granted", "missing"]);
    expect(volumes.find(({ scope }) => scope === two)?.missing).toEqual(["publicCloudProject:apiovh:volume/get"]);
    expect(checksOf(found, "rights.granted")[0]?.remediation).toContain("publicCloudProject:apiovh:region/storage/get");
    expect(found.verdict).toBe("usable-with-gaps");
  });

  test("without a policy it works and sees nothing, and the policy is named", async () => {
    const found = await report(family, { ovhGrants: [] });
    expect(checksOf(found, "projects.visible")[0]).toMatchObject({
      status: "fail",
      remediation: expect.stringContaining("policy"),
    });
    expect(found.verdict).toBe("not-usable");
    expect(placesWith(found, "granted")).toEqual([]);
  });

  test("a policy that ends is announced, where it may be read", async () => {
    const found = await report(family, { ovhPolicyExpiresAt: inDays(9) });
    expect(found.expiries).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining("policy"), daysLeft: 9 }),
    );
    const silent = await report(family, {
      ovhPolicyExpiresAt: inDays(9),
      ovhGrants: [{ action: "publicCloudProject:*" }],
    });
    expect(silent.expiries).toContainEqual({ what: "the policies that carry the rights" });
    expect(silent.verdict).toBe("usable");
  });

  test("a check that cannot be made says nothing about the rights", async () => {
    const found = await report(family, { faults: [{ match: "/authorization/check", status: 503, body: {} }] });
    expect(
      // The account's other lists are asked themselves.
      new Set(found.coverage.filter(({ scope }) => scope !== "account").map(({ status }) => status)),
    ).toEqual(new Set(["unknown"]));
    expect(found.verdict).toBe("usable-with-gaps");
  });

  test("three rounds at most, and no secret in the report", async () => {
    const waves = countWaves();
    const found = await report(family, { ovhProjects: 4 }, { config: { max_in_flight: "100" } });
    expect(waves.count()).toBeLessThanOrEqual(3);
    expect(found.requests).toBeLessThanOrEqual(found.kinds.length + 4 * 4 + 10);
    const { client_secret, access_token } = {
      ...emulator?.credentials.ovhServiceAccount,
      ...emulator?.credentials.ovhAccessToken,
    };
    for (const secret of [client_secret, access_token]) expect(JSON.stringify(found)).not.toContain(secret);
  });
});

test("from where a token may be used is not known, and said where somebody asks", async () => {
  const found = await report("ovhAccessToken", {}, { fromAddress: "192.0.2.7" });
  expect(checksOf(found, "credential.addresses")[0]).toMatchObject({ status: "unknown" });
  expect(found.verdict).toBe("usable");
});

test("what else an identity may do is not known where it cannot be checked", async () => {
  const faults = [{ match: "/authorization/check", status: 503, body: {} }];
  expect(checksOf(await report("ovhServiceAccount", { faults }), "credential.excess")[0]?.status).toBe("unknown");
});

test("an identity that may write is told", async () => {
  const found = await report("ovhServiceAccount", { ovhGrants: [{ action: "*" }] });
  expect(checksOf(found, "credential.excess")[0]).toMatchObject({ status: "warn" });
  expect(checksOf(await report("ovhServiceAccount"), "credential.excess")[0]).toMatchObject({ status: "pass" });
});

describe("how long it lasts", () => {
  test("a service account never expires, which is said", async () => {
    const found = await report("ovhServiceAccount");
    expect(checksOf(found, "credential.expiry")[0]).toMatchObject({
      status: "pass",
      message: expect.stringContaining("never"),
    });
  });

  test.each([
    [inDays(9), "warn", "which this seems to be, expires in 9 days"],
    [null, "unknown", "never expires, and this may be another one"],
  ])("a user's only token that ends %s", async (ovhPersonalTokenExpiresAt, status, message) => {
    const found = await report("ovhAccessToken", { ovhPersonalTokenExpiresAt });
    expect(checksOf(found, "credential.expiry")[0]).toMatchObject({
      status,
      message: expect.stringContaining(message),
    });
  });

  test("a token whose end may not be read is not known", async () => {
    const found = await report("ovhAccessToken", { ovhGrants: [{ action: "publicCloudProject:*" }] });
    expect(checksOf(found, "credential.expiry")[0]).toMatchObject({ status: "unknown" });
    expect(found.verdict).toBe("usable");
  });
});

describe("a credential that is refused", () => {
  test.each([
    ["ovhServiceAccount", { client_secret: "0".repeat(32) }, /another region \(ovh-ca or ovh-us\)/],
    ["ovhAccessToken", { access_token: "planted.token" }, /expired, was revoked, or belongs to another region/],
  ] as const)("%s", async (family, config, message) => {
    const found = await report(family, {}, { config });
    expect(checksOf(found, "credential.accepted")[0]).toMatchObject({
      status: "fail",
      message: expect.stringMatching(message),
    });
    expect(checksOf(found, "credential.accepted")[0]?.remediation).toBeDefined();
    expect(found.verdict).toBe("not-usable");
    for (const value of Object.values(config)) expect(JSON.stringify(found)).not.toContain(value);
  });
});
