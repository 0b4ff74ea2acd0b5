import { AwsClient } from "aws4fetch";
import { afterEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { jsonOf } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

const firstMs = Date.UTC(2026, 0, 1);

function logIn(wrong: Readonly<Record<string, string>> = {}) {
  const { api_key: apikey, secret_key: secretkey } = emulator.credentials.dataPlatform;
  const body = JSON.stringify({ auth_mode: "apikey", apikey, secretkey, app_id: "forepaas", ...wrong });
  return fetch(`${emulator.url}/iam/login`, { method: "POST", body });
}

function exportWith(token: string) {
  return fetch(`${emulator.url}/dwh/v4/configuration/export`, { headers: { Authorization: `Bearer ${token}` } });
}

/** ListBuckets, signed by a library that knows nothing of the emulator. */
async function askBuckets({ region = "forepaas", ...wrong }: { region?: string; secret_key?: string } = {}) {
  const { api_key: accessKeyId, secret_key: secretAccessKey } = { ...emulator.credentials.dataPlatform, ...wrong };
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  return fetch(await client.sign(`${emulator.url}/datastore`));
}

test("a login gives a token that ends", async () => {
  let timeMs = firstMs;
  emulator = await startEmulator({ now: () => timeMs, dataPlatform: { tokenLifetimeSeconds: 60 } });
  const { token, login } = await jsonOf<{ token: string; login: string }>(logIn());
  expect(login).toBe("inventory.reader");
  expect((await exportWith(token)).status).toBe(200);
  timeMs += 60_000;
  expect((await exportWith(token)).status).toBe(401);
  expect((await exportWith("another")).status).toBe(401);
});

test.each([
  ["a wrong secret key", { secretkey: "x" }, 401],
  ["a wrong API key", { apikey: "x" }, 401],
  ["another way to log in", { auth_mode: "password" }, 400],
])("refuses %s with an error", async (_name, wrong, status) => {
  emulator = await startEmulator();
  const answer = await logIn(wrong);
  expect(answer.status).toBe(status);
  expect(await jsonOf(answer)).toEqual({ error: expect.any(String) });
});

test("a key that has ended neither logs in nor signs", async () => {
  emulator = await startEmulator({ dataPlatform: { keyExpiresAt: "2025-01-01T00:00:00Z" } });
  expect((await logIn()).status).toBe(401);
  expect(await (await askBuckets()).text()).toContain("InvalidAccessKeyId");
});

test("lists its buckets to who signs for them", async () => {
  emulator = await startEmulator({ resources: { "ovh-data-platform.bucket": 4 } });
  const names = [...(await (await askBuckets()).text()).matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name]) => name);
  expect(names).toHaveLength(4);
  expect(emulator.expectedIds().get("ovh-data-platform.bucket")).toEqual(names);
  expect(await (await askBuckets({ secret_key: "x" })).text()).toContain("SignatureDoesNotMatch");
  expect(await (await askBuckets({ region: "fr-par" })).text()).toContain("AuthorizationHeaderMalformed");
});

test("leaves Scaleway's own /iam alone", async () => {
  const scalewayRules = [{ permissionSets: ["IAMReadOnly"], scope: "organization" as const }];
  emulator = await startEmulator({ scalewayRules });
  const headers = { "X-Auth-Token": emulator.environment["SCW_SECRET_KEY"] ?? "" };
  const answer = await fetch(`${emulator.url}/iam/v1alpha1/api-keys/${emulator.environment["SCW_ACCESS_KEY"]}`, {
    headers,
  });
  expect(answer.status).toBe(200);
});
