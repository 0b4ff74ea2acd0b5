import { describe, expect, it } from "vitest";
import {
  covers,
  excessOf,
  type Grant,
  grantOf,
  standingOf,
} from "../../src/providers/scaleway/preflight/permissions.ts";

describe("what a permission set covers", () => {
  it.each([
    ["InstancesReadOnly", "InstancesReadOnly", true],
    ["InstancesFullAccess", "InstancesReadOnly", true],
    ["InstancesReadOnly", "BlockStorageReadOnly", false],
    ["AllProductsReadOnly", "SecretManagerReadOnly", true],
    ["AllProductsReadOnly", "ObjectStorageBucketsRead", true],
    ["AllProductsFullAccess", "AllProductsReadOnly", true],
    ["AllProductsFullAccess", "InstancesReadOnly", true],
    ["AllProductsReadOnly", "AllProductsFullAccess", false],
    ["AllProductsFullAccess", "ProjectReadOnly", false],
    ["AllProductsReadOnly", "IAMReadOnly", false],
    ["ProjectManager", "ProjectReadOnly", true],
    ["IAMManager", "IAMReadOnly", true],
    ["IAMManager", "ProjectReadOnly", true],
    ["IAMReadOnly", "ProjectReadOnly", false],
    ["SecretManagerSecretAccess", "SecretManagerReadOnly", false],
    ["ObjectStorageObjectsRead", "ObjectStorageReadOnly", false],
    ["", "InstancesReadOnly", false],
  ])("%s covers %s: %s", (granted, needed, expected) => {
    expect(covers(granted, needed)).toBe(expected);
  });
});

describe("a rule", () => {
  const permission_set_names = ["InstancesReadOnly"];
  const projects = { permission_set_names, permission_sets_scope_type: "projects" };

  it.each([
    ["of named projects", { ...projects, project_ids: ["P"] }, { reach: ["p"] }],
    ["of an organization's projects", { ...projects, organization_id: "o" }, { reach: "all-projects" }],
    [
      "of the organization",
      { permission_set_names, permission_sets_scope_type: "organization", organization_id: "o" },
      { reach: "organization" },
    ],
    ["without a condition", { ...projects, project_ids: ["p"], condition: " " }, { isConditional: false }],
    ["with one, even a trivial one", { ...projects, project_ids: ["p"], condition: "1 == 1" }, { isConditional: true }],
    ["without any set", { permission_sets_scope_type: "organization" }, { sets: [] }],
  ])("%s", (_name, rule, expected) => {
    expect(grantOf(rule)).toMatchObject(expected);
  });

  it.each([
    [{ ...projects }],
    [{ ...projects, project_ids: [] }],
    [{ permission_sets_scope_type: "account_root_user" }],
  ])("that reaches nothing grants nothing: %j", (rule) => {
    expect(grantOf(rule)).toBeUndefined();
  });
});

describe("the standing of a right", () => {
  const grant = (set: string, reach: Grant["reach"], isConditional = false): Grant => ({
    sets: [set],
    reach,
    isConditional,
  });

  it.each([
    ["in another project", [grant("InstancesReadOnly", ["other"])], "missing"],
    ["in the organization, which has no instances", [grant("InstancesReadOnly", "organization")], "missing"],
    ["in all projects", [grant("InstancesReadOnly", "all-projects")], "granted"],
    ["under a condition", [grant("InstancesReadOnly", ["p"], true)], "conditional"],
    [
      "under a condition, and elsewhere without",
      [grant("InstancesReadOnly", ["p"], true), grant("AllProductsReadOnly", ["other"])],
      "conditional",
    ],
    [
      "under a condition and without",
      [grant("InstancesReadOnly", ["p"], true), grant("AllProductsReadOnly", "all-projects")],
      "granted",
    ],
  ] as const)("%s", (_name, grants, expected) => {
    expect(standingOf(grants, ["InstancesReadOnly"], "p")).toBe(expected);
  });

  it("of an organization's set comes from the organization alone", () => {
    expect(standingOf([grant("ProjectReadOnly", "all-projects")], ["ProjectReadOnly"], "p")).toBe("missing");
    expect(standingOf([grant("ProjectReadOnly", "organization")], ["ProjectReadOnly"], "p")).toBe("granted");
  });

  it("is enough with any one of several sets", () => {
    const sets = ["ObjectStorageReadOnly", "ObjectStorageBucketsRead"];
    expect(standingOf([grant("ObjectStorageBucketsRead", ["p"])], sets, "p")).toBe("granted");
  });
});

it("names what is more than reading, once each", () => {
  const sets = ["InstancesFullAccess", "InstancesReadOnly", "OrganizationManager", "InstancesFullAccess"];
  expect([...excessOf([{ sets, reach: "organization", isConditional: false }])]).toEqual([
    ["InstancesFullAccess", "InstancesReadOnly"],
    ["OrganizationManager", "ProjectReadOnly"],
  ]);
});
