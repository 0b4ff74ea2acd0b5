import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askOvh, askOvhAs, jsonOf, tokenOf } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}): Promise<string> {
  emulator = await startEmulator(options);
  return tokenOf(emulator);
}

const urnOf = (place: number) => `urn:v1:eu:resource:publicCloudProject:${emulator.projects.ovh[place]}`;

describe("/auth/details tells who calls", () => {
  test("an application", async () => {
    await start();
    expect(await jsonOf(askOvh(emulator, "/auth/details"))).toMatchObject({
      method: "account",
      identities: ["urn:v1:eu:identity:account:ab12345-ovh"],
      allowedRoutes: [{ method: "GET", path: "/*" }],
      user: null,
    });
  });

  test("a service account", async () => {
    const token = await start();
    const { client_id } = emulator.credentials.ovhServiceAccount;
    expect(await jsonOf(askOvhAs(emulator, token, "/1.0/auth/details"))).toMatchObject({
      account: "ab12345-ovh",
      method: "oauth2_client_credentials",
      identities: [`urn:v1:eu:identity:credential:ab12345-ovh/oauth2-${client_id}`],
      allowedRoutes: null,
    });
  });

  test("a local user", async () => {
    await start();
    const { access_token } = emulator.credentials.ovhAccessToken;
    expect(await jsonOf(askOvhAs(emulator, access_token, "/1.0/auth/details"))).toMatchObject({
      method: "user",
      identities: ["urn:v1:eu:identity:user:ab12345-ovh/inventory"],
      user: "inventory",
      allowedRoutes: null,
    });
  });

  test("a bearer has no consumer key to describe", async () => {
    const token = await start();
    const answer = await askOvhAs(emulator, token, "/1.0/auth/currentCredential");
    expect(await answer.json()).toMatchObject({ errorCode: "NOT_CREDENTIAL" });
  });
});

describe("/me", () => {
  test("needs a rule, or an action on the account", async () => {
    const project = { action: "publicCloudProject:apiovh:*" };
    const token = await start({ ovhRules: [{ method: "GET", path: "/me/api/*" }], ovhGrants: [project] });
    expect((await askOvh(emulator, "/me")).status).toBe(403);
    const refused = await jsonOf(askOvhAs(emulator, token, "/1.0/me"));
    expect(refused).toMatchObject({ details: { unauthorizedActionsByIAM: "account:apiovh:me/get" } });
  });

  test("tells about the application and its keys", async () => {
    await start({ ovhApplicationStatus: "blocked", ovhCredential: { expiration: "2999-01-01T00:00:00Z" } });
    const current = await jsonOf<{ credentialId: number; applicationId: number }>(
      askOvh(emulator, "/auth/currentCredential"),
    );
    expect(await jsonOf(askOvh(emulator, `/me/api/credential/${current.credentialId}`))).toEqual(current);
    expect(await jsonOf(askOvh(emulator, `/me/api/application/${current.applicationId}`))).toMatchObject({
      status: "blocked",
      applicationKey: emulator.credentials.ovhApplication.application_key,
    });
    for (const path of ["/me/api/credential/1", "/me/api/application/1"])
      expect((await askOvh(emulator, path)).status).toBe(404);
  });

  test("lists keys and applications, and ends a key, where a rule or an action lets it", async () => {
    const token = await start({
      ovhRules: [
        { method: "GET", path: "/me/api/*" },
        { method: "DELETE", path: "/me/api/credential/600000001" },
      ],
      ovhGrants: [{ action: "account:apiovh:me/api/credential/get" }],
    });
    const ids = (query = "") => jsonOf<number[]>(askOvh(emulator, `/me/api/credential${query}`));
    expect(await jsonOf(askOvh(emulator, "/me/api/application"))).toEqual([500001, 400001]);
    expect(await ids()).toEqual([700000001, 600000001]);
    expect(await ids("?status=expired")).toEqual([600000001]);
    expect(await ids("?applicationId=500001")).toEqual([700000001]);
    const path = "/me/api/credential/600000001";
    expect(await jsonOf(askOvh(emulator, `${path}/application`))).toMatchObject({ applicationId: 400001 });
    expect((await askOvh(emulator, "/me/api/credential/700000001", { method: "DELETE" })).status).toBe(403);
    const asBearer = await askOvhAs(emulator, token, "/1.0/me/api/application");
    expect(await asBearer.json()).toMatchObject({
      details: { unauthorizedActionsByIAM: "account:apiovh:me/api/application/get" },
    });
    expect(await jsonOf(askOvhAs(emulator, token, "/1.0/me/api/credential"))).toEqual([700000001, 600000001]);
    expect((await askOvh(emulator, path, { method: "DELETE" })).status).toBe(200);
    expect((await askOvh(emulator, path, { method: "DELETE" })).status).toBe(404);
    expect(await ids()).toEqual([700000001]);
  });

  test("ends a key that logs out, without any rule", async () => {
    const token = await start({ ovhRules: [] });
    expect(await (await askOvhAs(emulator, token, "/1.0/auth/logout", {})).json()).toMatchObject({
      errorCode: "NOT_CREDENTIAL",
    });
    expect((await askOvh(emulator, "/auth/logout", { method: "POST" })).status).toBe(200);
    const gone = await askOvh(emulator, "/auth/currentCredential");
    expect(await gone.json()).toMatchObject({ errorCode: "INVALID_CREDENTIAL" });
  });

  test("tells when a personal access token ends", async () => {
    const expiresAt = "2999-01-01T00:00:00Z";
    await start({ ovhPersonalTokenExpiresAt: expiresAt });
    const path = "/me/identity/user/inventory/token";
    const [name] = await jsonOf<string[]>(askOvh(emulator, path));
    expect(await jsonOf(askOvh(emulator, `${path}/${name}`))).toMatchObject({ name, expiresAt });
    expect((await askOvh(emulator, `${path}/none`)).status).toBe(404);
    expect((await askOvh(emulator, "/me/identity/user/none/token")).status).toBe(404);
  });
});

test("a project tells when it ends", async () => {
  await start({ ovhProjectExpiresAt: { 1: "2999-01-01T00:00:00Z" } });
  const [first, second] = emulator.projects.ovh;
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${first}`))).toMatchObject({ expiration: null });
  expect(await jsonOf(askOvh(emulator, `/cloud/project/${second}`))).toMatchObject({
    expiration: "2999-01-01T00:00:00Z",
  });
});

describe("/v2/iam/resource", () => {
  const names = async (answer: Response) => (await jsonOf<{ name: string }[]>(answer)).map(({ name }) => name);

  test("comes in pages, by cursor", async () => {
    const token = await start();
    const page = (cursor = {}) =>
      askOvhAs(emulator, token, "/v2/iam/resource?resourceType=publicCloudProject", undefined, {
        "X-Pagination-Size": "2",
        ...cursor,
      });
    const first = await page();
    const next = first.headers.get("x-pagination-cursor-next");
    const second = await page({ "X-Pagination-Cursor": next });
    expect([...(await names(first)), ...(await names(second))]).toEqual(emulator.projects.ovh);
    expect(second.headers.get("x-pagination-cursor-next")).toBeNull();
    expect((await page({ "X-Pagination-Cursor": "x" })).status).toBe(400);
    expect((await page({ "X-Pagination-Size": "0" })).status).toBe(400);
  });

  test("shows a bearer what it may do anything with, and can be narrowed", async () => {
    const token = await start({ ovhGrants: [{ action: "publicCloudProject:apiovh:get", projects: [2, 0] }] });
    const list = async (query = "") => names(await askOvhAs(emulator, token, `/v2/iam/resource${query}`));
    const [first, , third] = emulator.projects.ovh;
    expect(await list()).toEqual([first, third]);
    expect(await list(`?resourceName=${third}&resourceType=publicCloudProject`)).toEqual([third]);
    expect(await list("?resourceType=vps")).toEqual([]);
  });

  test.each(["/v2/iam/resource", "/iam/resource"])("a rule may be written %s", async (path) => {
    await start({ ovhRules: [{ method: "GET", path }] });
    const projects = await askOvh(emulator, "/v2/iam/resource?resourceType=publicCloudProject");
    expect(await names(projects)).toEqual(emulator.projects.ovh);
  });

  test("a key without a rule is refused", async () => {
    await start({ ovhRules: [{ method: "GET", path: "/cloud/*" }] });
    expect((await askOvh(emulator, "/v2/iam/resource")).status).toBe(403);
  });
});

describe("authorization checks", () => {
  const get = "publicCloudProject:apiovh:get";
  const volumes = "publicCloudProject:apiovh:volume/get";

  test("tell bearers what they may do with each resource", async () => {
    const token = await start({ ovhGrants: [{ action: get }, { action: volumes, projects: [1] }] });
    const actions = [get, volumes];
    const resourceURNs = [urnOf(0), urnOf(1)];
    const asked = { resourceURNs, actions };
    expect(await jsonOf(askOvhAs(emulator, token, "/v2/iam/authorization/check", asked))).toEqual([
      { resourceURN: urnOf(0), authorizedActions: [get], unauthorizedActions: [volumes] },
      { resourceURN: urnOf(1), authorizedActions: actions, unauthorizedActions: [] },
    ]);
    const path = `/v2/iam/resource/${encodeURIComponent(urnOf(0))}/authorization/check`;
    expect(await jsonOf(askOvhAs(emulator, token, path, { actions }))).toEqual({
      authorizedActions: [get],
      unauthorizedActions: [volumes],
    });
    expect((await askOvhAs(emulator, token, path, {})).status).toBe(400);
  });

  test("need a rule of their own from a consumer key", async () => {
    await start({ ovhRules: [{ method: "POST", path: "/iam/authorization/check" }] });
    const body = { resourceURNs: [urnOf(0)], actions: [get] };
    const asked = { method: "POST", body };
    expect(await jsonOf(askOvh(emulator, "/v2/iam/authorization/check", asked))).toEqual([
      { resourceURN: urnOf(0), authorizedActions: [get], unauthorizedActions: [] },
    ]);
    const path = `/v2/iam/resource/${encodeURIComponent(urnOf(0))}/authorization/check`;
    expect((await askOvh(emulator, path, asked)).status).toBe(403);
  });
});

test("policies are those that carry the grants, with their end", async () => {
  const expiredAt = "2999-01-01T00:00:00Z";
  const policy = { action: "account:apiovh:iam/policy/get" };
  const ovhGrants = [policy, { action: "publicCloudProject:apiovh:*", projects: [1] }];
  const token = await start({ ovhGrants, ovhPolicyExpiresAt: expiredAt });
  const identity = `urn:v1:eu:identity:credential:ab12345-ovh/oauth2-${emulator.credentials.ovhServiceAccount.client_id}`;
  const ask = (who: string) =>
    jsonOf(askOvhAs(emulator, token, `/v2/iam/policy?identity=${encodeURIComponent(who)}&details=true`));
  expect(await ask(identity)).toMatchObject([
    { permissions: { allow: [policy] }, expiredAt, identities: expect.arrayContaining([identity]) },
    { permissions: { allow: [{ action: "publicCloudProject:apiovh:*" }] }, resources: [{ urn: urnOf(1) }], expiredAt },
  ]);
  expect(await ask("urn:v1:eu:identity:user:ab12345-ovh/other")).toEqual([]);
});
