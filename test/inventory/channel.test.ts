import { describe, expect, test } from "vitest";
import { createChannel } from "../../src/inventory/channel.ts";
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
    const reader = channel[Symbol.asyncIterator]();
    await reader.next();
    await settle();
    expect(written).toEqual([1]);
    await reader.next();
    await reader.next();
    await settle();
    expect(written.length).toBeGreaterThan(1);
    expect(written.length).toBeLessThan(6);
    while (!(await reader.next()).done);
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

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}
