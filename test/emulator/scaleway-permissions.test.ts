import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askScaleway, jsonOf, type Page } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions) {
  emulator = await startEmulator(options);
  const [first = "", second = ""] = emulator.projects.scaleway;
  return { first, second };
}

const servers = "/instance/v1/zones/fr-par-1/servers";
const secrets = "/secret-manager/v1beta1/regions/fr-par/secrets";
const statusOf = async (path: string, token?: string) => (await askScaleway(emulator, path, token)).status;

test.each([
  { token: "", reason: "invalid_argument" },
  { token: "11111111-2222-4333-8444-555555555555", reason: "not_found" },
])("401 $reason", async ({ token, reason }) => {
  await start({});
  const answer = await askScaleway(emulator, servers, token);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ type: "denied_authentication", method: "api_key", reason });
});

test("401 for a key that has expired", async () => {
  await start({ scalewayKeyExpiresAt: "2025-01-01T00:00:00Z" });
  expect(await jsonOf(askScaleway(emulator, servers))).toMatchObject({ reason: "expired" });
});

test("by default everything can be read, projects can be listed, and the key cannot read itself", async () => {
  const { first } = await start({});
  const organization = emulator.scalewayOrganizationId;
  const projects = await jsonOf<Page>(askScaleway(emulator, `/account/v3/projects?organization_id=${organization}`));
  expect(projects["projects"]?.map(({ id }) => id)).toEqual(emulator.projects.scaleway);
  expect(await statusOf(`/account/v3/projects/${first}`)).toBe(200);
  expect(await statusOf(servers)).toBe(200);
  const key = await askScaleway(emulator, `/iam/v1alpha1/api-keys/${emulator.environment["SCW_ACCESS_KEY"]}`);
  expect(key.status).toBe(403);
  expect(await key.json()).toMatchObject({ details: [{ action: "read", resource: "api_key" }] });
});

test("a rule on one project opens that project and no list of all", async () => {
  const { first, second } = await start({ scalewayRules: [{ permissionSets: ["AllProductsReadOnly"], scope: [1] }] });
  expect(await statusOf(`${servers}?project=${second}`)).toBe(200);
  expect(await statusOf(servers)).toBe(403);
  expect(await statusOf(`/account/v3/projects/${second}`)).toBe(403);
  const denied = await askScaleway(emulator, `${servers}?project=${first}`);
  expect(denied.status).toBe(403);
  expect(await denied.json()).toEqual({
    details: [{ action: "read", resource: "server" }],
    message: "insufficient permissions",
    type: "permissions_denied",
  });
});

describe("what a set covers", () => {
  test.each([
    { set: "InstancesReadOnly", instances: 200, secret: 403 },
    { set: "InstancesFullAccess", instances: 200, secret: 403 },
    { set: "AllProductsFullAccess", instances: 200, secret: 200 },
    { set: "SecretManagerReadOnly", instances: 403, secret: 200 },
    { set: "ProjectReadOnly", instances: 403, secret: 403 },
  ])("$set", async ({ set, instances, secret }) => {
    const { first } = await start({ scalewayRules: [{ permissionSets: [set], scope: "all-projects" }] });
    expect(await statusOf(`${servers}?project=${first}`)).toBe(instances);
    expect(await statusOf(`${secrets}?project_id=${first}`)).toBe(secret);
  });
});

test("with an IAM right, the key reads itself", async () => {
  const expiresAt = "2999-01-01T00:00:00Z";
  const scalewayRules = [{ permissionSets: ["IAMReadOnly"], scope: "organization" }] as const;
  await start({ scalewayRules, scalewayKeyExpiresAt: expiresAt });
  const path = `/iam/v1alpha1/api-keys/${emulator.environment["SCW_ACCESS_KEY"]}`;
  expect(await jsonOf(askScaleway(emulator, path))).toMatchObject({ expires_at: expiresAt, secret_key: null });
});
