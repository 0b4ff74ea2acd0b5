import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { never, patiently } from "../patience.ts";
import { logOf, type ProviderId, secret, startPlugin } from "./child.ts";
import { passTime, steppedTime } from "./stepped-time.ts";

let cloud: Emulator;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const invalidArgument = 3;
const failedPrecondition = 9;
const unauthenticated = 16;
const plantedKey = secret("plantedconsumerkey00000000000001");
const plantedUuid = secret("11111111-0000-4000-8000-0000000000aa");
const plantedPath = secret("/planted/path/of/a/secret");

interface Refusal {
  readonly name: string;
  readonly id: ProviderId;
  readonly config: Readonly<Record<string, string>>;
  readonly code: number;
  readonly message: RegExp;
}

const refusals: readonly Refusal[] = [
  { name: "an empty value", id: "ovh", config: { consumer_key: "" }, code: 3, message: /consumer_key is missing/ },
  {
    name: "a wrong endpoint",
    id: "ovh",
    config: { endpoint: "ovh-mars" },
    code: 3,
    message: /endpoint must be one of/,
  },
  {
    name: "a kind that does not exist",
    id: "ovh",
    config: { kinds: "ovh.clod.*" },
    code: 3,
    message: /no kind matches/,
  },
  { name: "a project's name", id: "scaleway", config: { scw_project_id: "shop" }, code: 3, message: /UUID/ },
  {
    name: "a reference to the host's environment",
    id: "ovh",
    config: { application_secret: "env:OVH_APPLICATION_SECRET" },
    code: 3,
    message: /application_secret must be 8 to 64/,
  },
  {
    name: "a reference to a file of the host",
    id: "scaleway",
    config: { scw_secret_key: `file:${plantedPath}` },
    code: 3,
    message: /scw_secret_key must be the secret key/,
  },
  {
    name: "an unknown OVHcloud key",
    id: "ovh",
    config: { consumer_key: plantedKey },
    code: unauthenticated,
    message: /^OVHcloud refused the consumer_key/,
  },
  {
    name: "an unknown Scaleway key",
    id: "scaleway",
    config: { scw_secret_key: plantedUuid },
    code: unauthenticated,
    message: /^Scaleway does not know scw_secret_key/,
  },
  {
    name: "a Scaleway access key of somebody else",
    id: "scaleway",
    config: { scw_access_key: secret("SCWZZZZZZZZZZZZZZZZZ") },
    code: unauthenticated,
    message: /^Scaleway Object Storage does not know scw_access_key/,
  },
];

describe("Init refuses in one sentence", () => {
  test.each(refusals)("$name", async ({ id, config, code, message }) => {
    // The environment holds everything that a tenant's config must not reach.
    const plugin = startPlugin(id, cloud, { environment: cloud.environment });
    const answer = await plugin.init({ ...configsOf(cloud)[id], ...config });
    expect(answer.message).toMatch(message);
    expect(answer.message).not.toMatch(/[{}\n]/);
    expect(answer.code).toBe(code);
    expect(await plugin.list()).toMatchObject({ code: failedPrecondition, messages: [] });
    expect(await logOf(plugin)).toMatchObject([{ event: "init.refused", level: "error", status: status[code] }]);
  });

  test.each(["ovh", "scaleway"] as const)("%s: an expired credential", async (id) => {
    const past = "2020-01-01T00:00:00Z";
    const old = await startCloud({ scalewayKeyExpiresAt: past, ovhCredential: { expiration: past } });
    const plugin = startPlugin(id, old);
    expect(await plugin.init(configsOf(old)[id])).toMatchObject({ code: unauthenticated });
    await old.close();
  });

  test("an account whose projects cannot be enumerated", async () => {
    const bare = await startCloud({ ovhRules: [{ method: "GET", path: "/me" }] });
    const plugin = startPlugin("ovh", bare);
    const answer = await plugin.init(configsOf(bare).ovh);
    expect(answer).toMatchObject({ code: 7, message: expect.stringContaining("GET /cloud/project") });
    expect(bare.statistics.requests).toBeLessThanOrEqual(3);
    await bare.close();
  });

  test.each([
    ["ovh", 503, 2],
    ["scaleway", 503, 2],
    ["ovh-data-platform", 503, 2],
    ["ovh", 429, 8],
    ["scaleway", 429, 8],
    ["ovh-data-platform", 429, 8],
  ] as const)("%s: a provider that answers nothing but %d, after at most 3 requests", async (id, answered, code) => {
    const down = await startCloud({ faults: [{ match: "/", status: answered, body: {} }] });
    const plugin = startPlugin(id, down);
    expect(await plugin.init(configsOf(down)[id])).toMatchObject({ code });
    expect(down.statistics.requests).toBeLessThanOrEqual(3);
    await down.close();
  });

  test.each(["ovh", "scaleway", "ovh-data-platform"] as const)(
    "%s: a provider that is slower than the call may take, in words of our own",
    async (id) => {
      const slow = await startCloud({ latencyMs: never });
      const plugin = startPlugin(id, slow, steppedTime(1900));
      const refused = plugin.init(configsOf(slow)[id], { timeout: "2S" });
      await vi.waitUntil(() => slow.statistics.inFlight > 0, patiently);
      passTime(plugin);
      const { code, message } = await refused;
      expect(message).toMatch(
        /^the call's time of \d\.\d s was over before the provider had answered \(docs\/preflight.md#providerreachable\)$/,
      );
      expect(code).toBe(2);
      await slow.close();
    },
  );
});

describe("Init", () => {
  test("comes before List, and may be repeated after a refusal", async () => {
    const plugin = startPlugin("ovh", cloud);
    expect(await plugin.list()).toMatchObject({ code: failedPrecondition, message: expect.stringContaining("Init") });
    expect(await plugin.init({})).toMatchObject({ code: invalidArgument });
    expect(await plugin.init(configsOf(cloud).ovh)).toMatchObject({ code: 0 });
    expect(await plugin.list()).toMatchObject({ code: 0 });
    expect(await plugin.close()).toMatchObject({ code: 0, messages: [Buffer.alloc(0)] });
  });

  test.each(["ovh", "scaleway"] as const)(
    "%s: drops keys that it does not have, and never follows them",
    async (id) => {
      const plugin = startPlugin(id, cloud);
      const elsewhere = "http://127.0.0.1:1";
      const config = {
        CLOUD_INVENTORY_OVH_URL: elsewhere,
        CLOUD_INVENTORY_SCALEWAY_URL: elsewhere,
        url: elsewhere,
        api_url: elsewhere,
        scw_api_url: elsewhere,
        profile: "file:/etc/passwd",
        kinds: " ",
      };
      expect(await plugin.init({ ...config, ...configsOf(cloud)[id] })).toMatchObject({ code: 0 });
      expect(await plugin.list()).toMatchObject({ code: 0 });
    },
  );
});
