import { describe, expect, it } from "vitest";
import type { GrantWish } from "../../src/preflight/grant.ts";
import { scalewayGranter } from "../../src/providers/scaleway/grants.ts";
import { rowsOf } from "../rows.ts";

const scalewayKinds = await rowsOf("scaleway");

const project = "6170692e-7363-616c-6577-61792e636f6d";
const sheet = (names: readonly string[], changes: Partial<GrantWish> = {}) =>
  scalewayGranter.grant({
    kinds: scalewayKinds.filter(({ id }) => names.includes(id.replace("scaleway.", ""))),
    projects: [project],
    narrow: true,
    withPreflight: false,
    ...changes,
  });
const rulesOf = (names: readonly string[], changes: Partial<GrantWish> = {}) =>
  JSON.parse(sheet(names, changes).grants.find(({ form }) => form === "json")?.text ?? "").rules;

describe("Scaleway's policy", () => {
  it("is one set for everything where it is broad", () => {
    expect(rulesOf(["instance.server", "object.bucket"], { narrow: false })).toEqual([
      { permission_set_names: ["AllProductsReadOnly"], project_ids: [project] },
    ]);
  });

  it("is the narrowest set of each kind where it is narrow", () => {
    expect(rulesOf(["instance.server", "instance.image", "object.bucket"])).toEqual([
      { permission_set_names: ["InstancesReadOnly", "ObjectStorageBucketsRead"], project_ids: [project] },
    ]);
  });

  it("gives what belongs to the organization there", () => {
    const rules = [{ permission_set_names: ["ProjectReadOnly"], organization_id: "ORGANIZATION_ID" }];
    expect(rulesOf(["account.project"])).toEqual(rules);
    expect(rulesOf(["account.project"], { narrow: false })).toEqual(rules);
    expect(rulesOf(["secret.secret"], { withPreflight: true })).toEqual([
      { permission_set_names: ["SecretManagerReadOnly"], project_ids: [project] },
      { permission_set_names: ["ProjectReadOnly", "IAMReadOnly"], organization_id: "ORGANIZATION_ID" },
    ]);
  });

  it("holds in all projects where the organization is read, whose projects it then may list", () => {
    const organization = "11111111-0000-4000-8000-000000000000";
    expect(rulesOf(["instance.server"], { organization, narrow: false })).toEqual([
      { permission_set_names: ["AllProductsReadOnly"], organization_id: organization },
      { permission_set_names: ["ProjectReadOnly"], organization_id: organization },
    ]);
  });

  it("lets an empty list be told from a project that does not exist, and says so", () => {
    expect(rulesOf(["secret.secret"])).toEqual([
      { permission_set_names: ["SecretManagerReadOnly", "ObjectStorageBucketsRead"], project_ids: [project] },
    ]);
    expect(sheet(["secret.secret"]).notes.join()).toMatch(/ObjectStorageBucketsRead is there to show/);
    expect(sheet(["object.bucket"]).notes.join()).not.toMatch(/is there to show/);
  });

  it("is only what lacks where that is asked, for the projects that lack it", () => {
    const missing = [
      { kind: "scaleway.secret.secret", scope: `${project}/fr-par`, missing: ["SecretManagerReadOnly"] },
    ];
    const asked = { missing, projects: [], narrow: false };
    expect(rulesOf(["secret.secret", "instance.server"], asked)).toEqual([
      { permission_set_names: ["SecretManagerReadOnly"], project_ids: [project] },
    ]);
    const cli = sheet(["secret.secret"], asked).grants.find(({ form }) => form === "cli")?.text ?? "";
    expect(cli).toMatch(/^scw iam policy create name=cloud-inventory-missing application-id=APPLICATION_ID/);
    expect(cli).not.toMatch(/api-key/);
  });

  it("has the same rules as lines of the command line", () => {
    expect(sheet(["block.volume", "account.project"]).grants.find(({ form }) => form === "cli")?.text).toBe(
      `scw iam application create name=cloud-inventory
scw iam policy create name=cloud-inventory application-id=APPLICATION_ID \\
  rules.0.permission-set-names.0=BlockStorageReadOnly \\
  rules.0.project-ids.0=${project} \\
  rules.1.permission-set-names.0=ProjectReadOnly \\
  rules.1.organization-id=ORGANIZATION_ID
scw iam api-key create application-id=APPLICATION_ID default-project-id=${project}`,
    );
  });

  it("has the same rules as Terraform", () => {
    expect(sheet(["object.bucket"]).grants.find(({ form }) => form === "terraform")?.text).toBe(
      `resource "scaleway_iam_application" "cloud_inventory" {
  name = "cloud-inventory"
}

resource "scaleway_iam_policy" "cloud_inventory" {
  name           = "cloud-inventory"
  application_id = scaleway_iam_application.cloud_inventory.id
  rule {
    project_ids          = ["${project}"]
    permission_set_names = ["ObjectStorageBucketsRead"]
  }
}

resource "scaleway_iam_api_key" "cloud_inventory" {
  application_id     = scaleway_iam_application.cloud_inventory.id
  default_project_id = "${project}"
}`,
    );
  });
});
