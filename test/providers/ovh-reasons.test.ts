import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { covers, parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { checksOf, identityConfig, preflightOn } from "../preflight/run.ts";
import { askWithoutConnections } from "../without-connections.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator({
    ovhProjects: 2,
    ovhRegions: 2,
    scalewayProjects: 1,
    zones: 1,
    resources: 1,
    ...options,
  });
  return emulator;
};
afterEach(() => emulator?.close());

const kinds = ["ovh.cloud.project", "ovh.cloud.instance", "ovh.cloud.bucket"];
const get = (...paths: readonly string[]) => paths.map((path) => ({ method: "GET", path }));
const neededIn = (reason = ""): readonly string[] => (reason.split("; needs ")[1] ?? "").split(", ").filter(Boolean);

describe("the rights that a reason asks for", () => {
  it("are those of the list of projects, where that alone is missing", async () => {
    await start({ ovhRules: get("/cloud/project/*") });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.map(({ kind, reason }) => [kind, neededIn(reason)])).toEqual(
      expect.arrayContaining(kinds.map((kind) => [kind, ["GET /cloud/project"]])),
    );
  });

  it("are never some that the key has, and those that it lacks are named", async () => {
    const paths = [
      "/cloud/project",
      "/cloud/project/*/region",
      "/cloud/project/*/region/*",
      "/cloud/project/*/region/*/storage",
      "/cloud/project/*/instance",
      "/cloud/project/0*",
    ];
    await fc.assert(
      fc.asyncProperty(fc.subarray(paths), async (some) => {
        const rules = get(...some);
        const cloud = await start({ ovhRules: rules });
        const stop = askWithoutConnections(cloud);
        try {
          const { scopes } = await discoverOn(cloud, "ovh", { kinds });
          for (const { outcome, reason } of scopes) {
            const needed = neededIn(reason).map(parseRule);
            expect(needed.length > 0).toBe(outcome === "denied");
            for (const right of needed) expect(rules.some((rule) => covers(rule, right))).toBe(false);
          }
        } finally {
          stop();
          await cloud.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it("take one question to the key, however often it is denied", async () => {
    await start({ ovhRules: get("/cloud/project"), ovhProjects: 5 });
    await discoverOn(emulator, "ovh", { kinds });
    expect(emulator.statistics.paths.filter((path) => path.includes("/auth/currentCredential"))).toHaveLength(1);
  });

  it("are no rules where the credential has none", async () => {
    await start({ ovhGrants: [{ action: "publicCloudProject:apiovh:get" }] });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds, config: identityConfig(emulator, "ovhAccessToken") });
    const denied = scopes.filter(({ outcome }) => outcome === "denied");
    expect(denied.length).toBeGreaterThan(0);
    for (const { reason } of denied) expect(reason).toMatch(/IAM action publicCloudProject:apiovh:[^;]*$/);
  });
});

describe("a project that has expired", () => {
  const startExpired = async () => {
    await start({ ovhProjects: 1 });
    const [project = ""] = emulator.projects.ovh;
    const body = { class: "Client::ResourceExpired", message: "This service is expired" };
    emulator.addFault({ match: `/cloud/project/${project}`, status: 460, body });
    return project;
  };

  it("is reported as expired, and what it holds as unreadable: neither gone nor denied", async () => {
    const project = await startExpired();
    const { resources, scopes, finished } = await discoverOn(emulator, "ovh", { kinds });
    expect(resources.map(({ kind, details }) => [kind, details.status])).toEqual([["ovh.cloud.project", "expired"]]);
    const [, ...below] = scopes.toSorted((one, other) => (one.outcome < other.outcome ? -1 : 1));
    expect(below.map(({ outcome, code }) => [outcome, code])).toEqual(below.map(() => ["failed", "UNAVAILABLE"]));
    for (const { reason } of below) {
      expect(reason).toContain(project);
      expect(reason).toMatch(/has expired, and what it holds cannot be read/);
    }
    expect(finished.complete).toBe(false);
  });

  it("is not called readable by a preflight", async () => {
    await startExpired();
    const report = await preflightOn(emulator, "ovh", { kinds: kinds.slice(1) });
    expect(new Set(report.coverage.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    for (const { reason } of report.coverage) expect(reason).toMatch(/has expired/);
    expect(report.verdict).not.toBe("usable");
  });
});

describe("a project that is suspended and refuses what it holds", () => {
  const refusals = [
    ["in words about its state", { class: "Client::Forbidden", message: "This project is suspended" }],
    ["in other words", { class: "Client::Forbidden", message: "forbidden" }],
  ] as const;

  it.each(refusals)("%s: says that, and asks for no right", async (_name, body) => {
    await start({ suspendedOvhProjects: [0] });
    const [project = ""] = emulator.projects.ovh;
    emulator.addFault({ match: `/cloud/project/${project}/`, status: 403, body });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    const refused = scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
    expect(new Set(refused.map(({ scope }) => scope))).toEqual(new Set([project]));
    for (const { code, reason } of refused) {
      expect(code).toBe("UNAVAILABLE");
      expect(reason).toMatch(/is suspended/);
      expect(neededIn(reason)).toEqual([]);
    }
  });

  it.each(refusals)("%s: blames neither the rights nor the address in a preflight", async (_name, body) => {
    await start({ suspendedOvhProjects: [0] });
    const [project = ""] = emulator.projects.ovh;
    emulator.addFault({ match: `/cloud/project/${project}/`, status: 403, body });
    const report = await preflightOn(emulator, "ovh", { kinds });
    expect(report.coverage.map(({ status }) => status)).not.toContain("missing");
    expect(checksOf(report, "credential.addresses")[0]?.status).toBe("pass");
    expect(checksOf(report, "places.visible")[0]?.message).toMatch(/is suspended/);
  });
});
