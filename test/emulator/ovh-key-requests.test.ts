import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { askOvh, askOvhAs, jsonOf } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

interface Requested {
  consumerKey: string;
  state: string;
  validationUrl: string;
}

const wanted = { accessRules: [{ method: "GET", path: "/cloud/project" }] };

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator(options);
}

function send(body: unknown, application = emulator.credentials.ovhApplication.application_key): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-Ovh-Application": application };
  return fetch(`${emulator.url}/1.0/auth/credential`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request(body: unknown = wanted): Promise<string> {
  return (await jsonOf<Requested>(send(body))).consumerKey;
}

const ask = (consumer: string, path = "/auth/currentCredential") => askOvh(emulator, path, { consumer });
const statusOf = async (consumer: string) => (await jsonOf<{ status: string }>(ask(consumer))).status;

describe("POST /auth/credential", () => {
  test("gives a pending key and a link", async () => {
    await start();
    const requested = await jsonOf<Requested>(send({ ...wanted, redirection: "https://vendor.example" }));
    expect(requested).toEqual({
      consumerKey: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      state: "pendingValidation",
      validationUrl: expect.stringMatching(/^https:\/\/.+credentialToken=/),
    });
    expect(requested.consumerKey).not.toBe(emulator.credentials.ovhApplication.consumer_key);
    expect(await request()).not.toBe(requested.consumerKey);
  });

  test.each([
    { body: {}, what: "no rules" },
    { body: { accessRules: [{ method: "READ", path: "/me" }] }, what: "an unknown method" },
    { body: { accessRules: [{ method: "GET" }] }, what: "a rule without a path" },
    { body: { ...wanted, allowedIPs: ["everywhere"] }, what: "a block that is none" },
    { body: { ...wanted, allowedIPs: ["192.0.2.0/33"] }, what: "a block that is too narrow" },
    { body: [], what: "a list" },
  ])("refuses $what", async ({ body }) => {
    await start();
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ class: "Client::BadRequest" });
  });

  test("refuses an unknown application, and none", async () => {
    await start();
    expect(await jsonOf(send(wanted, "x"))).toMatchObject({ errorCode: "INVALID_KEY" });
    const { access_token } = emulator.credentials.ovhAccessToken;
    expect((await askOvhAs(emulator, access_token, "/1.0/auth/credential", wanted)).status).toBe(401);
  });
});

test("a pending key answers what it is, and nothing else", async () => {
  await start();
  const key = await request();
  expect(await jsonOf(ask(key))).toMatchObject({ status: "pendingValidation", rules: wanted.accessRules });
  for (const path of ["/cloud/project", "/auth/details"]) {
    const answer = await ask(key, path);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ message: "This credential is not valid" });
  }
  expect((await askOvh(emulator, "/auth/currentCredential", { consumer: key, secret: "x" })).status).toBe(400);
});

test("an approved key works, with its own rules alone", async () => {
  await start();
  const key = await request();
  emulator.decideOvhCredential(key, "validated");
  expect(await statusOf(key)).toBe("validated");
  expect((await ask(key, "/cloud/project")).status).toBe(200);
  expect((await ask(key, `/cloud/project/${emulator.projects.ovh[0]}`)).status).toBe(403);
  expect((await askOvh(emulator, `/cloud/project/${emulator.projects.ovh[0]}`)).status).toBe(200);
});

test.each(["refused", "expired"] as const)("a key that was %s says so and is of no use", async (decision) => {
  await start();
  const key = await request();
  emulator.decideOvhCredential(key, decision);
  expect(await statusOf(key)).toBe(decision);
  expect((await ask(key, "/cloud/project")).status).toBe(403);
});

test("nobody decides about a key that does not exist", async () => {
  await start();
  expect(() => emulator.decideOvhCredential("x", "validated")).toThrow(RangeError);
});

test.each([
  { options: {}, statuses: ["pendingValidation", "pendingValidation"] },
  { options: { ovhApproval: "validated" }, statuses: ["validated", "validated"] },
  {
    options: { ovhApproval: "refused", ovhApprovalAfterPolls: 2 },
    statuses: ["pendingValidation", "pendingValidation", "refused"],
  },
] as const)("the customer decides by himself: $options", async ({ options, statuses }) => {
  await start(options);
  const key = await request();
  const seen = [];
  for (const _ of statuses) seen.push(await statusOf(key));
  expect(seen).toEqual(statuses);
});

describe("allowed addresses", () => {
  test.each([
    { allowedIPs: ["192.0.2.0/24"], status: 403 },
    { allowedIPs: ["192.0.2.0/24", "127.0.0.0/8"], status: 200 },
    { allowedIPs: ["127.0.0.1"], status: 200 },
    { allowedIPs: ["127.0.0.2/32", "2001:db8::/32"], status: 403 },
    { allowedIPs: null, status: 200 },
  ])("$allowedIPs", async ({ allowedIPs, status }) => {
    await start({ ovhApproval: "validated" });
    const key = await request({ ...wanted, allowedIPs });
    expect(await jsonOf(ask(key))).toMatchObject({ allowedIPs });
    const answer = await ask(key, "/cloud/project");
    expect(answer.status).toBe(status);
    if (status === 403) expect(await answer.json()).toMatchObject({ errorCode: "NOT_GRANTED_CALL" });
  });
});
