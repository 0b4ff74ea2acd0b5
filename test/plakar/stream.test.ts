import { expect, test, vi } from "vitest";
import { configsOf, startCloud } from "../cli/run.ts";
import { never, patiently } from "../patience.ts";
import { expectEnd, logOf, startPlugin } from "./child.ts";
import { call } from "./grpc.ts";
import { passTime, steppedTime } from "./stepped-time.ts";

const unknown = 2;
const deadlineExceeded = 4;
const failedPrecondition = 9;

test.each([600, 1500])("what is asked before the list does not outlast a call of %i ms", async (timeMs) => {
  const slow = await startCloud();
  // Neither span is the call's, nor are both together: it has to be ended before its time by who ends it.
  const plugin = startPlugin("scaleway", slow, steppedTime(0.8 * timeMs, 0.15 * timeMs));
  const config = { ...configsOf(slow).scaleway, kinds: "*.secret", expected_account: "somebody" };
  expect(await plugin.init(config)).toMatchObject({ code: 0 });
  slow.resetStatistics();
  slow.addFault({ match: "/", delayMs: never });
  const isListed = () => slow.statistics.paths.some((line) => line.includes("/secrets"));
  const ended = plugin.list({ timeout: `${timeMs}m` });
  await vi.waitUntil(() => slow.statistics.inFlight > 0, patiently);
  expect(isListed()).toBe(false);
  passTime(plugin);
  await vi.waitUntil(isListed, patiently);
  passTime(plugin);
  const { code, message } = await ended;
  expect(message).toMatch(/^the inventory is not complete \(3 failed of 3 scopes\)/);
  expect(code).toBe(9);
  await slow.close();
});

test("the call's deadline ends the run early and names what was not read", async () => {
  const cloud = await startCloud();
  const plugin = startPlugin("scaleway", cloud, steppedTime(4900));
  await plugin.init(configsOf(cloud).scaleway);
  cloud.addFault({ match: "/servers", delayMs: never });
  const ended = plugin.list({ timeout: "5S" });
  await vi.waitUntil(() => cloud.statistics.inFlight > 0, patiently);
  passTime(plugin);
  const answer = await ended;
  expect(answer.code).toBe(failedPrecondition);
  expect(answer.message).toMatch(
    /^the inventory is not complete \(\d+ failed of \d+ scopes\): .*the deadline of .*; and \d+ more$/,
  );
  expect(answer.message.length).toBeLessThanOrEqual(1000);
  await cloud.close();
});

test("a call that is cancelled stops the reading, and the next List reads everything", async () => {
  const cloud = await startCloud();
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init(configsOf(cloud).scaleway);
  // A run that cannot end before it is cancelled.
  cloud.addFault({ match: "/secrets", delayMs: never });
  await plugin.list({ onMessage: (_message, stream) => stream.close(8) }).catch(() => {});
  cloud.clearFaults();
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
  expect(plugin.stderr()).toMatch(
    /^info {2}ovh credential\.proven .*\nwarn {2}ovh state\.made .*\ninfo {2}ovh inventory\.started .*\n/,
  );
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
