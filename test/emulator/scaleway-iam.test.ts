import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { askBuckets, askScaleway, jsonOf, type Page } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

const iamRead: ScalewayRule = { permissionSets: ["IAMReadOnly"], scope: "organization" };

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator(options);
}

const iam = "/iam/v1alpha1";
const statusOf = async (path: string) => (await askScaleway(emulator, path)).status;
const inOrganization = (path: string, query = "") =>
  `${iam}/${path}?organization_id=${emulator.scalewayOrganizationId}${query}`;

async function list(path: string, key: string) {
  return (await jsonOf<Page>(askScaleway(emulator, path)))[key] ?? [];
}

interface Key {
  application_id?: string;
  user_id?: string;
  default_project_id: string;
}

const ownKey = () =>
  jsonOf<Key>(askScaleway(emulator, `${iam}/api-keys/${emulator.credentials.scaleway.scw_access_key}`));

describe("who bears the key", () => {
  test("an application", async () => {
    await start({ scalewayRules: [iamRead] });
    const key = await ownKey();
    expect(key).not.toHaveProperty("user_id");
    expect(await jsonOf(askScaleway(emulator, `${iam}/applications/${key.application_id}`))).toMatchObject({
      id: key.application_id,
      organization_id: emulator.scalewayOrganizationId,
    });
    expect(await statusOf(`${iam}/applications/none`)).toBe(404);
    expect(await statusOf(`${iam}/users/${key.application_id}`)).toBe(404);
  });

  test("a member", async () => {
    await start({ scalewayBearer: "member", scalewayRules: [iamRead] });
    const key = await ownKey();
    expect(key).not.toHaveProperty("application_id");
    expect(await jsonOf(askScaleway(emulator, `${iam}/users/${key.user_id}`))).toMatchObject({
      id: key.user_id,
      type: "member",
      organization_id: emulator.scalewayOrganizationId,
    });
    expect(await list(inOrganization("policies", `&user_ids=${key.user_id}`), "policies")).toHaveLength(1);
  });

  test("an owner, who may do everything without a policy", async () => {
    await start({ scalewayBearer: "owner" });
    const key = await ownKey();
    expect(await jsonOf(askScaleway(emulator, `${iam}/users/${key.user_id}`))).toMatchObject({ type: "owner" });
    expect(await list(inOrganization("policies", `&user_ids=${key.user_id}`), "policies")).toEqual([]);
    expect(await statusOf("/instance/v1/zones/fr-par-1/servers")).toBe(200);
    expect(await statusOf(`/account/v3/projects?organization_id=${emulator.scalewayOrganizationId}`)).toBe(200);
  });
});

test("keys are listed by their bearer, with the preferred project", async () => {
  await start({ scalewayRules: [iamRead], scalewayPreferredProject: 1 });
  const { application_id } = await ownKey();
  const keys = await list(inOrganization("api-keys", `&bearer_id=${application_id}`), "api_keys");
  expect(keys).toMatchObject([
    {
      access_key: emulator.credentials.scaleway.scw_access_key,
      secret_key: null,
      default_project_id: emulator.projects.scaleway[1],
    },
  ]);
  expect(await list(inOrganization("api-keys", "&bearer_id=none"), "api_keys")).toEqual([]);
  expect(emulator.credentials.scaleway.scw_project_id).toBe(emulator.projects.scaleway[0]);
});

test("buckets of the preferred project are listed where a request names none", async () => {
  await start({ scalewayPreferredProject: 1 });
  const project = emulator.projects.scaleway[1];
  expect(await (await askBuckets(emulator)).text()).toContain(`<ID>${project}:${project}</ID>`);
});

test("the preferred project may be the organization's id", async () => {
  await start({ scalewayRules: [iamRead], scalewayPreferredProject: "organization" });
  expect((await ownKey()).default_project_id).toBe(emulator.scalewayOrganizationId);
});

describe("policies and rules", () => {
  const condition = "request.ip == '192.0.2.1'";
  const scalewayRules: ScalewayRule[] = [
    iamRead,
    { permissionSets: ["InstancesReadOnly", "BlockStorageReadOnly"], scope: [1], condition },
    { permissionSets: ["SecretManagerReadOnly"], scope: "all-projects", through: "group" },
  ];

  async function rulesOf(filter: string) {
    const policies = await list(inOrganization("policies", filter), "policies");
    return Promise.all(policies.map(({ id }) => list(`${iam}/rules?policy_id=${id}`, "rules")));
  }

  test("are those that the bearer and its group have", async () => {
    await start({ scalewayRules });
    const { application_id } = await ownKey();
    const [group] = await list(inOrganization("groups", `&application_ids=${application_id}`), "groups");
    expect(group).toMatchObject({ application_ids: [application_id], user_ids: [] });
    const organization_id = emulator.scalewayOrganizationId;
    const any = { id: expect.any(String), condition: "" };
    expect(await rulesOf(`&application_ids=${application_id}`)).toEqual([
      [
        {
          ...any,
          permission_set_names: ["IAMReadOnly"],
          permission_sets_scope_type: "organization",
          organization_id,
        },
        {
          ...any,
          condition,
          permission_set_names: ["InstancesReadOnly", "BlockStorageReadOnly"],
          permission_sets_scope_type: "projects",
          project_ids: [emulator.projects.scaleway[1]],
        },
      ],
    ]);
    expect(await rulesOf(`&group_ids=${group?.id}`)).toEqual([
      [
        {
          ...any,
          permission_set_names: ["SecretManagerReadOnly"],
          permission_sets_scope_type: "projects",
          organization_id,
        },
      ],
    ]);
    expect(await rulesOf("&user_ids=none")).toEqual([]);
  });

  test("grant what they say, through a group too", async () => {
    await start({ scalewayRules });
    const [first, second] = emulator.projects.scaleway;
    expect(await statusOf(`/secret-manager/v1beta1/regions/fr-par/secrets?project_id=${first}`)).toBe(200);
    expect(await statusOf(`/instance/v1/zones/fr-par-1/servers?project=${second}`)).toBe(200);
    expect(await statusOf(`/instance/v1/zones/fr-par-1/servers?project=${first}`)).toBe(403);
  });

  test("grant nothing where their condition does not hold, and are listed all the same", async () => {
    const conditional: ScalewayRule = { ...iamRead, permissionSets: ["InstancesReadOnly"], scope: "all-projects" };
    await start({ scalewayRules: [iamRead, { ...conditional, condition, conditionHolds: false }] });
    expect(await statusOf("/instance/v1/zones/fr-par-1/servers")).toBe(403);
    expect((await rulesOf(""))[0]).toHaveLength(2);
  });

  test("come in pages", async () => {
    const permissionSets = ["VPCReadOnly"];
    await start({ scalewayRules: [iamRead, { permissionSets, scope: [0] }, { permissionSets, scope: [1] }] });
    const [policy] = await list(inOrganization("policies"), "policies");
    const page = await jsonOf<Page>(askScaleway(emulator, `${iam}/rules?policy_id=${policy?.id}&page_size=2&page=2`));
    expect(page).toEqual({
      rules: [expect.objectContaining({ permission_set_names: permissionSets })],
      total_count: 3,
    });
  });
});

describe("each call needs its right", () => {
  const calls = ["api-keys", "applications/x", "users/x", "groups", "policies", "rules"];
  test.each([
    { set: "ProjectReadOnly", statuses: [403, 403, 403, 403, 403, 403] },
    { set: "IAMReadOnly", statuses: [200, 404, 404, 200, 200, 400] },
    { set: "IAMManager", statuses: [200, 404, 404, 200, 200, 400] },
    { set: "IAMApplicationReadOnly", statuses: [200, 404, 403, 403, 403, 403] },
    { set: "IAMUserReadOnly", statuses: [403, 403, 404, 403, 403, 403] },
    { set: "IAMGroupReadOnly", statuses: [403, 403, 403, 200, 403, 403] },
    { set: "IAMPolicyReadOnly", statuses: [403, 403, 403, 403, 200, 400] },
  ])("$set", async ({ set, statuses }) => {
    await start({ scalewayRules: [{ permissionSets: [set], scope: "organization" }] });
    const seen = [];
    for (const call of calls) seen.push(await statusOf(inOrganization(call)));
    expect(seen).toEqual(statuses);
  });

  test("and its organization", async () => {
    await start({ scalewayRules: [iamRead] });
    expect(await statusOf(`${iam}/policies`)).toBe(400);
    expect(await statusOf(`${iam}/policies?organization_id=none`)).toBe(403);
    expect(await statusOf(`${iam}/rules?policy_id=none`)).toBe(404);
  });
});

const shared = new URL("../../../shared/scaleway-recordings/", import.meta.url);

interface Recorded {
  responses: { body: Record<string, Record<string, unknown>[]> }[];
}

/** The fields of each recorded item of a list, in their order. */
function recordedFields(key: string): string[][] {
  const file = readFileSync(new URL(`iam_v1alpha1_${key}.json`, shared), "utf8");
  const { responses } = JSON.parse(file) as Recorded;
  return responses.flatMap(({ body }) => body[key] ?? []).map((item) => Object.keys(item));
}

describe.skipIf(!existsSync(shared))("fields are those recorded (needs ../shared/scaleway-recordings)", () => {
  test.each([
    { key: "api_keys", one: async () => (await list(inOrganization("api-keys"), "api_keys"))[0] },
    {
      key: "rules",
      one: async () => {
        const [policy] = await list(inOrganization("policies"), "policies");
        return (await list(`${iam}/rules?policy_id=${policy?.id}`, "rules"))[1];
      },
    },
    {
      key: "applications",
      one: async () => jsonOf<object>(askScaleway(emulator, `${iam}/applications/${(await ownKey()).application_id}`)),
    },
  ])("$key", async ({ key, one }) => {
    await start({ scalewayRules: [iamRead, { permissionSets: ["IPAMReadOnly"], scope: [0] }] });
    expect(recordedFields(key)).toContainEqual(Object.keys((await one()) ?? {}));
  });
});
