import { describe, expect, test } from "vitest";
import { type Channel, createChannel } from "../../src/inventory/channel.ts";
import { settle } from "./fake-provider.ts";

describe("a channel", () => {
  test("hands on everything in order, also what was queued when it closed", async () => {
    const channel = createChannel<number>(100);
    for (const value of [1, 2, 3]) await channel.push(value);
    channel.close();
    expect(await collect(channel)).toEqual([1, 2, 3]);
  });

  test("lets a reader wait for a writer", async () => {
    const channel = createChannel<number>(2);
    const read = collect(channel);
    await settle();
    await channel.push(1);
    await settle();
    await channel.push(2);
    channel.close();
    expect(await read).toEqual([1, 2]);
  });

  test("ends a reader that waits when it is closed empty", async () => {
    const channel = createChannel<number>(2);
    const read = collect(channel);
    await settle();
    channel.close();
    expect(await read).toEqual([]);
  });

  test("holds a writer until the reader has caught up", async () => {
    const channel = createChannel<number>(2);
    const written: number[] = [];
    const writing = (async () => {
      for (let value = 1; value <= 6; value += 1) {
        await channel.push(value);
        written.push(value);
      }
      channel.close();
    })();
    await settle();
    expect(written).toEqual([1]);
    expect(await channel.take()).toEqual([1, 2]);
    await settle();
    // A batch that was taken is not yet consumed: asking for the next one says so.
    expect(written).toEqual([1]);
    expect(await channel.take()).toEqual([3]);
    await settle();
    expect(written.length).toBeGreaterThan(1);
    expect(written.length).toBeLessThan(6);
    while ((await channel.take()) !== undefined);
    await writing;
    expect(written).toHaveLength(6);
  });

  test("releases every writer when the reader has left, and drops what they write", async () => {
    const channel = createChannel<number>(1);
    const writers = [1, 2, 3].map((value) => channel.push(value));
    channel.abandon();
    await Promise.all(writers);
    await channel.push(4);
    channel.close();
    expect(await collect(channel)).toEqual([]);
  });
});

async function collect<Value>(channel: Channel<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for (let batch = await channel.take(); batch !== undefined; batch = await channel.take()) collected.push(...batch);
  return collected;
}
