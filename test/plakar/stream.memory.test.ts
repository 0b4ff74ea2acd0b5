import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { patiently } from "../patience.ts";
import { type Plugin, startPlugin } from "./child.ts";
import { entryOf } from "./grpc.ts";

const volumes = "scaleway.block.volume";

test("a reader that pauses stops the reading of the cloud, and then gets every one of 100,000 resources", async () => {
  const cloud = await startCloud({ zones: 10, resources: { [volumes]: 10_000 } });
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init({ ...configsOf(cloud).scaleway, kinds: volumes, max_requests_per_minute: "0" });
  cloud.resetStatistics();
  const seen = new Set<string>();
  const pauses = new Map<number, Pause>();
  const answer = await plugin.list({
    onMessage: async (message) => {
      seen.add(entryOf(message).urn);
      if (seen.size === 1 || seen.size === 50_000) pauses.set(seen.size, await untilNothingIsAsked(cloud, plugin));
    },
  });
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.messages).toHaveLength(100_000);
  expect(seen.size).toBe(100_000);
  // A thousand full pages, a look behind the last of each of ten zones, and two requests that count the projects.
  expect(cloud.statistics.requests).toBe(1000 + 10 + 2);
  // What is read ahead: a window of pages in each of ten zones, and what the channel, the frames and the pipe hold.
  expect(pauses.get(1)?.requests).toBeLessThan(150);
  expect(pauses.get(50_000)?.requests).toBeLessThan(650);
  for (const { residentMebibytes } of pauses.values()) expect(residentMebibytes).toBeLessThan(250);
  await cloud.close();
});

/** How the cloud and the plugin stood while the reader read nothing. */
interface Pause {
  readonly requests: number;
  readonly residentMebibytes: number;
}

/** Waits until the plugin has stopped asking: nothing is in flight, and nothing came since the look before. */
async function untilNothingIsAsked({ statistics }: Emulator, { child }: Plugin): Promise<Pause> {
  let before = -1;
  await vi.waitFor(
    () => {
      const still = statistics.inFlight === 0 && statistics.requests === before;
      before = statistics.requests;
      if (!still) throw new Error("the cloud is still asked");
    },
    { ...patiently, interval: 500 },
  );
  return { requests: before, residentMebibytes: residentMebibytes(child.pid) };
}

/** What a process keeps in memory; 0 on systems that do not tell it under /proc. */
function residentMebibytes(pid: number | undefined): number {
  if (process.platform !== "linux") return 0;
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
