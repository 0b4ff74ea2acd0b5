import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import { openOn } from "../providers/run.ts";
import { checkOf, preflightOn, statusesOf } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ scalewayProjects: 2, zones: 3, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const examine = (options: Parameters<typeof preflightOn>[2] = {}) => preflightOn(emulator, "scaleway", options);
const allProjects = (): Record<string, string> => ({ scw_project_ids: emulator.projects.scaleway.join(",") });
const everywhere = (...permissionSets: string[]): ScalewayRule => ({ permissionSets, scope: "all-projects" });
const ofOrganization = (...permissionSets: string[]): ScalewayRule => ({ permissionSets, scope: "organization" });
const readsIam = ofOrganization("IAMReadOnly");
const readsAll = everywhere("AllProductsReadOnly");
const nobody = "00000000-0000-4000-8000-000000000000";
const servers = ["scaleway.instance.server"];
const day = 86_400_000;

describe("a key with everything that is recommended", () => {
  it("passes every check, and names the organization", async () => {
    await start({ scalewayRules: [readsAll, ofOrganization("ProjectReadOnly", "IAMReadOnly")] });
    const report = await examine({ config: allProjects(), kinds: ["scaleway.*"] });
    expect(report.checks.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(report.verdict).toBe("usable");
    expect(report.account).toBe(emulator.scalewayOrganizationId);
    expect(new Set(report.coverage.map(({ status }) => status))).toEqual(new Set(["granted"]));
  });

  it("is compared with the expected account", async () => {
    await start({ scalewayRules: [readsAll, readsIam] });
    const right = await examine({ expectedAccount: emulator.scalewayOrganizationId });
    expect(checkOf(right, "account.expected")?.status).toBe("pass");
    expect(checkOf(await examine({ expectedAccount: nobody }), "account.expected")?.status).toBe("fail");
  });
});

describe("a key that may not read IAM", () => {
  it("is usable with the policy that Plakar documents, and says what it cannot know", async () => {
    await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [0] }] });
    const report = await examine();
    expect(report.verdict).toBe("usable");
    expect(report.checks.filter(({ status }) => status === "unknown").map(({ id }) => id)).toEqual([
      "credential.identity",
      "credential.bearer",
      "credential.expiry",
      "credential.excess",
      "projects.read",
    ]);
    expect(checkOf(report, "credential.expiry")?.message).toContain("may not read itself");
  });

  it("names who bears it where it may read that and no more", async () => {
    await start({ scalewayRules: [readsAll, ofOrganization("IAMApplicationReadOnly")] });
    const report = await examine();
    expect(checkOf(report, "credential.identity")?.message).toContain('application "inventory"');
    expect(checkOf(report, "credential.bearer")?.status).toBe("pass");
    expect(checkOf(report, "credential.expiry")?.status).toBe("pass");
    expect(checkOf(report, "credential.excess")?.status).toBe("unknown");
  });
});

describe("who bears the key", () => {
  it.each([
    ["member", [readsAll, readsIam]],
    ["owner", []],
  ] as const)("a user (%s) is a warning with what to do", async (scalewayBearer, scalewayRules) => {
    await start({ scalewayBearer, scalewayRules });
    const report = await examine();
    expect(checkOf(report, "credential.bearer")).toMatchObject({
      status: "warn",
      remediation: expect.stringContaining("application"),
    });
    expect(report.verdict).toBe("usable");
    expect(JSON.stringify(report)).not.toContain("@customer.example");
  });

  it("an owner can do everything, which is too much", async () => {
    await start({ scalewayBearer: "owner", scalewayRules: [] });
    expect(checkOf(await examine(), "credential.excess")).toMatchObject({ status: "warn" });
  });
});

describe("what the key can do beyond reading", () => {
  it.each([
    [everywhere("AllProductsFullAccess"), "AllProductsReadOnly"],
    [everywhere("AllProductsReadOnly", "InstancesFullAccess"), "InstancesReadOnly"],
    [ofOrganization("IAMManager"), "IAMReadOnly"],
    [ofOrganization("OrganizationManager"), "ProjectReadOnly"],
    [everywhere("SecretManagerSecretAccess"), "SecretManagerReadOnly"],
    [everywhere("ObjectStorageObjectsDelete"), "ObjectStorageReadOnly"],
    [everywhere("ObjectStorageObjectsWrite"), "ObjectStorageReadOnly"],
    [everywhere("SecretManagerSecretCreate"), "SecretManagerReadOnly"],
    [everywhere("SomethingNew"), "take SomethingNew away"],
  ])("%j is named with the narrower grant", async (rule, narrower) => {
    await start({ scalewayRules: [readsAll, readsIam, rule] });
    const check = checkOf(await examine(), "credential.excess");
    expect(check).toMatchObject({ status: "warn", remediation: expect.stringContaining(narrower) });
    expect(check?.message).toContain(rule.permissionSets.at(-1));
  });

  it("says that a set opens the values of secrets", async () => {
    await start({ scalewayRules: [readsAll, readsIam, everywhere("SecretManagerSecretAccess")] });
    expect(checkOf(await examine(), "credential.excess")?.message).toContain("the values of secrets");
  });

  it("is nothing where every set says that it reads", async () => {
    const narrow = everywhere("ObjectStorageBucketsRead", "SecretManagerSecretList", "InstancesReadOnly");
    await start({ scalewayRules: [readsIam, narrow] });
    expect(checkOf(await examine(), "credential.excess")?.status).toBe("pass");
  });
});

describe("how long the key lasts", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  const endsIn = async (days: number, rules: ScalewayRule[] = [readsAll, readsIam]) => {
    await start({
      scalewayRules: rules,
      scalewayKeyExpiresAt: new Date(now + days * day).toISOString(),
      now: () => now,
    });
    return examine({ now: () => now });
  };

  it("warns nine days before the end, with what to do", async () => {
    const report = await endsIn(9);
    expect(checkOf(report, "credential.expiry")).toMatchObject({
      status: "warn",
      message: expect.stringContaining("in 9 days"),
      remediation: expect.stringContaining("new API key"),
    });
    expect(report.expiries).toMatchObject([{ daysLeft: 9 }]);
  });

  it("passes where the end is far", async () => {
    expect(checkOf(await endsIn(300), "credential.expiry")?.status).toBe("pass");
  });

  it("fails where it is over, and finds nothing usable", async () => {
    const report = await endsIn(-1);
    expect(checkOf(report, "credential.expiry")).toMatchObject({
      status: "fail",
      remediation: expect.stringContaining("new API key"),
    });
    expect(report.verdict).toBe("not-usable");
  });
});

describe("a wrong key", () => {
  it("with a secret that nobody knows is refused, and what follows is called back", async () => {
    await start();
    const report = await examine({ config: { ...allProjects(), scw_secret_key: nobody, max_in_flight: "8" } });
    expect(checkOf(report, "credential.accepted")).toMatchObject({ status: "fail", remediation: expect.any(String) });
    expect(report.verdict).toBe("not-usable");
    expect(report.requests).toBeLessThanOrEqual(10);
  });

  const wrongKey = { scw_access_key: "SCWZZZZZZZZZZZZZZZZZ" };
  it("with another access key fails, since a run would stop at Object Storage", async () => {
    await start();
    const report = await examine({ config: wrongKey });
    expect(checkOf(report, "object-storage.key-pair")?.status).toBe("fail");
    expect(report.verdict).toBe("not-usable");
    expect(report.coverage.map(({ status }) => status)).not.toContain("granted");
  });

  it("with another access key reads what needs the secret alone", async () => {
    await start();
    const report = await examine({ config: wrongKey, kinds: servers });
    expect(checkOf(report, "object-storage.key-pair")?.status).toBe("fail");
    expect(report.verdict).toBe("usable-with-gaps");
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["granted"]);
  });

  it("with another access key is told by IAM, where that may be read", async () => {
    await start({ scalewayRules: [readsAll, readsIam] });
    const report = await examine({ config: wrongKey, kinds: servers });
    expect(checkOf(report, "object-storage.key-pair")?.message).toContain("IAM knows no API key");
  });

  it("with project and secret swapped is refused before anything is sent", async () => {
    await start();
    const secret = emulator.credentials.scaleway.scw_secret_key;
    await expect(examine({ config: { scw_project_id: secret } })).rejects.toMatchObject({ code: "INVALID_CONFIG" });
    await expect(examine({ config: { scw_project_id: "my-project" } })).rejects.toThrow("not its name");
    expect(emulator.statistics.requests).toBe(0);
  });

  it("does not show whether its halves belong together where every list of buckets is refused", async () => {
    await start({ scalewayRules: [everywhere("InstancesReadOnly")] });
    const withBuckets = await examine({ kinds: [...servers, "scaleway.object.bucket"] });
    expect(checkOf(withBuckets, "object-storage.key-pair")?.status).toBe("unknown");
    expect(checkOf(await examine({ kinds: servers }), "object-storage.key-pair")).toBeUndefined();
  });
});

describe("what the key may read", () => {
  it("is missing where the API refuses it, with the set that would be enough", async () => {
    await start({ scalewayRules: [everywhere("InstancesReadOnly", "ObjectStorageReadOnly"), readsIam] });
    const report = await examine();
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["granted"]);
    expect(statusesOf(report, "scaleway.block.volume")).toEqual(["missing"]);
    expect(report.coverage.find(({ kind }) => kind === "scaleway.block.volume")?.missing).toEqual([
      "BlockStorageReadOnly",
    ]);
    expect(report.verdict).toBe("usable-with-gaps");
  });

  it("is told project by project", async () => {
    await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [1] }] });
    const { coverage } = await examine({ config: allProjects() });
    const [closed = "", open = ""] = emulator.projects.scaleway;
    const statusesIn = (project: string) =>
      new Set(coverage.filter(({ scope }) => scope.startsWith(project)).map(({ status }) => status));
    expect(statusesIn(open)).toEqual(new Set(["granted"]));
    expect(statusesIn(closed)).toEqual(new Set(["missing"]));
  });

  it("counts what comes through a group", async () => {
    await start({
      scalewayRules: [readsIam, { ...everywhere("InstancesReadOnly"), condition: "c", through: "group" }],
    });
    expect(statusesOf(await examine({ kinds: servers }), "scaleway.instance.server")).toEqual(["conditional"]);
  });

  const condition = "request.ip == '192.0.2.1'";
  it.each([
    ["is conditional where every rule has a condition", [], true, "conditional"],
    ["is granted where another rule has none", [everywhere("InstancesReadOnly")], true, "granted"],
    ["is missing where the condition does not hold now", [], false, "missing"],
  ] as const)("%s", async (_name, more, conditionHolds, status) => {
    const conditional: ScalewayRule = { ...readsAll, condition, conditionHolds };
    await start({ scalewayRules: [readsIam, conditional, ...more] });
    const report = await examine({ kinds: servers });
    expect(statusesOf(report, "scaleway.instance.server")).toEqual([status]);
    expect(checkOf(report, "rights.conditions")?.status).toBe(status === "conditional" ? "warn" : undefined);
    expect(JSON.stringify(report)).not.toContain("192.0.2.1");
  });

  it("survives a grant that flaps", async () => {
    await start();
    emulator.addFault({ match: "/servers", status: 403, body: { type: "permissions_denied" }, times: 1 });
    expect(statusesOf(await examine({ kinds: servers }), "scaleway.instance.server")).toEqual(["granted"]);
  });

  it("is not known where IAM grants it and the API refuses it", async () => {
    await start({ scalewayRules: [readsAll, readsIam] });
    emulator.addFault({ match: "/servers", status: 403, body: { type: "permissions_denied" } });
    const report = await examine();
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["unknown"]);
    expect(checkOf(report, "rights.granted")?.message).toContain("IAM grants it, and the API refuses it");
    expect(report.verdict).toBe("usable-with-gaps");
  });

  it("is granted where the API grants it, whatever the rules are called", async () => {
    await start({ scalewayRules: [readsAll, readsIam] });
    const rule = {
      permission_set_names: ["SomethingNew"],
      permission_sets_scope_type: "projects",
      organization_id: "x",
    };
    emulator.addFault({
      match: "/rules",
      status: 200,
      body: { rules: [rule], total_count: 1 },
      contentType: "application/json",
    });
    expect(statusesOf(await examine({ kinds: servers }), "scaleway.instance.server")).toEqual(["granted"]);
  });

  it.each([429, 500, 503])("is not known, and never missing, where the API answers %i", async (status) => {
    await start();
    emulator.addFault({ match: "/servers", status });
    const report = await examine({ patienceMs: 300 });
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["unknown"]);
    expect(statusesOf(report, "scaleway.block.volume")).toEqual(["granted"]);
    expect(checkOf(report, "places.visible")?.status).toBe("unknown");
  });

  it.each([
    ["where Scaleway's SDK lists the product", {}, {}],
    ["where an earlier run found something", { regions: "it-mil" }, { wasRead: () => true }],
  ])(
    "is not known where a product is said to be absent %s, as discovery fails there",
    async (_name, config, remembered) => {
      await start({ scalewayRules: [readsAll, readsIam] });
      emulator.addFault({ match: "/servers", status: 404, body: { message: "unknown service" } });
      const report = await examine({ kinds: ["scaleway.instance.server"], config, remembered });
      expect(statusesOf(report, "scaleway.instance.server")).toEqual(["unknown"]);
      expect(checkOf(report, "rights.granted")?.message).toContain("accepted_gaps: scaleway.instance.server@");
      const calm = await examine({ kinds: ["scaleway.instance.server"], config: { regions: "it-mil" } });
      expect(statusesOf(calm, "scaleway.instance.server")).toEqual(["granted"]);
    },
  );

  it("goes by another region where buckets are not sold", async () => {
    await start({ notOffered: { "scaleway.object.bucket": ["it-mil"] } });
    const report = await examine({ kinds: ["scaleway.object.bucket"] });
    expect(statusesOf(report, "scaleway.object.bucket")).toEqual(["granted"]);
    expect(report.verdict).toBe("usable");
  });
});

describe("the projects", () => {
  it("fail where none exists, and nothing is called granted", async () => {
    await start();
    const report = await examine({ config: { scw_project_id: nobody } });
    expect(checkOf(report, "projects.visible")?.status).toBe("fail");
    expect(report.verdict).toBe("not-usable");
    expect(report.coverage.map(({ status }) => status)).not.toContain("granted");
  });

  it("name the one that does not exist beside the one that does", async () => {
    await start();
    const report = await examine({ config: { scw_project_ids: nobody } });
    expect(checkOf(report, "projects.visible")).toMatchObject({
      status: "warn",
      message: expect.stringContaining(nobody),
    });
    expect(report.verdict).toBe("usable-with-gaps");
  });

  it("are not proven by empty lists", async () => {
    await start({ resources: 0, scalewayRules: [everywhere("InstancesReadOnly")] });
    const report = await examine({ kinds: servers });
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["unknown"]);
    expect(checkOf(report, "projects.visible")?.status).toBe("fail");
  });

  it("are not known to exist where that could not be asked", async () => {
    await start({ resources: 0 });
    emulator.addFault({ match: "/account/", status: 503 });
    expect(checkOf(await examine({ kinds: servers }), "projects.visible")?.status).toBe("unknown");
  });

  it("warn of one that is being deleted", async () => {
    await start();
    const [id = ""] = emulator.projects.scaleway;
    const contentType = "application/json";
    emulator.addFault({ match: "/account/", status: 200, body: { id, status: "deleting" }, contentType });
    expect(checkOf(await examine(), "projects.state")?.status).toBe("warn");
    emulator.clearFaults();
    emulator.addFault({ match: "/account/", status: 200, body: { id, status: "active" }, contentType });
    expect(checkOf(await examine(), "projects.state")?.status).toBe("pass");
  });
});

describe("the preferred project", () => {
  it.each([
    ["IAM", [readsAll, readsIam]],
    ["a list of buckets", [readsAll]],
  ])("elsewhere is told by %s", async (_name, scalewayRules) => {
    await start({ scalewayPreferredProject: 1, scalewayRules });
    expect(checkOf(await examine(), "object-storage.preferred-project")).toMatchObject({
      status: "warn",
      message: expect.stringContaining(emulator.projects.scaleway[1] ?? "none"),
    });
    const both = await examine({ config: allProjects() });
    expect(checkOf(both, "object-storage.preferred-project")?.status).toBe("pass");
  });

  it("is not known where neither may be read", async () => {
    await start({
      scalewayPreferredProject: 1,
      scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [0] }],
    });
    expect(checkOf(await examine(), "object-storage.preferred-project")?.status).toBe("unknown");
  });
});

describe("the surroundings", () => {
  it.each([
    [0, "pass"],
    [300, "warn"],
    [-300, "warn"],
    [3600, "fail"],
  ])("a clock that is %i s behind: %s", async (clockSkewSeconds, status) => {
    await start({ clockSkewSeconds });
    const report = await examine();
    expect(checkOf(report, "surroundings.clock")?.status).toBe(status);
    expect(statusesOf(report, "scaleway.object.bucket")).toEqual([status === "fail" ? "unknown" : "granted"]);
    expect(statusesOf(report, "scaleway.instance.server")).toEqual(["granted"]);
  });

  it("a provider that does not answer is no verdict on the key", async () => {
    await start();
    emulator.addFault({ match: "/", reset: true });
    const report = await examine();
    expect(checkOf(report, "provider.reachable")?.status).toBe("fail");
    expect(checkOf(report, "credential.accepted")).toBeUndefined();
    emulator.clearFaults();
    emulator.addFault({ match: "/", status: 429 });
    expect(checkOf(await examine({ patienceMs: 300 }), "provider.reachable")?.status).toBe("unknown");
  });

  it.each([
    ["redirects to a page", { status: 302, headers: { Location: "/login" } }],
    ["wants a login of its own", { status: 407 }],
    ["forbids in words of its own", { status: 403, body: "<html>blocked</html>" }],
    ["shows a page", { status: 200, body: "<html>welcome</html>", contentType: "text/html" }],
    ["answers with an empty document", { status: 200, body: {}, contentType: "application/json" }],
  ])("a portal that %s is not Scaleway, and no verdict on the key or the project", async (_name, fault) => {
    await start();
    emulator.addFault({ match: "/", ...fault });
    const report = await examine();
    expect(checkOf(report, "provider.reachable")?.status).toBe("fail");
    expect(report.checks.filter(({ status }) => status === "pass")).toEqual([]);
    expect(checkOf(report, "projects.visible")).toBeUndefined();
    expect(new Set(report.coverage.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    expect(report.verdict).toBe("not-usable");
  });

  it.each([
    ["a page", { status: 200, body: "<html></html>", contentType: "text/html" }],
    ["an empty document", { status: 200, body: {}, contentType: "application/json" }],
  ])("Object Storage behind %s shows nothing of the key or the project", async (_name, fault) => {
    await start({ resources: 0, scalewayRules: [readsAll] });
    emulator.addFault({ match: /^\/($|account\/)/, ...fault });
    const report = await examine({ kinds: ["scaleway.object.bucket", ...servers] });
    expect(checkOf(report, "provider.reachable")?.status).toBe("pass");
    expect(checkOf(report, "projects.visible")?.status).toBe("unknown");
    expect(checkOf(report, "places.visible")?.status).toBe("unknown");
    expect(checkOf(report, "object-storage.key-pair")?.status).toBe("unknown");
  });

  it("repeat no secret that a server sends back", async () => {
    await start({ scalewayRules: [readsAll, readsIam] });
    const { scw_secret_key: secret, scw_access_key: access } = emulator.credentials.scaleway;
    const contentType = "application/json";
    const organization_id = emulator.scalewayOrganizationId;
    const body = { id: "x", name: `${secret} ${access}\u001b[31m`, organization_id };
    emulator.addFault({ match: "/applications/", status: 200, body, contentType });
    const rules = [{ permission_set_names: [`${secret}FullAccess`], permission_sets_scope_type: "organization" }];
    emulator.addFault({ match: "/rules", status: 200, body: { rules, total_count: 1 }, contentType });
    emulator.addFault({ match: "/account/", status: 200, body: { id: "x", organization_id: secret }, contentType });
    emulator.addFault({
      match: "/servers",
      status: 403,
      body: { type: "permissions_denied", details: [{ action: secret, resource: access }] },
    });
    emulator.addFault({
      match: "/secrets",
      status: 500,
      body: { message: secret },
      headers: { "X-Request-Id": secret },
    });
    const report = JSON.stringify(await examine());
    expect(report).not.toContain(secret);
    expect(report).not.toContain(access);
    expect(report).not.toContain("\\u001b");
  });
});

describe("a brief examination", () => {
  const context = () => newContext(new AbortController().signal);

  it.each([
    ["tells the end of the key", [readsIam], [{ what: "the API key", at: "2999-01-01T00:00:00Z" }]],
    ["says that it does not know", [], [{ what: "the API key", at: undefined, unknownBecause: expect.any(String) }]],
  ])("%s, in one request", async (_name, scalewayRules, expiries) => {
    await start({ scalewayRules, scalewayKeyExpiresAt: "2999-01-01T00:00:00Z" });
    const provider = await openOn(emulator, "scaleway");
    expect(await provider.examineBriefly(await provider.load(provider.kinds), context())).toMatchObject({
      coverage: [],
      expiries,
    });
    expect(emulator.statistics.requests).toBe(1);
  });

  it("throws where the key is refused", async () => {
    await start();
    const provider = await openOn(emulator, "scaleway", { config: { scw_secret_key: nobody } });
    await expect(provider.examineBriefly(await provider.load(provider.kinds), context())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      advice: { check: "credential.accepted" },
    });
  });

  it("knows the account by what no right and no further project can change", async () => {
    await start();
    const [one = "", two = ""] = emulator.projects.scaleway;
    const account = async (config: Record<string, string>) =>
      (await openOn(emulator, "scaleway", { config })).accountOf(context());
    const organization = emulator.scalewayOrganizationId;
    expect(await account({})).toBe(one);
    expect(await account({ scw_project_id: one.toUpperCase() })).toBe(one);
    expect(await account({ scw_project_ids: two })).toBe(one);
    expect(await account({ scw_scope: "organization", scw_organization_id: organization })).toBe(one);
    expect(await account({ scw_project_id: two })).toBe(two);
    expect(emulator.statistics.requests).toBe(0);
  });
});
