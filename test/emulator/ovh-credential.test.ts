import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askOvh, jsonOf } from "./clients.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ ovhRules: [{ method: "GET", path: "/cloud/project/*/instance*" }] });
});
afterAll(() => emulator.close());

async function withEmulator<Result>(options: EmulatorOptions, use: (other: Emulator) => Promise<Result>) {
  const other = await startEmulator(options);
  try {
    return await use(other);
  } finally {
    await other.close();
  }
}

const farAway = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);

test.each([
  { what: "no credential", wrong: { application: undefined }, status: 401, body: { class: "Client::Unauthorized" } },
  { what: "an unknown application", wrong: { application: "x" }, status: 403, body: { errorCode: "INVALID_KEY" } },
  { what: "no consumer key", wrong: { consumer: undefined }, status: 403, body: { errorCode: "NOT_CREDENTIAL" } },
  { what: "an unknown key", wrong: { consumer: "x" }, status: 403, body: { errorCode: "INVALID_CREDENTIAL" } },
  { what: "another secret", wrong: { secret: "x" }, status: 400, body: { errorCode: "INVALID_SIGNATURE" } },
  { what: "another URL", wrong: { url: "http://x" }, status: 400, body: { errorCode: "INVALID_SIGNATURE" } },
  { what: "a slow clock", wrong: { timestamp: farAway(-60) }, status: 400, body: { errorCode: "QUERY_TIME_OUT" } },
  { what: "a fast clock", wrong: { timestamp: farAway(60) }, status: 400, body: { errorCode: "QUERY_TIME_OUT" } },
  { what: "a strange clock", wrong: { timestamp: "now" }, status: 400, body: { errorCode: "QUERY_TIME_OUT" } },
])("refuses $what", async ({ wrong, status, body }) => {
  const answer = await askOvh(emulator, "/auth/currentCredential", wrong);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject(body);
});

test("signs the query as it was sent", async () => {
  const project = emulator.projects.ovh[0];
  expect((await askOvh(emulator, `/cloud/project/${project}/instance?region=GRA11&x=%7Ea+b`)).status).toBe(200);
});

test("answers under the alias /v1, and has nothing of it in version 2", async () => {
  await withEmulator({ now: () => 1_700_000_000_999 }, async ({ url }) => {
    expect(await jsonOf<number>(fetch(`${url}/v1/auth/time`))).toBe(1_700_000_000);
    expect((await fetch(`${url}/v2/auth/time`)).status).toBe(404);
    expect((await fetch(`${url}/1.0/v2/iam/resource`)).status).toBe(404);
  });
});

describe("rules", () => {
  const id = "0123456789abcdef0123456789abcdef";
  test.each([
    { path: "/auth/details", status: 200 },
    { path: `/cloud/project/${id}/instance`, status: 404 },
    { path: `/cloud/project/${id}/instance/1`, status: 404 },
    { path: `/cloud/project/${id}/volume`, status: 403 },
    { path: `/cloud/project/${id}`, status: 403 },
    { path: "/cloud/project", status: 403 },
  ])("$status for $path", async ({ path, status }) => {
    const answer = await askOvh(emulator, path);
    expect(answer.status).toBe(status);
    if (status === 403) expect(await answer.json()).toMatchObject({ errorCode: "NOT_GRANTED_CALL" });
  });

  test("a rule for another method grants nothing", () =>
    withEmulator({ ovhRules: [{ method: "POST", path: "/*" }] }, async (other) => {
      expect((await askOvh(other, "/cloud/project")).status).toBe(403);
    }));
});

test("a clock that is ahead refuses local time and takes its own", () =>
  withEmulator({ clockSkewSeconds: 480 }, async (other) => {
    expect((await askOvh(other, "/cloud/project")).status).toBe(400);
    const timestamp = await (await askOvh(other, "/auth/time")).text();
    expect(timestamp).toMatch(/^\d+$/);
    expect((await askOvh(other, "/cloud/project", { timestamp })).status).toBe(200);
  }));

test.each([
  { ovhCredential: { expiration: "2025-01-01T00:00:00Z" } },
  { ovhCredential: { status: "pendingValidation" } },
])("a key that is past its time or not yet approved is refused: %o", (options) =>
  withEmulator(options, async (other) => {
    const answer = await askOvh(other, "/cloud/project");
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ message: "This credential is not valid" });
  }),
);

test("a key says what it is", () =>
  withEmulator(
    { ovhCredential: { expiration: "2999-01-01T00:00:00Z", allowedIPs: ["192.0.2.0/24"] } },
    async (other) => {
      expect(await jsonOf(askOvh(other, "/auth/currentCredential"))).toMatchObject({
        status: "validated",
        expiration: "2999-01-01T00:00:00Z",
        allowedIPs: ["192.0.2.0/24"],
        rules: [{ method: "GET", path: "/*" }],
      });
    },
  ));
