import { afterEach, expect, it } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { createDoor } from "../../src/http/door.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import { createDataPlatformApiKey } from "../../src/providers/ovh-data-platform/credentials/api-key.ts";
import { classifyDataPlatform } from "../../src/providers/ovh-data-platform/errors.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { fakeClock } from "../clock.ts";
import { discoverOn, idsOf } from "./run.ts";

const id = "ovh-data-platform";

let emulator: Emulator;
afterEach(() => emulator?.close());

/** The credential behind a door, on an emulator that shares its clock. */
async function openCredential(options: EmulatorOptions = {}) {
  const clock = fakeClock();
  emulator = await startEmulator({ now: clock.now, ...options });
  const { project_subdomain: subdomain, api_key: apiKey, secret_key: secretKey } = emulator.credentials.dataPlatform;
  const origin = new URL(emulator.url);
  const authorizer = createDataPlatformApiKey({
    subdomain,
    apiKey,
    secretKey,
    origin,
    keyExpiresAt: undefined,
    now: clock.now,
    monotonic: clock.monotonic,
  });
  const door = createDoor({ authorizer, classify: classifyDataPlatform, requestIdHeaders: [], clock });
  const context = newContext(new AbortController().signal);
  // Documented to take a token; no kind reads it.
  const path = "/dwh/v4/configuration/export";
  const ask = () =>
    door.send({ method: "GET", url: new URL(path, origin), headers: {}, label: `GET ${path}` }, context);
  const logins = () => emulator.statistics.paths.filter((one) => one === "POST /iam/login").length;
  return { ask, logins, clock, signal: context.signal };
}

it("finds every bucket with one request, and without logging in", async () => {
  emulator = await startEmulator();
  const { resources, finished } = await discoverOn(emulator, id);
  expect(idsOf(resources)).toEqual([...(emulator.expectedIds().get("ovh-data-platform.bucket") ?? [])].sort());
  expect(resources[0]?.urn).toMatch(/^urn:ovh-data-platform:emulated-project:bucket:./);
  expect(finished).toMatchObject({ complete: true, requests: 1 });
  expect(emulator.statistics.paths).toEqual(["GET /datastore"]);
});

it.each([
  ["a wrong secret key", { secret_key: "another-secret-key" }, { outcome: "failed", code: "UNAUTHENTICATED" }],
  ["a wrong API key", { api_key: "another-api-key" }, { outcome: "failed", code: "UNAUTHENTICATED" }],
])("stops at %s", async (_name, config, expected) => {
  emulator = await startEmulator();
  const { scopes, finished } = await discoverOn(emulator, id, { config });
  expect(scopes).toMatchObject([expected]);
  expect(finished.complete).toBe(false);
});

it("blames the clock, not the key, for a signature of another time", async () => {
  emulator = await startEmulator({ clockSkewSeconds: 3600 });
  const { scopes } = await discoverOn(emulator, id);
  expect(scopes).toMatchObject([{ outcome: "failed", code: "UNAVAILABLE" }]);
  expect(scopes[0]?.reason).toContain("the clock of this machine is wrong");
});

it("ends as denied where the key may not list buckets", async () => {
  emulator = await startEmulator({ dataPlatform: { mayListBuckets: false } });
  const { scopes } = await discoverOn(emulator, id);
  expect(scopes).toMatchObject([{ outcome: "denied", scope: "emulated-project" }]);
});

it("logs in once for many requests at the same time", async () => {
  const { ask, logins } = await openCredential();
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(logins()).toBe(1);
});

it("renews a token before it ends", async () => {
  const { ask, logins, clock, signal } = await openCredential({ dataPlatform: { tokenLifetimeSeconds: 300 } });
  await ask();
  for (let minute = 0; minute < 10; minute += 1) {
    await clock.sleep(60_000, signal);
    await ask();
  }
  expect(logins()).toBe(3);
  // Every other request was answered at once: no token was refused.
  expect(emulator.statistics.requests).toBe(11 + 3);
});

it("renews a token that is refused, once", async () => {
  const { ask, logins, clock, signal } = await openCredential({ dataPlatform: { tokenLifetimeSeconds: 30 } });
  await ask();
  await clock.sleep(31_000, signal);
  expect((await ask()).status).toBe(200);
  expect(logins()).toBe(2);
  emulator.addFault({ match: "/dwh/", status: 401, body: { error: "no" } });
  await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(logins()).toBe(3);
});

it("logs in again after a login that failed", async () => {
  const { ask, logins } = await openCredential();
  emulator.addFault({ match: "/iam/login", status: 401, body: { error: "no" }, times: 1 });
  await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect((await ask()).status).toBe(200);
  expect(logins()).toBe(2);
});

const keys = { api_key: "api-key-of-a-user", secret_key: "secret-key-of-a-user" };

it.each([
  "my.project",
  "evil.example.com/",
  "my/project",
  "my-project.eu.dataplatform.ovh.net",
  "user@evil",
  "a:443",
  "a?b",
  "a#b",
  "-a",
  "a-",
  "A",
  "é",
  "a".repeat(64),
])("refuses the subdomain %s before anything is sent", async (project_subdomain) => {
  emulator = await startEmulator();
  const operator = readOperatorSettings(emulator.environment);
  const definition = await loadProvider(id);
  const open = () => definition.open({ project_subdomain, ...keys }, "config", { operator });
  expect(open).toThrow(/^config: project_subdomain must be the first part of the project's address alone/);
  expect(emulator.statistics.requests).toBe(0);
});

it.each([
  ["key_expires_at", { key_expires_at: "2026-02-30" }, "key_expires_at must be a date such as 2026-12-31"],
  ["key_expires_at", { key_expires_at: "31.12.2026" }, "key_expires_at must be a date such as 2026-12-31"],
  ["api_key", { api_key: keys.secret_key }, "api_key is the same as secret_key"],
  ["secret_key", { secret_key: "with a space" }, "secret_key must be 8 to 256 letters, digits and hyphens"],
])("refuses a bad %s by its name, without its value", async (_key, wrong, sentence) => {
  const definition = await loadProvider(id);
  const config = { project_subdomain: "my-project", ...keys, ...wrong };
  const open = () => definition.open(config, "config", { operator: {} });
  expect(open).toThrow(sentence);
  expect(open).not.toThrow(Object.values(wrong)[0]);
});
