import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { checksOf, preflightOn } from "../preflight/run.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator({ scalewayProjects: 2, zones: 2, resources: 1, ...options });
};
afterEach(() => emulator?.close());

const kinds = ["scaleway.instance.server", "scaleway.object.bucket", "scaleway.secret.secret"];
const nobody = "00000000-0000-4000-8000-000000000000";
const config = { scw_project_id: nobody };
const ofOrganization = { permissionSets: ["ProjectReadOnly"], scope: "organization" as const };

describe("a project that does not exist", () => {
  it.each([
    ["to a key for all projects", { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" as const }],
    ["to a key for another project", { permissionSets: ["AllProductsReadOnly"], scope: [0] as const }],
  ])("is said to not exist %s", async (_name, rule) => {
    await start({ scalewayRules: [rule, ofOrganization] });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds, config });
    expect(scopes.length).toBeGreaterThan(0);
    for (const { outcome, code, reason } of scopes) {
      expect({ outcome, code }).toEqual({ outcome: "failed", code: "NOT_FOUND" });
      expect(reason).toContain(`project ${nobody} does not exist`);
    }
    const report = await preflightOn(emulator, "scaleway", { kinds, config });
    expect(checksOf(report, "projects.visible")).toMatchObject([
      { status: "fail", message: `project ${nobody} does not exist` },
    ]);
    expect(new Set(report.coverage.map(({ status }) => status))).toEqual(new Set(["unknown"]));
  });

  it("is only doubted where the key may not ask", async () => {
    await start({ scalewayRules: [{ permissionSets: ["InstancesReadOnly"], scope: "all-projects" }] });
    emulator.addFault({ match: "/servers", status: 200, body: { servers: [], total_count: 0 } });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds: kinds.slice(0, 1), config });
    for (const { reason } of scopes) expect(reason).toMatch(/nothing shows that project 0.* exists/);
  });

  it("is not found out by a 404 of something that stands in between", async () => {
    await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [0] }] });
    emulator.addFault({ match: "/account/", status: 404, body: "<html>not found</html>", contentType: "text/html" });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds, config });
    for (const { reason } of scopes) expect(reason).not.toContain("does not exist");
  });
});

describe("the sets that a reason asks for", () => {
  it("are that of the projects, where these could not be listed", async () => {
    const rule = { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" as const };
    await start({ scalewayRules: [rule] });
    const organization = { scw_scope: "organization", scw_organization_id: emulator.scalewayOrganizationId };
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds, config: organization });
    const unlisted = scopes.filter(({ scope }) => scope === "account");
    expect(unlisted.map(({ kind }) => kind).sort()).toEqual(kinds.toSorted());
    for (const { outcome, reason } of unlisted) {
      expect(outcome).toBe("denied");
      expect(reason).toMatch(/; needs ProjectReadOnly$/);
    }
  });

  it.each([
    ["a suspended organization", { type: "denied", message: "organization is suspended" }, "UNAVAILABLE", /suspended/],
    ["a locked project", { type: "locked", message: "resource is locked" }, "UNAVAILABLE", /locked/],
    ["a quota", { type: "quotas_exceeded", message: "quota exceeded" }, "PERMISSION_DENIED", /^GET [^;]*$/],
  ])("are none, where the refusal is about %s", async (_name, body, code, said) => {
    await start({ scalewayProjects: 1 });
    emulator.addFault({ match: "/servers", status: 403, body });
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds: kinds.slice(0, 1) });
    for (const scope of scopes) {
      expect(scope).toMatchObject({ code, reason: expect.stringMatching(said) });
      expect(scope.reason).not.toContain("needs");
    }
  });

  it("are none, where the list of the projects is refused for something else", async () => {
    await start({ scalewayProjects: 1 });
    const body = { type: "quotas_exceeded", message: "quota exceeded" };
    emulator.addFault({ match: "/account/v3/projects", status: 403, body });
    const organization = { scw_scope: "organization", scw_organization_id: emulator.scalewayOrganizationId };
    const { scopes } = await discoverOn(emulator, "scaleway", { kinds, config: organization });
    const unlisted = scopes.filter(({ scope }) => scope === "account");
    expect(unlisted).toHaveLength(kinds.length);
    for (const { reason } of unlisted) expect(reason).not.toContain("needs");
  });
});
