import { afterEach, describe, expect, it } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { Approval, CredentialWish } from "../../src/providers/credential-request.ts";
import { ovhKeyRequester } from "../../src/providers/ovh/key-request.ts";
import { fakeClock } from "../clock.ts";
import { discoverOn } from "./run.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

const project = "0123456789abcdef0123456789abcdef";

/** Asks an emulator for a key, on a clock on which waiting takes no time. */
async function ask(
  options: EmulatorOptions,
  { config = {}, ...wanted }: Partial<CredentialWish> & { readonly config?: Readonly<Record<string, unknown>> } = {},
) {
  const clock = fakeClock();
  emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 2, now: clock.now, ...options });
  const { application_key, application_secret, endpoint } = emulator.credentials.ovhApplication;
  const shown: Approval[] = [];
  const wish = { kindPatterns: [], projects: [], narrow: false, addresses: [], timeoutMs: 600_000, ...wanted };
  const surroundings = {
    operator: readOperatorSettings(emulator.environment),
    clock,
    signal: new AbortController().signal,
    show: (approval: Approval) => shown.push(approval),
  };
  const asked = ovhKeyRequester.request(
    { endpoint, application_key, application_secret, ...config },
    "test",
    wish,
    surroundings,
  );
  const ended = await asked.then(
    (written) => ({ written, refusal: undefined }),
    (refusal: unknown) => ({ written: undefined, refusal }),
  );
  return { ...ended, shown, slept: clock.slept, keys: { endpoint, application_key, application_secret } };
}

const sent = (path: string): number => emulator.statistics.paths.filter((line) => line.includes(path)).length;

describe("asking OVHcloud for a consumer key", () => {
  it("shows the page once, waits, and returns a config that discovers what was asked for", async () => {
    const { written, shown, keys, slept } = await ask({ ovhApproval: "validated", ovhApprovalAfterPolls: 3 });
    expect(shown).toEqual([
      {
        link: expect.stringMatching(/^https:\/\/.*credentialToken=/),
        hint: expect.stringMatching(/xx12345-ovh/),
        rights: expect.arrayContaining(["GET /cloud/project", "GET /cloud/project/*", "GET /vps", "GET /vps/*"]),
        notes: [expect.stringMatching(/S3 credentials and database users/)],
      },
    ]);
    expect(slept).toEqual([3000, 3000, 3000, 3000]);
    expect(written).toEqual({ ...keys, consumer_key: expect.stringMatching(/^\w{32}$/) });
    expect(sent("/auth/credential")).toBe(1);
    const { finished } = await discoverOn(emulator, "ovh", { config: written ?? {}, now: fakeClock().now });
    expect(finished).toMatchObject({ complete: true });
  });

  it("writes down the kinds and projects that the rules were made for", async () => {
    const { written } = await ask(
      { ovhApproval: "validated" },
      { kindPatterns: ["ovh.cloud.vol*"], projects: [project], narrow: true, config: { max_in_flight: "4" } },
    );
    expect(written).toMatchObject({
      kinds: "ovh.cloud.volume,ovh.cloud.volume-snapshot,ovh.cloud.volume-backup",
      project_ids: project,
      max_in_flight: "4",
    });
  });

  it("takes kinds and projects from the config where none are named, and replaces a key that is there", async () => {
    const config = { kinds: "ovh.cloud.bucket", project_ids: project, consumer_key: "ToBeReplaced" };
    const { written } = await ask({ ovhApproval: "validated" }, { config });
    expect(written).toMatchObject({ kinds: "ovh.cloud.bucket", project_ids: project });
    expect(written?.["consumer_key"]).not.toBe("ToBeReplaced");
  });

  it("limits the key to address blocks", async () => {
    const { written } = await ask({ ovhApproval: "validated" }, { addresses: ["192.0.2.0/24"] });
    const { finished } = await discoverOn(emulator, "ovh", { config: written ?? {}, now: fakeClock().now });
    expect(finished).toMatchObject({ complete: false });
  });

  it.each([
    ["refused", "the request was refused on the page: there is no key"],
    ["expired", "the key has expired already: ask for another, and approve it for longer"],
  ] as const)("tells that it was %s", async (status, message) => {
    const options: EmulatorOptions =
      status === "refused" ? { ovhApproval: "refused" } : { faults: [currentCredential({ status, rules: [] })] };
    const { refusal } = await ask(options);
    expect(refusal).toMatchObject({ code: "UNAUTHENTICATED", message });
  });

  it("tells that nobody decided in time", async () => {
    const { refusal, slept } = await ask({ ovhApproval: "never" }, { timeoutMs: 7_000 });
    expect(refusal).toMatchObject({ code: "UNAVAILABLE", message: "nobody approved the key within 7 s" });
    expect(slept).toEqual([3000, 3000, 1000]);
  });

  it("goes on waiting where the question fails, as it may before the approval", async () => {
    const refused = { errorCode: "INVALID_CREDENTIAL", message: "This credential is not valid" };
    const faults = [
      { match: "/auth/currentCredential", times: 1, status: 403, body: refused },
      { match: "/auth/currentCredential", times: 2, status: 503 },
    ];
    const { written } = await ask({ ovhApproval: "validated", faults });
    expect(written).toMatchObject({ consumer_key: expect.any(String) });
  });

  it("names the last refusal where it never stopped", async () => {
    const body = { message: "Invalid signature" };
    const { refusal } = await ask(
      { faults: [{ match: "/auth/currentCredential", status: 400, body }] },
      { timeoutMs: 4_000 },
    );
    expect(refusal).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringMatching(
        /^within 4 s it could not be learnt whether the key was approved; the last refusal: .*signature/,
      ),
    });
  });

  it("does not ask twice where the answer is unclear: each answer is another key", async () => {
    const { refusal, shown } = await ask({ faults: [{ match: "/auth/credential", status: 503 }] });
    expect(refusal).toMatchObject({ code: "UNAVAILABLE" });
    expect(sent("/auth/credential")).toBe(1);
    expect(shown).toEqual([]);
  });

  it.each([
    { consumerKey: "TheNewConsumerKey", state: "pendingValidation", validationUrl: "javascript:alert(1)" },
    { consumerKey: "not a key", state: "pendingValidation", validationUrl: "https://www.ovh.example/auth/" },
    { state: "pendingValidation" },
  ])("shows nothing of an answer that is none: %j", async (body) => {
    const { refusal, shown } = await ask({ faults: [{ match: "/auth/credential", status: 200, body }] });
    expect(refusal).toMatchObject({
      code: "INVALID_RESPONSE",
      message: "POST /auth/credential answered without a key and a link to approve it",
    });
    expect(shown).toEqual([]);
  });

  it.each([
    [{ application_key: "" }, "test: application_key is missing"],
    [
      { application_secret: "has spaces in it" },
      "test: application_secret must be 8 to 64 letters and digits, as OVHcloud showed it",
    ],
    [{ client_id: "EU.0123456789abcdef" }, /^test: unknown key "client_id"/],
  ])("sends nothing with %j", async (config, message) => {
    const { refusal } = await ask({}, { config });
    expect(refusal).toMatchObject({ code: "INVALID_CONFIG", message: expect.stringMatching(message) });
    expect(emulator.statistics.requests).toBe(0);
  });

  function currentCredential(body: unknown) {
    return { match: "/auth/currentCredential", status: 200, body };
  }
});
