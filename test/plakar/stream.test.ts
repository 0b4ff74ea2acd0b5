import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { expectEnd, logOf, type Plugin, startPlugin } from "./child.ts";
import { call, entryOf } from "./grpc.ts";

const unknown = 2;
const deadlineExceeded = 4;
const failedPrecondition = 9;
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
  expect(cloud.statistics.requests).toBe(1000);
  // What is read ahead: a window of pages in each of ten zones, and what the channel, the frames and the pipe hold.
  expect(pauses.get(1)?.requests).toBeLessThan(150);
  expect(pauses.get(50_000)?.requests).toBeLessThan(650);
  for (const { residentMebibytes } of pauses.values()) expect(residentMebibytes).toBeLessThan(250);
  await cloud.close();
});

test.each(["600m", "1500m"])("what is asked before the list does not outlast a call of %s", async (timeout) => {
  const slow = await startCloud({ latencyMs: 2000 });
  const plugin = startPlugin("scaleway", slow);
  const config = { ...configsOf(slow).scaleway, kinds: "*.secret", expected_account: "somebody" };
  expect(await plugin.init(config)).toMatchObject({ code: 0 });
  const { code, message } = await plugin.list({ timeout });
  expect(message).toMatch(/^the inventory is not complete \(4 failed of 4 scopes\)/);
  expect(code).toBe(9);
  await slow.close();
});

test("the call's deadline ends the run early and names what was not read", async () => {
  const cloud = await startCloud({ latencyMs: 1500 });
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init(configsOf(cloud).scaleway);
  const answer = await plugin.list({ timeout: "5S" });
  expect(answer.code).toBe(failedPrecondition);
  expect(answer.message).toMatch(
    /^the inventory is not complete \(\d+ failed of \d+ scopes\): .*the deadline of .*; and \d+ more$/,
  );
  expect(answer.message.length).toBeLessThanOrEqual(1000);
  await cloud.close();
});

test("a call that is cancelled stops the reading, and the next List reads everything", async () => {
  const cloud = await startCloud({ latencyMs: 200 });
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init(configsOf(cloud).scaleway);
  await plugin.list({ onMessage: (_message, stream) => stream.close(8) }).catch(() => {});
  expect(await plugin.list()).toMatchObject({ code: 0 });
  expect(await logOf(plugin)).toContainEqual(expect.objectContaining({ event: "inventory.cancelled" }));
  await cloud.close();
});

test("an orderly goodbye of HTTP/2 ends the process with status 0", async () => {
  const cloud = await startCloud();
  const plugin = startPlugin("ovh", cloud, { args: ["--log", "text"] });
  await plugin.init(configsOf(cloud).ovh);
  await plugin.list();
  await plugin.close();
  plugin.session.close();
  await expectEnd(plugin);
  expect(plugin.stderr()).toMatch(/^info {2}ovh credential\.proven .*\ninfo {2}ovh inventory\.started .*\n/);
  await cloud.close();
});

test("a request that is no protobuf is refused, and the connection lives on", async () => {
  const cloud = await startCloud();
  const plugin = startPlugin("ovh", cloud);
  const answer = await call(plugin.session, "Init", Buffer.from([0x0a, 0x7f, 0x01]));
  expect([0, unknown, deadlineExceeded]).not.toContain(answer.code);
  expect(await plugin.init(configsOf(cloud).ovh)).toMatchObject({ code: 0 });
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
    { interval: 500, timeout: 60_000 },
  );
  return { requests: before, residentMebibytes: residentMebibytes(child.pid) };
}

/** What a process keeps in memory; 0 on systems that do not tell it under /proc. */
function residentMebibytes(pid: number | undefined): number {
  if (process.platform !== "linux") return 0;
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
