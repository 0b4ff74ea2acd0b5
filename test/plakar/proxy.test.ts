import { expect, onTestFinished, test } from "vitest";
import { configsOf, startCloud } from "../cli/run.ts";
import { startProxy } from "../http/proxy.ts";
import { logOf, secret, startPlugin } from "./child.ts";

const password = secret("planted-password-of-the-proxy");
const kinds = "scaleway.secret.secret";

/** A plugin whose API has a name that a proxy alone knows. */
async function startBehind(proxyUrl: (port: number) => string, variable = "HTTP_PROXY") {
  const cloud = await startCloud();
  const proxy = await startProxy(cloud.url);
  onTestFinished(async () => {
    proxy.close();
    await cloud.close();
  });
  const environment = { CLOUD_INVENTORY_SCALEWAY_URL: "http://scaleway.example", [variable]: proxyUrl(proxy.port) };
  return { plugin: startPlugin("scaleway", cloud, { environment }), proxy, config: configsOf(cloud).scaleway };
}

test("Init and List go through the operator's proxy", async () => {
  const { plugin, proxy, config } = await startBehind((port) => `http://operator:${password}@127.0.0.1:${port}`);
  expect(await plugin.init({ ...config, kinds })).toMatchObject({ code: 0 });
  const { code, messages } = await plugin.list();
  expect({ code, found: messages.length > 0 }).toEqual({ code: 0, found: true });
  expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set(["scaleway.example:80"]));
  expect((await logOf(plugin)).at(-1)).toMatchObject({ event: "inventory.finished" });
});

test("Init refuses what is no proxy, by the name of its variable", async () => {
  const { plugin, config } = await startBehind(() => `socks5://operator:${password}@127.0.0.1:1`, "HTTPS_PROXY");
  const { code, message } = await plugin.init({ ...config, kinds });
  expect(message).toMatch(/HTTPS_PROXY must be an http or https URL/);
  expect(code).toBe(3);
});
