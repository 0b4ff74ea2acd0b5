import { expect, test } from "vitest";
import { configsOf, startCloud } from "../cli/run.ts";
import { expectEnd, logOf, startPlugin } from "./child.ts";
import { call, entryOf } from "./grpc.ts";

const unknown = 2;
const deadlineExceeded = 4;
const failedPrecondition = 9;
const servers = "scaleway.instance.server";

test("a slow reader gets every one of a few thousand resources, and memory holds few of them", async () => {
  const cloud = await startCloud({ zones: 10, resources: { [servers]: 400 } });
  const plugin = startPlugin("scaleway", cloud);
  await plugin.init({ ...configsOf(cloud).scaleway, kinds: servers });
  const seen = new Set<string>();
  const answer = await plugin.list({
    onMessage: async (message) => {
      seen.add(entryOf(message).urn);
      if (seen.size % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  });
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.messages).toHaveLength(4000);
  expect(seen.size).toBe(4000);
  await cloud.close();
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
  expect(logOf(plugin)).toContainEqual(expect.objectContaining({ event: "inventory.cancelled" }));
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
