import { afterAll, beforeAll, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, secret, startPlugin } from "./child.ts";

let cloud: Emulator;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const plantedUuid = secret("11111111-0000-4000-8000-0000000000bb");

const defaults: readonly (readonly [string, unknown, number, RegExp])[] = [
  ["kinds, when the tenant names none", { kinds: "scaleway.secret.secret" }, 0, /^OK$/],
  ["no credentials", { scw_secret_key: plantedUuid }, 3, /must hold no credentials/],
  ["no unknown option", { kind: "x" }, 3, /unknown option "kind"; did you mean "kinds"/],
  ["on_incomplete of two words only", { on_incomplete: "perhaps" }, 3, /on_incomplete must be fail or accept/],
  ["nothing but JSON", "kinds=x", 3, /is not JSON/],
];
test.each(defaults)("the operator's defaults hold %s", async (_name, content, code, message) => {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const environment = { CLOUD_INVENTORY_DEFAULTS: "{folder}/defaults.json" };
  const plugin = startPlugin("scaleway", cloud, { files: { "defaults.json": text }, environment });
  const answer = await plugin.init(configsOf(cloud).scaleway);
  expect(answer.message).toMatch(message);
  expect(answer.code).toBe(code);
  if (code !== 0) return;
  await plugin.list();
  expect(logOf(plugin)).toContainEqual(expect.objectContaining({ kinds: ["scaleway.secret.secret"] }));
  await plugin.init({ ...configsOf(cloud).scaleway, kinds: "scaleway.instance.server" });
  await plugin.list();
  expect(logOf(plugin)).toContainEqual(expect.objectContaining({ kinds: ["scaleway.instance.server"] }));
});
