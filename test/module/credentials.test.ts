import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import {
  type Approval,
  listCredentials,
  manageCredentials,
  requestCredential,
  revokeCredential,
} from "../../src/index.ts";
import { fakeClock } from "../clock.ts";
import { askOvh, jsonOf } from "../emulator/clients.ts";
import { openOvh, operatorOf } from "./open.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 1, ovhApproval: "validated", ...options });
  return emulator;
}

/** Asks by a clock on which waiting takes no time. */
function asking(shown: Approval[] = []) {
  const clock = { ...fakeClock(), now: Date.now };
  return { operator: operatorOf(emulator), clock, onApproval: (approval: Approval) => void shown.push(approval) };
}

function application() {
  const { consumer_key: _own, ...rest } = emulator.credentials.ovhApplication;
  return rest;
}

/** The numbers of the account's keys, as the account's owner sees them. */
const keys = () => jsonOf<number[]>(askOvh(emulator, "/me/api/credential"));

describe("requestCredential", () => {
  test("shows the link and what is asked for, and gives the key to the caller alone", async () => {
    await start({ ovhApprovalAfterPolls: 2 });
    const shown: Approval[] = [];
    const kinds = ["ovh.cloud.volume"];
    const requested = await requestCredential("ovh", application(), { ...asking(shown), kinds, narrow: true });
    expect(shown).toMatchObject([{ rights: ["GET /cloud/project", "GET /cloud/project/*/volume"] }]);
    expect(shown[0]?.link).toMatch(/^https:/);
    const config = requested.config();
    expect(config).toMatchObject({ ...application(), kinds: "ovh.cloud.volume" });
    const secret = config["consumer_key"] ?? "";
    expect(secret).toMatch(/^\w{32}$/);
    for (const text of [inspect(requested, { depth: 9, showHidden: true }), JSON.stringify([requested, shown])])
      expect(text).not.toContain(secret);
    const report = await (await openOvh(emulator, config)).preflight();
    expect(report.verdict).toBe("usable");
  });

  test("ends as refused, as not decided in time, and as cancelled", async () => {
    await start({ ovhApproval: "refused" });
    await expect(requestCredential("ovh", application(), asking())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await emulator.close();
    await start({ ovhApproval: "never" });
    const inTime = requestCredential("ovh", application(), { ...asking(), timeoutMs: 9000 });
    await expect(inTime).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(/within 9 s/) });
    const stop = new AbortController();
    const options = { ...asking(), signal: stop.signal, onApproval: () => stop.abort() };
    await expect(requestCredential("ovh", application(), options)).rejects.toMatchObject({ code: "CANCELLED" });
  });

  test.each([
    ["a project's name", { projects: ["my-project"] }, /projects must hold the ids/],
    ["an address that is no block", { addresses: ["192.0.2.7"] }, /addresses must hold blocks/],
  ])("asks nobody with %s", async (_name, wrong, says) => {
    await start();
    await expect(requestCredential("ovh", application(), { ...asking(), ...wrong })).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(says),
    });
    expect(emulator.statistics.requests).toBe(0);
  });

  test("is not for Scaleway, and says where keys are made there", async () => {
    await start();
    await expect(requestCredential("scaleway", {}, asking())).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(/^Scaleway hands out no credentials on request: .*scw iam api-key/),
    });
    expect(emulator.statistics.requests).toBe(0);
  });
});

describe("listCredentials", () => {
  test("tells which one is ours, what each may do, and leaves no key behind", async () => {
    await start({ ovhCredential: { expiration: "2999-01-01T00:00:00Z", allowedIPs: ["127.0.0.0/8"] } });
    const before = await keys();
    const shown: Approval[] = [];
    const found = await listCredentials("ovh", emulator.credentials.ovhApplication, asking(shown));
    expect(shown[0]?.rights).not.toContain("DELETE /me/api/credential/*");
    expect(found.ownUnknown).toBeUndefined();
    expect(found.credentials).toEqual([
      {
        id: "700000001",
        status: "validated",
        createdAt: expect.any(String),
        lastUsedAt: expect.any(String),
        expiresAt: "2999-01-01T00:00:00Z",
        rights: ["GET /*"],
        allowedAddresses: ["127.0.0.0/8"],
        isOwn: true,
        application: { id: "500001", name: "inventory", description: "backup inventory", status: "active" },
      },
      expect.objectContaining({
        id: "600000001",
        status: "expired",
        lastUsedAt: "2023-04-30T00:00:00Z",
        isOwn: false,
        application: expect.objectContaining({ name: "old tool" }),
      }),
    ]);
    expect(await keys()).toEqual(before);
    expect(JSON.stringify(found)).not.toContain(emulator.credentials.ovhApplication.application_key);
  });

  test("repeats no key that an application is called by", async () => {
    await start();
    const { application_secret: name } = emulator.credentials.ovhApplication;
    const body = { applicationId: 400001, name, description: name, status: "active" };
    emulator.addFault({ match: "/me/api/application/400001", status: 200, body });
    const found = await listCredentials("ovh", emulator.credentials.ovhApplication, asking());
    expect(JSON.stringify(found)).not.toContain(name);
    expect(found.credentials[1]?.application).toEqual({ id: "400001", status: "active" });
  });

  test("says why it does not know which one is ours", async () => {
    await start();
    const { credentials, ownUnknown } = await listCredentials("ovh", application(), asking());
    expect(ownUnknown).toBe("the config has no consumer_key");
    expect(credentials.filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  test("logs its key out where the list is refused, and where it was cancelled meanwhile", async () => {
    await start({ faults: [{ match: "/me/api/application", status: 500, body: {} }] });
    const before = await keys();
    await expect(listCredentials("ovh", emulator.credentials.ovhApplication, asking())).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect(await keys()).toEqual(before);
    const stop = new AbortController();
    const manager = await manageCredentials("ovh", application(), { ...asking(), signal: stop.signal });
    stop.abort();
    await expect(manager.list(stop.signal)).rejects.toMatchObject({ code: "CANCELLED" });
    await manager.close();
    expect(await keys()).toEqual(before);
  });

  test.each([
    ["scaleway", /^Scaleway lists and revokes no credentials here: .*IAM/],
    ["ovh-data-platform", /^OVHcloud Data Platform lists and revokes no credentials here: .*pages/],
  ])("is not for %s", async (inventory, says) => {
    await start();
    await expect(listCredentials(inventory, {}, asking())).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(says),
    });
  });

  test("needs an application's keys", async () => {
    await start();
    await expect(listCredentials("ovh", emulator.credentials.ovhServiceAccount, asking())).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message:
        "config: listing and revoking keys takes application_key and application_secret, in place of client_id, client_secret",
    });
    expect(emulator.statistics.requests).toBe(0);
  });

  test("says that its key could not be logged out", async () => {
    await start({ faults: [{ match: "/auth/logout", status: 500, body: {} }] });
    await expect(listCredentials("ovh", emulator.credentials.ovhApplication, asking())).rejects.toMatchObject({
      message: expect.stringMatching(/could not be logged out .*: revoke it on the account's page of API keys$/),
    });
  });
});

describe("revokeCredential", () => {
  test("ends the config's own key, with no second one, once the caller has confirmed it", async () => {
    await start({ ovhApproval: "never", ovhRules: [{ method: "GET", path: "/cloud/project" }] });
    const config = emulator.credentials.ovhApplication;
    const operator = operatorOf(emulator);
    await expect(revokeCredential("ovh", config, { confirmed: false, operator })).rejects.toMatchObject({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(/confirmed: true/),
    });
    expect(emulator.statistics.requests).toBe(0);
    await revokeCredential("ovh", config, { confirmed: true, operator });
    expect(await (await openOvh(emulator)).preflight()).toMatchObject({ verdict: "not-usable" });
    await expect(revokeCredential("ovh", config, { confirmed: true, operator })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  test("ends another one by its id, with a key that may, and leaves that behind nowhere", async () => {
    await start();
    const shown: Approval[] = [];
    const other = await requestCredential("ovh", application(), asking());
    const id = "700000002";
    await revokeCredential("ovh", application(), { confirmed: true, id, ...asking(shown) });
    expect(shown[0]?.rights).toContain("DELETE /me/api/credential/*");
    expect(await (await openOvh(emulator, other.config())).preflight()).toMatchObject({ verdict: "not-usable" });
    expect(await keys()).toEqual([700000001, 600000001]);
    await expect(revokeCredential("ovh", application(), { confirmed: true, id, ...asking() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await keys()).toEqual([700000001, 600000001]);
  });

  test("uses a manager that is open, for as long as it is", async () => {
    await start();
    const manager = await manageCredentials("ovh", application(), { ...asking(), revokes: true });
    const { credentials } = await listCredentials("ovh", application(), { manager });
    for (const { id } of credentials.filter(({ status }) => status === "expired"))
      await revokeCredential("ovh", application(), { confirmed: true, id, manager });
    await manager.close();
    expect(await keys()).toEqual([700000001]);
    await expect(manager.list()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
