import { afterEach, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { startProxy, type TestProxy } from "../http/proxy.ts";
import { steppedTime } from "../plakar/stepped-time.ts";
import { run, startCloud } from "./run.ts";

let emulator: Emulator;
let proxy: TestProxy | undefined;
afterEach(async () => {
  proxy?.close();
  proxy = undefined;
  await emulator.close();
});

const password = "planted-proxy-password";

/** A run whose API has a name that a proxy alone knows. */
async function runBehind(
  settings: (port: number) => Readonly<Record<string, string>>,
  refusal?: number | "silence",
  {
    args = [],
    files = {},
  }: { readonly args?: readonly string[]; readonly files?: Readonly<Record<string, string>> } = {},
) {
  emulator = await startCloud();
  proxy = await startProxy(emulator.url, refusal);
  const environment = {
    ...emulator.environment,
    CLOUD_INVENTORY_SCALEWAY_URL: "http://scaleway.example",
    ...settings(proxy.port),
  };
  const kinds = ["--provider", "scaleway", "--kinds", "scaleway.secret.*,scaleway.block.*"];
  const ended = await run(["discover", ...kinds, "--format", "ndjson", ...args], { environment, files });
  expect(ended.stdout + ended.stderr).not.toContain(password);
  return ended;
}

test("everything goes through the proxy that the machine names, with its user and password", async () => {
  const { code, stderr } = await runBehind((port) => ({ HTTP_PROXY: `http://operator:${password}@127.0.0.1:${port}` }));
  expect(stderr).toMatch(/complete/);
  expect(code).toBe(0);
  const authorization = `Basic ${Buffer.from(`operator:${password}`).toString("base64")}`;
  expect(new Set(proxy?.asked.map(({ host }) => host))).toEqual(new Set(["scaleway.example:80"]));
  expect(new Set(proxy?.asked.map((asked) => asked.authorization))).toEqual(new Set([authorization]));
});

test("a user without a password is sent as one", async () => {
  await runBehind((port) => ({ HTTP_PROXY: `http://a%20token@127.0.0.1:${port}` }));
  expect(proxy?.asked[0]?.authorization).toBe(`Basic ${Buffer.from("a token:").toString("base64")}`);
});

test.each([
  [302, "it does not let us through"],
  [403, "it does not let us through"],
  [407, "the user and password in its URL are missing or wrong"],
])("a proxy that answers %d in place of connecting is a named reason", async (status, why) => {
  const { code, stdout } = await runBehind((port) => ({ http_proxy: `127.0.0.1:${port}` }), status);
  expect(stdout).toContain(`the proxy answered ${status} instead of connecting, ${why}`);
  expect(code).toBe(4);
});

test("a password that the proxy refuses is not sent for every request: the account behind it would be locked", async () => {
  // It may be sent again after a minute, which never passes here.
  const behind = (port: number) => ({
    HTTP_PROXY: `http://operator:${password}@127.0.0.1:${port}`,
    NODE_OPTIONS: "--require ./stepped-time.cjs",
  });
  const { stdout } = await runBehind(behind, 407, { ...steppedTime(), args: ["--kinds", "scaleway.*"] });
  const failed = stdout.split("\n").filter((line) => line.includes("the proxy answered 407"));
  const requestsInFlight = 32;
  expect(failed.length).toBeGreaterThan(2 * requestsInFlight);
  expect(proxy?.asked.length).toBeLessThanOrEqual(requestsInFlight);
});

test("a proxy that never answers keeps no run beyond its deadline", async () => {
  const behind = (port: number) => ({ HTTP_PROXY: `http://127.0.0.1:${port}` });
  const { code, stdout } = await runBehind(behind, "silence", { args: ["--deadline", "1"] });
  expect(stdout).toContain("the deadline of 1 s passed");
  expect(code).toBe(4);
});

test("a proxy that is not there is told from a provider that is not", async () => {
  const { code, stdout } = await runBehind(() => ({ HTTP_PROXY: "http://127.0.0.1:1" }));
  expect(stdout).toMatch(/could not reach the provider through the proxy \(ECONNREFUSED\)/);
  expect(code).toBe(4);
});

test("what is not an http proxy is refused by its name, without its value", async () => {
  const { code, stderr } = await runBehind(() => ({ HTTPS_PROXY: `socks5://operator:${password}@127.0.0.1:1` }));
  expect(stderr).toContain("HTTPS_PROXY must be an http or https URL");
  expect(code).toBe(2);
});

test("loopback is asked directly, whatever proxy is set", async () => {
  const { code } = await runBehind(() => ({
    HTTP_PROXY: "http://127.0.0.1:1",
    CLOUD_INVENTORY_SCALEWAY_URL: emulator.url,
  }));
  expect(code).toBe(0);
});
