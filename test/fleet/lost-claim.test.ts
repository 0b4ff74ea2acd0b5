import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, test, vi } from "vitest";
import { parseOptions } from "../../src/hosts/cli/arguments.ts";
import { fleetCommand } from "../../src/hosts/cli/fleet-command.ts";
import { fleet } from "../../src/hosts/cli/verbs/fleet.ts";
import { systemClock } from "../../src/http/clock.ts";
import { configsOf, placesOf, startCloud } from "../cli/run.ts";
import { never, patiently } from "../patience.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { address, lockKey, minute } from "./bucket-store.ts";
import { startOwnS3 } from "./own-s3.ts";

test("a run whose bucket another one has taken stops, and says so of what is not done", async () => {
  const [emulator, s3] = [await startCloud({ ovhRegions: 1 }), await startOwnS3()];
  emulator.addFault({ match: /\/volume$/, delayMs: never });
  const file = join(newFolder(), "fleet.json");
  writeFileSync(file, JSON.stringify([{ name: "prod", kinds: ["ovh.cloud.volume"], config: configsOf(emulator).ovh }]));
  let renewNow = (): void => {};
  const { sleep } = systemClock;
  vi.spyOn(systemClock, "sleep").mockImplementation((milliseconds, signal) => {
    if (milliseconds !== minute) return sleep(milliseconds, signal);
    return new Promise((resolve) => {
      renewNow = resolve;
      signal.addEventListener("abort", () => resolve());
    });
  });
  let told = "";
  const stdout = new Writable({
    write(chunk, _, done) {
      told += chunk;
      done();
    },
  });
  const options = parseOptions(["run", file, "--snapshots", address, "--json", "--quiet"], fleet.options, 2);
  const environment = { ...placesOf(emulator), ...s3.environment, CLOUD_INVENTORY_STATE_DIR: "off" };
  const running = fleetCommand(options, { environment, stdout, stderr: stdout, signal: new AbortController().signal });
  const volumes = () => emulator.statistics.paths.filter((path) => path.endsWith("/volume"));
  await vi.waitUntil(() => volumes().length > 0, patiently);
  const theirs = Buffer.from('{"host":"other","process":1,"id":"theirs","until":"2100-01-01T00:00:00.000Z"}');
  s3.objects.set(lockKey, theirs);
  renewNow();
  expect(await running).toBe(1);
  expect(JSON.parse(told).inventories).toMatchObject([
    { state: "failed", reason: `the claim of ${address}/ was lost: another fleet run has taken it` },
  ]);
  // What was under way was ended, not waited for.
  expect(volumes()).toHaveLength(1);
  expect([...s3.objects]).toEqual([[lockKey, theirs]]);
  vi.restoreAllMocks();
  await emulator.close();
});
