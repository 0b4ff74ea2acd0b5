import { describe, expect, test } from "vitest";
import { type RightsOptions, rights } from "../../src/index.ts";

const project = "0123456789abcdef0123456789abcdef";

async function formsOf(inventory: string, options: RightsOptions) {
  const sheet = await rights(inventory, options);
  return { ...sheet, texts: Object.fromEntries(sheet.grants.map(({ form, text }) => [form, text])) };
}

describe("rights as data", () => {
  test("of OVHcloud: rules, the link that asks for just these, the body of a key request, a policy", async () => {
    const { texts, kinds, inventory, grants } = await formsOf("ovh", {
      kinds: ["ovh.cloud.volume"],
      projects: [project],
      narrow: true,
    });
    expect([inventory, kinds]).toEqual(["ovh", ["ovh.cloud.volume"]]);
    expect(grants.map(({ form, format }) => [form, format])).toEqual([
      ["rules", "lines"],
      ["link", "link"],
      ["body", "json"],
      ["policy", "json"],
    ]);
    const rule = `/cloud/project/${project}/volume`;
    expect(texts["rules"]).toBe(`GET ${rule}`);
    const link = new URL(texts["link"] ?? "");
    expect([link.protocol, [...link.searchParams]]).toEqual(["https:", [["GET", rule]]]);
    expect(JSON.parse(texts["body"] ?? "")).toEqual({ accessRules: [{ method: "GET", path: rule }] });
    expect(JSON.parse(texts["policy"] ?? "")).toMatchObject({
      resources: [{ urn: `urn:v1:eu:resource:publicCloudProject:${project}` }],
    });
  });

  test.each([
    ["ovh-application", ["rules", "link", "body"], undefined],
    ["ovh-service-account", ["policy"], "urn:v1:eu:identity:credential:ACCOUNT/oauth2-CLIENT_ID"],
    ["ovh-access-token", ["policy"], "urn:v1:eu:identity:user:ACCOUNT/USER"],
  ])("of %s: what goes with that credential, and no other", async (credential, forms, identity) => {
    const kinds = ["ovh.cloud.volume", "ovh.vps"];
    const { texts, grants, notes } = await formsOf("ovh", { kinds, credential });
    expect(grants.map(({ form }) => form)).toEqual(forms);
    expect(notes.some((note) => note.includes("a rule for everything below a project"))).toBe(identity === undefined);
    expect(JSON.parse(texts["policy"] ?? "{}").identities?.[0]).toBe(identity);
    const missing = await formsOf("ovh", { kinds, credential, missingIn: { coverage: [] } });
    expect(missing.grants.map(({ form }) => form)).toEqual(forms);
  });

  test("of Scaleway: the policy as JSON, as lines for its command line, as Terraform", async () => {
    const { grants } = await formsOf("scaleway", { kinds: ["scaleway.object.bucket"] });
    expect(grants.map(({ form, format }) => [form, format])).toEqual([
      ["json", "json"],
      ["cli", "shell"],
      ["terraform", "terraform"],
    ]);
  });

  test("takes places and kinds from a config that is still being typed, and needs no credential", async () => {
    const config = {
      endpoint: "ovh-ca",
      application_key: "not one",
      project_ids: ` ${project} `,
      kinds: "ovh.cloud.volume",
    };
    const { texts, kinds } = await formsOf("ovh", { config, narrow: true });
    expect(kinds).toEqual(["ovh.cloud.volume"]);
    expect(texts["rules"]).toBe(`GET /cloud/project/${project}/volume`);
    expect(texts["link"]).toMatch(/^https:\/\/ca\.api\.ovh\.com\//);
    expect(JSON.stringify(texts)).not.toContain("not one");
  });

  test("of what is below projects that nobody sees, though no row names its rights", async () => {
    type Report = NonNullable<RightsOptions["missingIn"]>;
    const row = { scope: "account", accepted: false };
    const coverage: Report["coverage"] = [
      { ...row, kind: "ovh.cloud.volume", status: "unknown", missing: [] },
      { ...row, kind: "ovh.vps", status: "missing", missing: ["vps:apiovh:get"] },
    ];
    const options = { kinds: ["ovh.cloud.volume", "ovh.vps", "ovh.ip"], credential: "ovh-service-account" };
    const actionsWith = async (status: "fail" | "pass") => {
      const checks: NonNullable<Report["checks"]> = [
        { id: "projects.visible", status, message: "", templates: { message: "" }, values: {}, documentation: "" },
      ];
      const { texts } = await formsOf("ovh", { ...options, missingIn: { coverage, checks } });
      const { allow } = JSON.parse(texts["policy"] ?? "").permissions;
      return allow.map(({ action }: { action: string }) => action);
    };
    expect(await actionsWith("fail")).toEqual([
      "vps:apiovh:get",
      "publicCloudProject:apiovh:get",
      "publicCloudProject:apiovh:volume/get",
    ]);
    expect(await actionsWith("pass")).toEqual(["vps:apiovh:get"]);
  });

  test("of what a report misses alone, where grants add up", async () => {
    const row = {
      kind: "scaleway.secret.secret",
      scope: "11111111-1111-4111-8111-111111111111",
      status: "missing",
    } as const;
    const { texts } = await formsOf("scaleway", {
      kinds: ["scaleway.object.bucket", "scaleway.secret.secret"],
      missingIn: { coverage: [{ ...row, missing: ["SecretManagerReadOnly"], accepted: false }] },
    });
    expect(JSON.parse(texts["json"] ?? "").rules).toEqual([
      { permission_set_names: ["SecretManagerReadOnly"], project_ids: [row.scope] },
    ]);
  });

  test.each([
    ["an unknown inventory", "ohv", {}, /unknown provider "ohv"; did you mean "ovh"\?/],
    ["an unknown kind", "ovh", { kinds: ["ovh.cloud.volum"] }, /no kind matches/],
    ["a project's name", "ovh", { projects: ["my-project"] }, /projects must hold the ids of projects/],
    [
      "an unknown credential",
      "ovh",
      { credential: "ovh-aplication" },
      /unknown credential .*did you mean "ovh-application"\?/,
    ],
    ["an unknown endpoint", "ovh", { endpoint: "ovh-eur" }, /unknown endpoint "ovh-eur"; did you mean "ovh-eu"\?/],
  ])("refuses %s", async (_name, inventory, options, says) => {
    await expect(rights(inventory, options)).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(says),
    });
  });
});
