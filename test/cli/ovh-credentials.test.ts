import { afterAll, beforeAll, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { placesOf, planted, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterAll(() => emulator.close());

test.each([
  {
    name: "a service account with a wrong secret",
    change: { client_secret: planted("plantedwrongclientsecret00000000") },
    of: "ovhServiceAccount",
    says: /OVHcloud gave the service account no token: client_id or client_secret is wrong/,
  },
  {
    name: "an access token that nobody knows",
    change: { access_token: planted("plantedwrongaccesstoken000000000") },
    of: "ovhAccessToken",
    says: /OVHcloud refused the access_token/,
  },
] as const)("$name is refused with exit status 3, and no secret is written", async ({ change, of, says }) => {
  emulator.resetStatistics();
  const ended = await run(["discover", "--kinds", "ovh.cloud.*", "--config", "inventory.json"], {
    environment: placesOf(emulator),
    files: { "inventory.json": { ...emulator.credentials[of], ...change } },
  });
  expect(ended.code).toBe(3);
  expect(ended.stdout + ended.stderr).toMatch(says);
  expect(emulator.statistics.requests).toBe(1);
});
