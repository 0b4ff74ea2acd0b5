import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { proveCredential } from "../../src/hosts/plakar/probe.ts";
import { checkOf, preflightOn } from "../preflight/run.ts";
import { discoverOn, idsOf, openOn } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ scalewayProjects: 3, zones: 1, resources: 1, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const kinds = ["scaleway.instance.server"];
const organization = (): Record<string, string> => ({
  scw_scope: "organization",
  scw_organization_id: emulator.scalewayOrganizationId,
});
const discover = (config: Record<string, string> = organization()) =>
  discoverOn(emulator, "scaleway", { kinds, config });
const projectsIn = (scopes: readonly { scope: string }[]) => new Set(scopes.map(({ scope }) => scope.split("/")[0]));

describe("a Scaleway organization", () => {
  it("is read project by project, each list with its filter", async () => {
    await start();
    const { resources, finished, scopes } = await discover();
    expect(finished.complete).toBe(true);
    expect(projectsIn(scopes)).toEqual(new Set(emulator.projects.scaleway));
    expect(idsOf(resources)).toEqual([...(emulator.expectedIds().get("scaleway.instance.server") ?? [])].sort());
    const lists = emulator.statistics.paths.filter((path) => path.includes("/servers"));
    expect(lists.every((path) => path.includes("project="))).toBe(true);
  });

  it("whose list is refused half-way is not whole, whether or not anybody insists on it", async () => {
    await start({ scalewayProjects: 2 });
    const [, other] = emulator.projects.scaleway;
    const projects = [{ id: other, name: "shop" }];
    const list = "/account/v3/projects?";
    emulator.addFault({ match: list, times: 1, body: { projects, total_count: 2 }, contentType: "application/json" });
    const body = { details: [], message: "insufficient permissions", type: "permissions_denied" };
    emulator.addFault({ match: list, status: 403, body, contentType: "application/json" });
    const { scw_organization_id = "" } = organization();
    const { scopes, finished } = await discover({ scw_organization_id });
    expect(projectsIn(scopes)).toEqual(new Set(["account", ...emulator.projects.scaleway]));
    expect(scopes.find(({ scope }) => scope === "account")).toMatchObject({ outcome: "denied" });
    expect(finished.complete).toBe(false);
  });

  it("whose list is refused now is missed where an earlier run read another project of it", async () => {
    await start({ scalewayRules: [{ permissionSets: ["InstancesReadOnly"], scope: "all-projects" }] });
    const { scw_organization_id = "" } = organization();
    const [configured, other] = emulator.projects.scaleway;
    const read = (project = "") =>
      discoverOn(emulator, "scaleway", {
        kinds,
        config: { scw_organization_id, regions: "fr-par-1" },
        remembered: { scopesRead: () => [`${project}/fr-par-1`] },
      });
    const ofAccount = (scopes: readonly { scope: string }[]) => scopes.filter(({ scope }) => scope === "account");
    expect(ofAccount((await read(configured)).scopes)).toEqual([]);
    const { scopes, finished } = await read(other);
    const reason = expect.stringContaining("earlier runs read 1 more");
    expect(ofAccount(scopes)).toMatchObject([{ outcome: "denied", reason }]);
    expect(finished.complete).toBe(false);
  });

  it("whose list fails is a gap, though nobody insists on it", async () => {
    await start({ faults: [{ match: "/account/v3/projects?", status: 500 }] });
    const { scw_organization_id = "" } = organization();
    const { scopes } = await discover({ scw_organization_id });
    expect(scopes.find(({ scope }) => scope === "account")).toMatchObject({ outcome: "failed", code: "UNAVAILABLE" });
  });

  it("that nothing names is a gap of what belongs to it, which says how to name it", async () => {
    await start({ scalewayRules: [{ permissionSets: ["InstancesReadOnly"], scope: "all-projects" }] });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds: ["scaleway.iam.application"] });
    const reason = expect.stringContaining("scw_organization_id names it");
    expect(scopes).toMatchObject([{ scope: "organization", outcome: "denied", reason }]);
  });

  it("says what its projects are called, but no name that holds the key", async () => {
    await start({ scalewayProjects: 2 });
    const [one, two] = emulator.projects.scaleway;
    const { scw_secret_key: secret } = emulator.credentials.scaleway;
    const projects = [
      { id: one, name: `backup ${secret}` },
      { id: two, name: "shop" },
    ];
    const body = { projects, total_count: 2 };
    emulator.addFault({ match: "/account/v3/projects?", status: 200, body, contentType: "application/json" });
    const { events, scopes } = await discover();
    const named = scopes.map(({ scope, projectName }) => [scope.split("/")[0], projectName]);
    expect(Object.fromEntries(named)).toEqual({ [one ?? ""]: undefined, [two ?? ""]: "shop" });
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it("is read to the last page of its projects", async () => {
    await start({ scalewayProjects: 101, resources: 0 });
    const { finished, scopes } = await discoverOn(emulator, "scaleway", {
      kinds: ["scaleway.secret.secret"],
      config: organization(),
    });
    expect(finished.complete).toBe(true);
    expect(projectsIn(scopes).size).toBe(101);
    expect(emulator.statistics.paths.filter((path) => path.includes("/projects?"))).toHaveLength(2);
  });

  it("counts the configured project as one of its own", async () => {
    await start();
    const { scopes } = await discover({ ...organization(), scw_project_id: emulator.projects.scaleway[2] ?? "" });
    expect(projectsIn(scopes).size).toBe(3);
  });

  const readsOne: ScalewayRule = { permissionSets: ["AllProductsReadOnly"], scope: [0] };
  it("whose projects may not be listed is read where it is configured, and never looks complete", async () => {
    await start({ scalewayRules: [readsOne] });
    const { scopes, resources, finished } = await discover();
    expect(finished.complete).toBe(false);
    expect(resources.length).toBeGreaterThan(0);
    expect(scopes.filter(({ outcome }) => outcome !== "completed")).toMatchObject([
      { kind: kinds[0], scope: "account", outcome: "denied" },
    ]);
    const report = await preflightOn(emulator, "scaleway", { kinds, config: organization() });
    expect(report.coverage.filter(({ status }) => status !== "granted")).toMatchObject([
      { scope: "account", status: "missing", missing: ["ProjectReadOnly"] },
    ]);
    expect(checkOf(report, "projects.visible")?.status).toBe("warn");
    expect(report.verdict).toBe("usable-with-gaps");
  });

  it("lets a control plane prove the key without a right to list it", async () => {
    await start({ scalewayRules: [readsOne] });
    const provider = await openOn(emulator, "scaleway", { config: organization() });
    const proof = await proveCredential(provider, provider.kinds, new AbortController().signal);
    expect(proof.doubt).toBeUndefined();
    expect(emulator.statistics.requests).toBeLessThanOrEqual(3);
  });

  it("of more projects than a few requests could list lets a control plane prove the key", async () => {
    await start({ scalewayProjects: 301, resources: 0 });
    const provider = await openOn(emulator, "scaleway", { config: organization() });
    const proof = await proveCredential(provider, provider.kinds, new AbortController().signal);
    expect(proof.doubt).toBeUndefined();
    expect(emulator.statistics.paths.filter((path) => path.includes("/projects?"))).toEqual([]);
  });

  it.each([
    ["a server that fails", { status: 500 }, "UNAVAILABLE"],
    ["a project without an id", { status: 200, body: { projects: [{}], total_count: 1 } }, "INVALID_RESPONSE"],
    ["no list", { status: 200, body: { total_count: 0 } }, "INVALID_RESPONSE"],
    [
      "a project of somebody else",
      { status: 200, body: { projects: [{ id: "x", organization_id: "y" }], total_count: 1 } },
      "INVALID_RESPONSE",
    ],
  ])("ends every kind for the account where its projects are answered with %s", async (_name, fault, code) => {
    await start();
    emulator.addFault({ match: "/account/v3/projects?", contentType: "application/json", ...fault });
    const { scopes, finished } = await discover();
    expect(finished.complete).toBe(false);
    const unfinished = scopes.filter(({ outcome }) => outcome !== "completed");
    expect(unfinished).toMatchObject([{ scope: "account", outcome: "failed", code }]);
    expect(projectsIn(scopes)).toEqual(new Set([emulator.projects.scaleway[0], "account"]));
    const report = await preflightOn(emulator, "scaleway", { kinds, config: organization() });
    const open = report.coverage.filter(({ status }) => status !== "granted");
    expect(open).toMatchObject([{ scope: "account", status: "unknown" }]);
    expect(report.verdict).toBe("usable-with-gaps");
  });

  /** Pages of the organization's projects, by the numbers that the emulator gives them, answered in turn. */
  const answerProjects = (...answers: { projects: number[]; total: number }[]) => {
    answers.forEach(({ projects, total }, index) => {
      emulator.addFault({
        match: "/account/v3/projects?",
        contentType: "application/json",
        status: 200,
        body: { projects: projects.map((one) => ({ id: emulator.projects.scaleway[one] })), total_count: total },
        ...(index < answers.length - 1 ? { times: 1 } : {}),
      });
    });
  };

  it("is read in every project that any pass over its list names", async () => {
    await start({ scalewayProjects: 4 });
    answerProjects({ projects: [0, 1, 1], total: 3 }, { projects: [0, 2, 3], total: 3 });
    const { scopes, finished } = await discover();
    expect(finished.complete).toBe(true);
    expect(projectsIn(scopes)).toEqual(new Set(emulator.projects.scaleway));
  });

  it.each([
    ["names one of two, twice", { projects: [1], total: 2 }],
    ["names one twice, twice", { projects: [0, 1, 1], total: 3 }],
    ["is said to be longer than it is", { projects: [0, 1], total: 100_000 }],
  ])("whose list %s is read where it is known, and never looks complete", async (_name, answer) => {
    await start();
    answerProjects(answer);
    const { scopes, finished } = await discover();
    expect(finished.complete).toBe(false);
    expect(scopes.filter(({ outcome }) => outcome !== "completed")).toMatchObject([
      { scope: "account", outcome: "failed", code: "INVALID_RESPONSE" },
    ]);
    expect(projectsIn(scopes)).toEqual(new Set([...emulator.projects.scaleway.slice(0, 2), "account"]));
    expect(emulator.statistics.paths.filter((path) => path.includes("/projects?")).length).toBeLessThan(
      2 * (1 + 32) + 4,
    );
  });

  it("whose list breaks off is read where it is known, and never looks complete", async () => {
    await start({ scalewayProjects: 101, resources: 0, zones: 1 });
    emulator.addFault({ match: /\/account\/v3\/projects\?.*page=2/, status: 500 });
    const { scopes, finished } = await discoverOn(emulator, "scaleway", {
      kinds: ["scaleway.secret.secret"],
      config: { ...organization(), regions: "it-mil" },
    });
    expect(finished.complete).toBe(false);
    // The page that was read, the configured project, and the account.
    expect(projectsIn(scopes).size).toBe(100 + 1 + 1);
    expect(scopes.find(({ scope }) => scope === "account")).toMatchObject({ outcome: "failed", code: "UNAVAILABLE" });
  });

  it("of a hundred projects costs a look behind the full page", async () => {
    await start({ scalewayProjects: 100, resources: 0 });
    const { finished } = await discoverOn(emulator, "scaleway", {
      kinds: ["scaleway.secret.secret"],
      config: { ...organization(), regions: "it-mil" },
    });
    expect(finished.complete).toBe(true);
    expect(emulator.statistics.paths.filter((path) => path.includes("/projects?"))).toHaveLength(2);
  });

  it.each([
    [{ scw_scope: "organization" }, "scw_scope"],
    [{ scw_scope: "organisation", scw_organization_id: "00000000-0000-4000-8000-000000000000" }, "scw_scope"],
  ])("is not half configured: %j", async (config, key) => {
    await start();
    await expect(discover(config)).rejects.toThrow(key);
    expect(emulator.statistics.requests).toBe(0);
  });
});
