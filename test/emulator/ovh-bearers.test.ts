import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { ovhRoutes } from "../../src/emulator/ovh/routes.ts";
import { askOvhAs, askToken, jsonOf, tokenOf } from "./clients.ts";
import { actionsOf, hasSchema } from "./ovh-schema.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}): Promise<string> {
  emulator = await startEmulator(options);
  return emulator.projects.ovh[0] ?? "";
}

const statusOf = async (token: string, path: string) => (await askOvhAs(emulator, token, path)).status;

describe("the token endpoint", () => {
  test("gives a token that opens both versions of the API", async () => {
    await start();
    const answer = await askToken(emulator);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const body = await jsonOf<{ access_token: string }>(answer);
    expect(body).toEqual({ access_token: expect.any(String), token_type: "Bearer", expires_in: 3599, scope: "all" });
    expect(await statusOf(body.access_token, "/1.0/cloud/project")).toBe(200);
    expect(await statusOf(body.access_token, "/v1/auth/details")).toBe(200);
    expect(emulator.statistics.paths[0]).toBe("POST /auth/oauth2/token");
  });

  test.each([
    { wrong: { scope: undefined }, status: 400, error: "invalid_scope" },
    { wrong: { scope: "cloud" }, status: 400, error: "invalid_scope" },
    { wrong: { client_secret: "x" }, status: 401, error: "invalid_client" },
    { wrong: { client_id: undefined }, status: 401, error: "invalid_client" },
    { wrong: { grant_type: "password" }, status: 400, error: "unsupported_grant_type" },
    { wrong: { grant_type: undefined }, status: 400, error: "invalid_request" },
  ])("answers $error to $wrong", async ({ wrong, status, error }) => {
    await start();
    const answer = await askToken(emulator, wrong);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error });
  });

  test("takes nothing but a form", async () => {
    await start();
    const path = `${emulator.url}/auth/oauth2/token`;
    const json = await fetch(path, { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } });
    expect(await json.json()).toEqual({ error: "invalid_request" });
    expect((await fetch(path)).status).toBe(400);
  });

  test("gives another token each time, the same ones with the same seed", async () => {
    const twice = async () => {
      await start({ seed: 5 });
      return [await tokenOf(emulator), await tokenOf(emulator)];
    };
    const first = await twice();
    await emulator.close();
    expect(new Set(first).size).toBe(2);
    expect(await twice()).toEqual(first);
  });
});

test("a token past its lifetime is refused, and a new one is not", async () => {
  let timeMs = Date.now();
  await start({ ovhTokenLifetimeSeconds: 60, now: () => timeMs });
  const token = await tokenOf(emulator);
  timeMs += 59_000;
  expect(await statusOf(token, "/1.0/cloud/project")).toBe(200);
  timeMs += 1000;
  const answer = await askOvhAs(emulator, token, "/1.0/cloud/project");
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ class: "Client::Unauthorized", message: "You must login first" });
  expect(await statusOf(await tokenOf(emulator), "/1.0/cloud/project")).toBe(200);
});

test("a personal access token ends when it was told to", async () => {
  let timeMs = Date.parse("2026-01-01T00:00:00Z");
  await start({ ovhPersonalTokenExpiresAt: "2026-01-02T00:00:00Z", now: () => timeMs });
  const { access_token } = emulator.credentials.ovhAccessToken;
  expect(await statusOf(access_token, "/1.0/cloud/project")).toBe(200);
  timeMs += 24 * 3600 * 1000;
  expect(await statusOf(access_token, "/1.0/cloud/project")).toBe(401);
  expect(await statusOf("unknown", "/1.0/cloud/project")).toBe(401);
});

describe("IAM", () => {
  const root = { action: "publicCloudProject:apiovh:get" };

  test("refuses what no action covers, and names the action", async () => {
    const project = await start({ ovhGrants: [root, { action: "publicCloudProject:apiovh:volume/*" }] });
    const token = await tokenOf(emulator);
    const path = `/1.0/cloud/project/${project}`;
    expect(await statusOf(token, path)).toBe(200);
    expect(await statusOf(token, `${path}/volume/snapshot`)).toBe(200);
    const refused = await askOvhAs(emulator, token, `${path}/instance`);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toEqual({
      class: "Client::Forbidden",
      message: "User not granted for this request",
      details: {
        unauthorizedActionsByAuthentication: "",
        unauthorizedActionsByIAM: "publicCloudProject:apiovh:instance/get",
      },
    });
  });

  test("shows the projects that a grant names, by place or by id", async () => {
    await start({ ovhGrants: [{ ...root, projects: [1] }] });
    const [first, second] = emulator.projects.ovh;
    const token = await tokenOf(emulator);
    expect(await jsonOf(askOvhAs(emulator, token, "/1.0/cloud/project"))).toEqual([second]);
    expect(await statusOf(token, `/1.0/cloud/project/${second}`)).toBe(200);
    expect(await statusOf(token, `/1.0/cloud/project/${first}`)).toBe(403);
  });

  test("a fresh service account may do nothing but ask who it is", async () => {
    await start({ ovhGrants: [] });
    const token = await tokenOf(emulator);
    expect(await statusOf(token, "/1.0/cloud/project")).toBe(403);
    expect(await statusOf(token, "/1.0/auth/details")).toBe(200);
  });

  test("grants do not count once their policy is over", async () => {
    await start({ ovhPolicyExpiresAt: "2025-01-01T00:00:00Z" });
    expect(await statusOf(await tokenOf(emulator), "/1.0/cloud/project")).toBe(403);
  });

  test.skipIf(!hasSchema)("every route names the action of the schema", async () => {
    await start();
    for (const { method, path, action } of ovhRoutes)
      expect(actionsOf(method, path), `${method} ${path}`).toEqual(action === undefined ? [] : [action]);
  });
});
