import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { neededRules } from "../../src/providers/ovh/needed-rules.ts";
import { parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { excessOfRules } from "../../src/providers/ovh/preflight/rule-checks.ts";
import { products } from "../../src/providers/ovh/products.gen.ts";
import { kindsOf } from "../../src/providers/products.ts";
import { checksOf, type PreflightRun, placesWith, preflightOn } from "./run.ts";
import { countWaves } from "./waves.ts";

const small = { ovhProjects: 2, ovhRegions: 2, scalewayProjects: 1, zones: 1, resources: 1 };
const get = (...paths: string[]) => paths.map((path) => ({ method: "GET", path }));
const broad = get("/cloud/project", "/cloud/project/*");
const dayMs = 86_400_000;

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

/** A preflight of the consumer key of a small account. */
async function report(options: EmulatorOptions = {}, run: PreflightRun = {}) {
  emulator = await startEmulator({ ...small, ovhRules: broad, ...options });
  return preflightOn(emulator, "ovh", run);
}
// An hour more, so that the days that are left do not depend on the time that the test takes.
const inDays = (days: number): string => new Date(Date.now() + days * dayMs + 3_600_000).toISOString();

describe("a key that is good", () => {
  test("is usable, and every place of every kind is granted, but for optional kinds", async () => {
    const found = await report();
    expect(found).toMatchObject({ verdict: "usable", account: "ab12345-ovh", credential: "ovh-application on ovh-eu" });
    expect(found.coverage.every(({ status, notGranted }) => status === "granted" || notGranted)).toBe(true);
    const [one, two] = emulator?.projects.ovh ?? [];
    expect(found.coverage.map(({ scope }) => scope)).toEqual(expect.arrayContaining(["account", one, two]));
    expect(checksOf(found, "credential.identity")[0]?.message).toContain("consumer key no. 700000001");
    expect(checksOf(found, "projects.visible")).toEqual([{ status: "pass", message: "2 projects are visible" }]);
    expect(found.expiries).toEqual([{ what: "the consumer key", at: null }]);
  });

  test("takes two rounds, and fewer requests than kinds + 4 x projects + 10", async () => {
    const waves = countWaves();
    const found = await report({ ovhProjects: 5 }, { config: { max_in_flight: "100" } });
    expect(waves.count()).toBe(2);
    expect(found.requests).toBe(emulator?.statistics.requests);
    expect(found.requests).toBeLessThanOrEqual(found.kinds.length + 4 * 5 + 10);
  });

  test("no answer and no check repeats a secret", async () => {
    const text = JSON.stringify(await report({ ovhRules: get("/cloud/project") })).toLowerCase();
    for (const [name, value] of Object.entries(emulator?.environment ?? {})) {
      if (/KEY|SECRET/.test(name)) expect(text, name).not.toContain(value.toLowerCase());
    }
  });
});

describe("a credential that is refused", () => {
  test.each([
    ["pendingValidation", /never approved/, /approval link/],
    ["refused", /refused by the account's owner/, /replace consumer_key/],
    ["expired", /has expired/, /consumer_key/],
  ])("a key in the state %s", async (status, message, remediation) => {
    const found = await report({ ovhCredential: { status } });
    expect(found.verdict).toBe("not-usable");
    const [check] = checksOf(found, "credential.accepted");
    expect(check).toMatchObject({
      status: "fail",
      message: expect.stringMatching(message),
      remediation: expect.stringMatching(remediation),
    });
    expect(placesWith(found, "granted")).toEqual([]);
  });

  test.each([
    ["consumer_key", "0000000000000000000000000000000z", /consumer_key/, /consumer_key/],
    ["application_key", "000000000000000z", /application_key/, /ovh-ca.*ovh-us/],
    ["application_secret", "0000000000000000000000000000000z", /signature/, /application_secret/],
  ])("a wrong %s", async (key, value, message, remediation) => {
    const found = await report({}, { config: { [key]: value } });
    expect(found.verdict).toBe("not-usable");
    const [check] = checksOf(found, "credential.accepted");
    expect(check).toMatchObject({
      status: "fail",
      message: expect.stringMatching(message),
      remediation: expect.stringMatching(remediation),
    });
    expect(JSON.stringify(found)).not.toContain(value);
  });

  test("a provider that does not answer is no verdict on the credential", async () => {
    const found = await report({ faults: [{ match: /./, reset: true }] });
    expect(found.verdict).toBe("not-usable");
    expect(checksOf(found, "provider.reachable")[0]).toMatchObject({ status: "fail" });
    expect(checksOf(found, "credential.accepted")).toEqual([]);
  });
});

describe("expiry", () => {
  test.each([
    [9, "warn", "the consumer key expires in 9 days"],
    [1, "warn", "the consumer key expires in 1 day,"],
    [31, "pass", "the consumer key expires in 31 days"],
  ])("in %i days: %s", async (days, status, message) => {
    const found = await report({ ovhCredential: { expiration: inDays(days) } });
    expect(checksOf(found, "credential.expiry")[0]).toMatchObject({
      status,
      message: expect.stringContaining(message),
    });
    expect(found.verdict).toBe("usable");
    expect(found.expiries[0]).toMatchObject({ what: "the consumer key", daysLeft: days });
  });

  test("lead times are the operator's", async () => {
    const found = await report({ ovhCredential: { expiration: inDays(40) } }, { leadDays: [60] });
    expect(checksOf(found, "credential.expiry")[0]?.status).toBe("warn");
  });

  test("a project's own end is announced", async () => {
    const found = await report({ ovhProjectExpiresAt: { 1: inDays(5) } });
    const project = emulator?.projects.ovh[1];
    expect(checksOf(found, "projects.state")).toMatchObject([
      { status: "warn", message: expect.stringContaining(`the project ${project} expires in 5 days`) },
    ]);
  });

  test("an end that is no date is not known, and is not taken for never", async () => {
    const rules = broad;
    const body = { credentialId: 1, status: "validated", expiration: "soon", rules };
    const found = await report({ faults: [{ match: "/auth/currentCredential", status: 200, body }] });
    expect(checksOf(found, "credential.expiry")[0]?.status).toBe("unknown");
    expect(found.verdict).toBe("usable");
  });
});

describe("rights", () => {
  test("each missing rule is named, and all at once", async () => {
    const found = await report({
      ovhRules: get("/cloud/project", "/cloud/project/*/instance", "/cloud/project/*/volume"),
    });
    const [check] = checksOf(found, "rights.granted");
    expect(check?.status).toBe("fail");
    for (const rule of ["/cloud/project/*", "/cloud/project/*/region", "/cloud/project/*/storage"])
      expect(check?.remediation).toContain(`GET ${rule}`);
    expect(found.coverage.find(({ kind }) => kind === "ovh.cloud.bucket")).toMatchObject({
      status: "missing",
      missing: [
        "GET /cloud/project/*/region",
        "GET /cloud/project/*/region/*/storage",
        "GET /cloud/project/*/region/*/storage/*",
      ],
    });
    // The only kind that is required: without its details nothing counts.
    expect(found.verdict).toBe("not-usable");
  });

  test("a rule for one project opens that project alone, and the other one is named", async () => {
    emulator = await startEmulator(small);
    const [one, two] = emulator.projects.ovh;
    await emulator.close();
    const paths = ["/cloud/project", `/cloud/project/${one}`, `/cloud/project/${two}`, `/cloud/project/${one}/*`];
    const found = await report({ ovhRules: get(...paths) }, { kinds: ["ovh.cloud.instance"] });
    expect(placesWith(found, "granted")).toEqual([`ovh.cloud.instance@${one}`]);
    expect(found.coverage.find(({ scope }) => scope === two)?.missing).toEqual([`GET /cloud/project/${two}/instance`]);
    expect(found.verdict).toBe("usable-with-gaps");
  });

  test("rights that cannot be read are not known, and nothing else fails", async () => {
    const found = await report({ faults: [{ match: "/auth/currentCredential", status: 503, body: {} }] });
    expect(new Set(found.coverage.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    expect(checksOf(found, "projects.visible")[0]?.status).toBe("pass");
    expect(found.verdict).toBe("usable-with-gaps");
  });

  test("too many requests are no missing right", async () => {
    const found = await report(
      { faults: [{ match: /\/region$/, status: 429 }] },
      { kinds: ["ovh.cloud.bucket"], patienceMs: 300 },
    );
    expect(new Set(found.coverage.map(({ status }) => status))).toEqual(new Set(["unknown"]));
  });

  test("a right that only a region without the product needs is conditional", async () => {
    const rules = get("/cloud/project", "/cloud/project/*/region", "/cloud/project/*/region/*/storage*");
    const found = await report({ ovhRules: rules }, { kinds: ["ovh.cloud.bucket"] });
    expect(new Set(found.coverage.map(({ status }) => status))).toEqual(new Set(["conditional"]));
    expect(checksOf(found, "rights.conditions")[0]).toMatchObject({ status: "warn" });
    // Nobody may read in it that everything can be read.
    expect(found.verdict).toBe("usable");
    expect(found.sentence).toMatch(/^usable: all that has to be granted can be read; rights\.conditions names/);
    expect(checksOf(found, "rights.granted")[0]?.message).not.toContain("every chosen kind");
  });

  test("gaps on purpose are said, and held against nobody", async () => {
    const rules = get("/cloud/project", "/cloud/project/*/instance");
    const found = await report(
      { ovhRules: rules },
      { kinds: ["ovh.cloud.instance", "ovh.cloud.volume"], acceptedGaps: ["ovh.cloud.volume"] },
    );
    expect(checksOf(found, "gaps.accepted")[0]).toMatchObject({ status: "warn" });
    expect(checksOf(found, "rights.granted")[0]?.status).toBe("pass");
    expect(found.verdict).toBe("usable");
    expect(found.sentence).toContain("gaps.accepted names what is left out on purpose");
  });
});

describe("rules that do nothing, or too much", () => {
  test.each([
    ["/cloud/project/*/volume ", /white space/],
    ["/cloud/project/shop/*", /matches no call/],
    ["/cloud/project/*/instnace", /matches no call/],
    ["/1.0/cloud/project/*", /matches no call/],
    ["/cloud/projects/*", /matches no call/],
    ["/cloud/project/*/region/GRA/storage", undefined],
    ["/cloud/project/*", undefined],
    ["/vps", undefined],
  ])("%j", async (path, message) => {
    const [check] = checksOf(await report({ ovhRules: [...broad, ...get(path)] }), "rights.form");
    if (message === undefined) expect(check?.status).toBe("pass");
    else expect(check).toMatchObject({ status: "warn", message: expect.stringMatching(message) });
  });

  test.each([
    [[...broad, { method: "DELETE", path: "/cloud/project/*" }], /more than read.*DELETE/],
    [get("/*"), /whole account/],
    [broad, /S3 credentials/],
    [[...broad, ...get("/domain/*")], /more than what was chosen.*domain/],
    [[...broad, ...get("/me/*")], /more than what was chosen.*"GET \/me\/\*"/],
  ])("%j is more than the job needs", async (ovhRules, message) => {
    // Kinds that no rule for all of a project is needed for.
    const found = await report({ ovhRules }, { kinds: ["ovh.cloud.instance"] });
    expect(checksOf(found, "credential.excess")[0]).toMatchObject({
      status: "warn",
      message: expect.stringMatching(message),
    });
    expect(found.verdict).toBe("usable");
  });

  test.each([
    ["a narrow key", get("/cloud/project", "/cloud/project/*/instance")],
    ["a narrow key that may ask whose it is", get("/me", "/cloud/project", "/cloud/project/*/instance")],
    ["a key with the rights that Plakar documents", get("/me", "/cloud/project*")],
  ])("%s is not too much", async (_name, ovhRules) => {
    const found = await report({ ovhRules }, { kinds: ["ovh.cloud.instance"] });
    expect(checksOf(found, "credential.excess")).toMatchObject([{ status: "pass" }]);
  });

  test.each([[broad], [[...broad, ...get("/me")]]])(
    "%j is said to be as narrow as it gets, where it is",
    async (ovhRules) => {
      const found = await report({ ovhRules });
      expect(checksOf(found, "credential.excess")[0]).toMatchObject({
        status: "pass",
        message: expect.stringMatching(/S3 credentials.*no narrower rule/),
        remediation: expect.stringContaining("project_ids"),
      });
      const known = emulator?.projects.ovh.join() ?? "";
      await emulator?.close();
      const named = await report({ ovhRules }, { config: { project_ids: known } });
      expect(checksOf(named, "credential.excess")[0]).toMatchObject({
        status: "warn",
        remediation: expect.stringContaining("narrow rules"),
      });
    },
  );

  test("what `rights --narrow` prints is never too much", () => {
    const kinds = fc.uniqueArray(fc.constantFrom(...kindsOf(products)), { minLength: 1, selector: ({ id }) => id });
    const projects = fc.array(fc.stringMatching(/^[0-9a-f]{32}$/), { maxLength: 2 });
    fc.assert(
      fc.property(kinds, projects, (chosen, named) => {
        const rules = neededRules({ kinds: chosen, projects: named, narrow: true }).map(parseRule);
        expect(excessOfRules(rules, named, rules).status).toBe("pass");
      }),
    );
  });
});

describe("surroundings", () => {
  test.each([
    ["10.1.2.3", "pass"],
    ["192.0.2.1", "fail"],
    ["2001:db8::1", "pass"],
    [undefined, "warn"],
  ])("a key for some addresses, used from %s: %s", async (fromAddress, status) => {
    const allowedIPs = ["127.0.0.0/8", "10.1.0.0/16", "2001:db8::/32"];
    const run = fromAddress === undefined ? {} : { fromAddress };
    const found = await report({ ovhCredential: { allowedIPs } }, run);
    expect(checksOf(found, "credential.addresses")[0]?.status).toBe(status);
  });

  test("a key for other addresses promises nothing here, also where the config names the projects", async () => {
    const known = await startEmulator(small);
    const project_ids = known.projects.ovh.join();
    await known.close();
    const options = { ovhCredential: { allowedIPs: ["192.0.2.0/24"] } };
    const found = await report(options, { config: { project_ids } });
    expect(checksOf(found, "credential.addresses")[0]?.status).toBe("fail");
    expect(placesWith(found, "granted")).toEqual([]);
    const elsewhere = await report(options, { config: { project_ids }, fromAddress: "192.0.2.7" });
    expect(checksOf(elsewhere, "credential.addresses")[0]).toMatchObject({
      status: "warn",
      message: expect.stringContaining("this machine may not"),
    });
  });

  test("a key that may not be used from here says what to look at", async () => {
    const found = await report({ ovhCredential: { allowedIPs: ["192.0.2.0/24"] } });
    const [check] = checksOf(found, "credential.addresses");
    expect(check).toMatchObject({ status: "fail", message: expect.stringContaining("192.0.2.0/24 alone") });
    expect(found.verdict).not.toBe("usable");
    const missing = found.coverage.filter(({ status, notGranted }) => status === "missing" && !notGranted);
    expect(missing).toEqual([]);
  });

  test.each([
    [120, "warn", "120 s behind"],
    [-600, "warn", "600 s ahead of"],
    [0, "pass", "differs from OVHcloud's"],
  ])("a server whose clock is %i s ahead", async (clockSkewSeconds, status, message) => {
    const now = Date.now();
    const found = await report({ clockSkewSeconds, now: () => now }, { now: () => now });
    expect(checksOf(found, "surroundings.clock")[0]).toMatchObject({
      status,
      message: expect.stringContaining(message),
    });
    expect(found.verdict).toBe("usable");
  });

  test("a clock that cannot be read fails nothing", async () => {
    const found = await report({ faults: [{ match: "/auth/time", status: 503, body: {} }] });
    expect(checksOf(found, "surroundings.clock")[0]?.status).toBe("unknown");
    expect(found.verdict).toBe("usable");
  });
});

describe("the account and its projects", () => {
  test.each([
    ["ab12345-ovh", "pass"],
    ["zz99999-ovh", "fail"],
  ])("expected %s: %s", async (expectedAccount, status) => {
    const found = await report({}, { expectedAccount });
    expect(checksOf(found, "account.expected")[0]?.status).toBe(status);
    expect(found.verdict).toBe(status === "pass" ? "usable" : "not-usable");
  });

  test("an account that cannot be read is not taken for the expected one", async () => {
    const faults = [{ match: "/auth/details", status: 503, body: {} }];
    const found = await report({ faults }, { expectedAccount: "ab12345-ovh" });
    expect(checksOf(found, "account.expected")[0]?.status).toBe("unknown");
    expect(found.verdict).toBe("usable-with-gaps");
  });

  test("a credential that works and sees nothing is not usable", async () => {
    const found = await report({ ovhProjects: 0 });
    expect(checksOf(found, "projects.visible")[0]).toMatchObject({
      status: "fail",
      message: expect.stringContaining("sees no project"),
    });
    expect(found.verdict).toBe("not-usable");
  });

  test("a valid id that belongs to somebody else", async () => {
    const foreign = "f".repeat(32);
    const found = await report({}, { config: { project_ids: foreign } });
    expect(checksOf(found, "projects.visible")[0]).toMatchObject({
      status: "fail",
      message: expect.stringContaining(foreign),
    });
    expect(placesWith(found, "granted")).toEqual([]);
  });

  test("regions that the config names are the only ones, and one that no project has is a failure", async () => {
    const kinds = ["ovh.cloud.bucket"];
    const narrowed = await report({}, { kinds, config: { regions: "GRA,GRB" } });
    expect(new Set(narrowed.coverage.map(({ scope }) => scope.split("/")[1]))).toEqual(new Set(["GRA", "GRB"]));
    expect(checksOf(narrowed, "places.visible")[0]).toMatchObject({
      status: "fail",
      message: "no project has the region GRB",
    });
    expect(narrowed.verdict).toBe("usable-with-gaps");
  });

  test("a foreign id is found out also where the key may not read the project itself", async () => {
    const foreign = "f".repeat(32);
    const run = { kinds: ["ovh.cloud.instance"], config: { project_ids: foreign } };
    const found = await report({ ovhRules: get("/cloud/project/*/instance") }, run);
    expect(checksOf(found, "projects.visible")[0]).toMatchObject({
      status: "fail",
      message: expect.stringContaining(foreign),
    });
    expect(placesWith(found, "granted")).toEqual([]);
    expect(found.verdict).toBe("not-usable");
  });

  test("projects that the config names are no answer of a provider that does not answer", async () => {
    const config = { project_ids: "f".repeat(32) };
    const found = await report({ faults: [{ match: /./, reset: true }] }, { config });
    expect(checksOf(found, "credential.accepted")).toEqual([]);
    expect(checksOf(found, "provider.reachable")[0]?.status).toBe("fail");
  });

  test("a suspended project is read, and said", async () => {
    const found = await report({ suspendedOvhProjects: [0] });
    const project = emulator?.projects.ovh[0] ?? "";
    expect(checksOf(found, "projects.state")[0]).toMatchObject({
      status: "warn",
      message: expect.stringContaining(project),
    });
    expect(found.verdict).toBe("usable");
  });

  test("a project is named, but by no name that holds a key", async () => {
    const cloud = await startEmulator({ ...small, ovhRules: broad });
    emulator = cloud;
    const [one, two] = cloud.projects.ovh;
    const { application_secret: secret } = cloud.credentials.ovhApplication;
    const body = { project_id: one, description: `backup ${secret}`, status: "ok" };
    cloud.addFault({ match: `/cloud/project/${one}`, times: 1, status: 200, body, contentType: "application/json" });
    const found = await preflightOn(cloud, "ovh");
    expect(found.projects).toEqual([{ id: two, name: "staging" }]);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test.each([
    ["blocked", "fail"],
    ["active", "pass"],
  ] as const)("an application that is %s", async (ovhApplicationStatus, status) => {
    const rules = [...broad, ...get("/me/api/application/*")];
    const found = await report({ ovhApplicationStatus, ovhRules: rules });
    expect(checksOf(found, "credential.identity").at(-1)?.status).toBe(status);
  });

  test("the state of an application that may not be read is not known, and fails nothing", async () => {
    const found = await report();
    expect(checksOf(found, "credential.identity").at(-1)).toMatchObject({
      status: "unknown",
      message: expect.stringContaining("may not read it"),
    });
    expect(found.verdict).toBe("usable");
  });
});
