import { afterEach, describe, expect, it, vi } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { OutgoingRequest, Send } from "../../src/http/request.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import { createOvhServiceAccount } from "../../src/providers/ovh/credentials/service-account.ts";
import { tokenUrl } from "../../src/providers/ovh/endpoints.ts";
import { openDoor, refusalOf } from "../http/open-door.ts";
import { type ScriptedAnswer, script, startServer } from "../http/server.ts";
import { kindsOfPatterns } from "../kinds-with-rows.ts";
import { discoverOn, idsOf, openOn, runOpened } from "./run.ts";

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  emulator = await startEmulator({ ovhProjects: 2, ovhRegions: 2, resources: 3, ...options });
  return emulator;
};
afterEach(() => emulator?.close());

const tokenRequests = (): number => asked("/auth/oauth2/token");
const asked = (path: string): number => emulator.statistics.paths.filter((line) => line.includes(path)).length;
const noApplication = { application_key: "", application_secret: "", consumer_key: "" };
/** The config of one family, without the application's keys that the emulator's environment gives. */
const configOf = (family: "ovhServiceAccount" | "ovhAccessToken") => ({
  ...noApplication,
  ...emulator.credentials[family],
});

/** The emulator holds kinds that have no row. */
const isRow = (kind: string, start: string) => kind.startsWith(start) && kindsOfPatterns.includes(kind);

describe.each([
  ["ovhServiceAccount", "ovh-service-account on ovh-eu", 1],
  ["ovhAccessToken", "ovh-access-token on ovh-eu", 0],
] as const)("%s", (family, description, tokens) => {
  it("finds everything, with a token that is asked for once", async () => {
    await start();
    const { resources, finished, events } = await discoverOn(emulator, "ovh", {
      kinds: ["ovh.*"],
      config: configOf(family),
    });
    expect(finished.complete).toBe(true);
    expect(events[0]).toMatchObject({ type: "started", credential: description });
    const expected = [...emulator.expectedIds()].filter(([kind]) => isRow(kind, "ovh."));
    expect(idsOf(resources)).toEqual(expected.flatMap(([, ids]) => ids).sort());
    expect(tokenRequests()).toBe(tokens);
    expect(asked("/auth/time")).toBe(0);
  });

  it("stays out of every event, whatever goes wrong", async () => {
    await start();
    const sent = vi.spyOn(globalThis, "fetch");
    emulator.addFault({ match: "/instance", status: 500, body: { message: "echo" } });
    emulator.addFault({ match: "/volume", status: 401, body: { message: "You must login first" } });
    const config = configOf(family);
    const { events } = await discoverOn(emulator, "ovh", { kinds: ["ovh.*"], config });
    const bearers = sent.mock.calls.map(([, init]) => new Headers(init?.headers).get("authorization")?.slice(7));
    sent.mockRestore();
    const secrets = [...bearers, ...Object.entries(config).map(([key, value]) => (key === "endpoint" ? "" : value))];
    expect(secrets.filter(Boolean).length).toBeGreaterThan(2);
    const said = JSON.stringify(events);
    expect(secrets.filter((secret) => secret && said.includes(secret))).toEqual([]);
  });

  it("names the IAM action that is not granted", async () => {
    await start({
      ovhGrants: [{ action: "publicCloudProject:apiovh:get" }, { action: "publicCloudProject:apiovh:volume/get" }],
    });
    const { scopes } = await discoverOn(emulator, "ovh", {
      kinds: ["ovh.cloud.instance", "ovh.cloud.volume"],
      config: configOf(family),
    });
    const denied = scopes.filter(({ kind }) => kind === "ovh.cloud.instance");
    expect(new Set(denied.map(({ outcome }) => outcome))).toEqual(new Set(["denied"]));
    for (const { reason } of denied) expect(reason).toContain("publicCloudProject:apiovh:instance/get");
    expect(
      scopes.filter(({ kind }) => kind === "ovh.cloud.volume").every(({ outcome }) => outcome === "completed"),
    ).toBe(true);
  });
});

describe("a service account", () => {
  it("renews its token before it ends", async () => {
    let aheadMs = 0;
    const now = () => Date.now() + aheadMs;
    await start({ now, ovhTokenLifetimeSeconds: 3599 });
    const provider = await openOn(emulator, "ovh", { config: configOf("ovhServiceAccount"), now, monotonic: now });
    await runOpened(provider);
    aheadMs = 3_500_000;
    await runOpened(provider);
    expect(tokenRequests()).toBe(1);
    aheadMs = 3_540_000;
    expect((await runOpened(provider)).finished.complete).toBe(true);
    expect(tokenRequests()).toBe(2);
  });

  it("goes on when its token ends in the middle of a run, and renews it once for all", async () => {
    // The provider's clock does not see the end coming: only the refusals tell.
    let isRunning = false;
    await start({ ovhProjects: 20, now: () => Date.now() + (isRunning && asked("/instance") > 0 ? 7_200_000 : 0) });
    isRunning = true;
    const { finished, resources } = await discoverOn(emulator, "ovh", {
      kinds: ["ovh.cloud.*"],
      config: configOf("ovhServiceAccount"),
    });
    expect(finished.complete).toBe(true);
    const expected = [...emulator.expectedIds()].filter(([kind]) => isRow(kind, "ovh.cloud"));
    expect(idsOf(resources)).toEqual(expected.flatMap(([, ids]) => ids).sort());
    expect(tokenRequests()).toBe(2);
  });

  it("whose new tokens are refused too stops everything", async () => {
    await start();
    emulator.addFault({
      match: "/1.0/",
      status: 401,
      body: { class: "Client::Unauthorized", message: "You must login first" },
    });
    const { finished, scopes } = await discoverOn(emulator, "ovh", {
      config: configOf("ovhServiceAccount"),
      kinds: ["ovh.cloud.*"],
    });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(scopes[0]?.reason).toContain("although it was fetched anew");
    expect(emulator.statistics.requests).toBe(4);
  });

  it("with a wrong secret is refused at the first request, in words of ours", async () => {
    await start();
    const client_secret = "planted-wrong-client-secret-0123";
    const { finished, scopes, events } = await discoverOn(emulator, "ovh", {
      config: { ...configOf("ovhServiceAccount"), client_secret },
    });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(scopes[0]?.reason).toBe(
      "OVHcloud gave the service account no token: client_id or client_secret is wrong, or the client belongs to another region (ovh-ca or ovh-us)",
    );
    expect(JSON.stringify(events)).not.toContain(client_secret);
    expect(emulator.statistics.requests).toBe(1);
  });

  it("beside another credential sends nothing", async () => {
    await start();
    const config = { ...emulator.credentials.ovhApplication, ...emulator.credentials.ovhServiceAccount };
    await expect(discoverOn(emulator, "ovh", { config })).rejects.toMatchObject({ code: "INVALID_CONFIG" });
    expect(emulator.statistics.requests).toBe(0);
  });

  it.each([
    ["ovh-eu", "https://www.ovh.com"],
    ["ovh-ca", "https://ca.ovh.com"],
    ["ovh-us", "https://us.ovhcloud.com"],
  ] as const)("of %s asks %s for its token", (endpoint, origin) => {
    expect(tokenUrl(endpoint, undefined).href).toBe(`${origin}/auth/oauth2/token`);
    expect(tokenUrl(endpoint, new URL("http://127.0.0.1:9")).href).toBe("http://127.0.0.1:9/auth/oauth2/token");
  });
});

describe("an access token", () => {
  it.each([
    ["expired", { ovhPersonalTokenExpiresAt: "2020-01-01T00:00:00Z" }, {}],
    ["wrong", {}, { access_token: "planted.wrong-token" }],
  ])("that is %s is final", async (_what, options, change) => {
    await start(options);
    const config = { ...configOf("ovhAccessToken"), ...change };
    const { finished, scopes } = await discoverOn(emulator, "ovh", { config });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
    expect(scopes[0]?.reason).toBe(
      "OVHcloud refused the access_token: it has expired, was revoked, or belongs to another region",
    );
    expect(emulator.statistics.requests).toBe(1);
  });
});

describe("the token endpoint", () => {
  const clientSecret = "planted-client-secret";
  const issued = { access_token: "planted.token-1", token_type: "Bearer", expires_in: 3599, scope: "all" };
  const answer = (body: unknown, status = 200): ScriptedAnswer => ({ status, body: JSON.stringify(body) });

  async function open(...answers: readonly ScriptedAnswer[]) {
    const server = await startServer(script(...answers));
    let nowMs = 1_700_000_000_000;
    const credential = createOvhServiceAccount({
      endpoint: "ovh-eu",
      clientId: "EU.0123456789abcdef",
      clientSecret,
      base: new URL("http://127.0.0.1/1.0"),
      tokenUrl: new URL("/auth/oauth2/token", server.origin),
      monotonic: () => nowMs,
    });
    const { door, traffic } = openDoor();
    const context = newContext(new AbortController().signal, traffic);
    return {
      server,
      credential,
      prepare: (renew = false) => credential.prepare(door.send as Send, context, renew, request),
      pass: (seconds: number) => {
        nowMs += seconds * 1000;
      },
    };
  }
  const request = {
    method: "GET",
    url: new URL("https://eu.api.ovh.com/1.0/me"),
    headers: {},
    label: "",
  } as OutgoingRequest;

  it("is asked as RFC 6749 says, once for all who wait, without a credential of its own", async () => {
    const { server, credential, prepare } = await open(answer(issued));
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      url: "/auth/oauth2/token",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `grant_type=client_credentials&client_id=EU.0123456789abcdef&client_secret=${clientSecret}&scope=all`,
    });
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(await credential.authorize(request)).toEqual({ Authorization: "Bearer planted.token-1" });
    expect(credential.describe()).not.toMatch(/planted|EU\./);
    for (const secret of [clientSecret, "planted.token-1"]) expect(credential.holdsSecret(`id-${secret}`)).toBe(true);
    expect(credential.holdsSecret("an-ordinary-id")).toBe(false);
  });

  it.each([
    ["a minute before its end", 3599, 3539],
    ["at the half of a short life", 60, 30],
    ["after five minutes, where its life is not said", undefined, 240],
    ["after five minutes, where its life is no number", "long", 240],
    ["after five minutes, where its life is none", -1, 240],
  ])("is asked anew %s", async (_name, expires_in, seconds) => {
    const { server, prepare, pass } = await open(answer({ ...issued, expires_in }));
    await prepare();
    pass(seconds - 1);
    await prepare();
    expect(server.requests).toHaveLength(1);
    pass(1);
    await prepare();
    expect(server.requests).toHaveLength(2);
  });

  it("is asked again where it fails, for a token may be asked for twice", async () => {
    const { server, prepare } = await open({ status: 503 }, { reset: true }, answer(issued));
    await prepare();
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ["no token", { token_type: "Bearer" }],
    ["a token of another type", { ...issued, token_type: "mac" }],
    ["a token that would break the header", { ...issued, access_token: "planted token\r\nX-Other: 1" }],
    ["a list", [issued]],
  ])("that answers with %s is not believed", async (_name, body) => {
    const { prepare } = await open(answer(body));
    const error = await refusalOf(prepare());
    expect(error).toMatchObject({ code: "INVALID_RESPONSE" });
    expect(error.message).not.toContain("planted");
  });

  const description = { error_description: "planted by a stranger" };
  it.each([
    [401, "invalid_client", /client_id or client_secret is wrong.*\(ovh-ca or ovh-us\)/],
    [400, "invalid_client", /client_id or client_secret is wrong/],
    [400, "invalid_scope", /scope `all`/],
    [400, "unauthorized_client", /CLIENT_CREDENTIALS/],
    [400, "planted_error", /answered with status 400/],
    [403, "toString", /answered with status 403/],
  ])("that refuses with %i %s says so in words of ours", async (status, code, says) => {
    const { server, prepare } = await open(answer({ error: code, ...description }, status));
    const error = await refusalOf(prepare());
    expect(error).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(error.message).toMatch(says);
    expect(error.message).not.toContain("planted");
    expect(server.requests).toHaveLength(1);
  });

  it("that is not there is no absent product", async () => {
    const absent = { class: "Client::NotFound", message: "Got an invalid (or empty) URL" };
    const { prepare } = await open(answer(absent, 404));
    expect(await refusalOf(prepare())).toMatchObject({ code: "INVALID_RESPONSE", notOffered: false });
  });
});
