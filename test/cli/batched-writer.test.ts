import { Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type BatchedWriter, createBatchedWriter } from "../../src/hosts/cli/batched-writer.ts";
import { patiently } from "../patience.ts";

const batchLength = 64 * 1024;

/** A medium that takes one text at a time, each when it is told to. */
function slowMedium() {
  const given: string[] = [];
  let taken = (_error?: Error): void => {};
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      given.push(text);
      taken = done;
    },
  });
  return { stream, given, take: (error?: Error) => taken(error) };
}

/** A medium that takes everything at once. */
function quickMedium() {
  const given: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      given.push(text);
      done();
    },
  });
  return { stream, given };
}

/** Writes lines until one has to wait; resolves with how many there were, and with what it waits for. */
function writeUntilItWaits(writer: BatchedWriter, line: string) {
  for (let lines = 1; lines <= 10_000; lines += 1) {
    const room = writer.write(line);
    if (room !== undefined) return { lines, room };
  }
  throw new Error("nothing ever waits");
}

const full = Object.assign(new Error("secret text of the system"), { code: "ENOSPC" });
const lost = "somewhere could not be written to the end (ENOSPC)";

describe("a batched writer", () => {
  test("writes lines that come at once in batches of 64 KiB, and waits for none", async () => {
    const { stream, given } = quickMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    const lines = Array.from({ length: 10_000 }, (_, index) => `${index} ${"x".repeat(100)}\n`);
    for (const line of lines) {
      const room = writer.write(line);
      if (room !== undefined) await room;
    }
    await writer.flush();
    expect(given.join("")).toBe(lines.join(""));
    for (const batch of given.slice(0, -1)) expect(batch.length).toBeGreaterThanOrEqual(batchLength);
    for (const batch of given) expect(batch.length).toBeLessThan(2 * batchLength);
  });

  test("writes a line by itself once nothing else is to be done", async () => {
    const { stream, given } = quickMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    for (const line of ["first\n", "second\n"]) {
      expect(writer.write(line)).toBeUndefined();
      await vi.waitUntil(() => given.at(-1) === line, patiently);
    }
    expect(given).toEqual(["first\n", "second\n"]);
  });

  test("makes whoever writes wait for a slow medium, with two batches in memory at most", async () => {
    const { stream, given, take } = slowMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    const line = "x".repeat(1024);
    const { lines, room } = writeUntilItWaits(writer, line);
    expect(lines * line.length).toBe(2 * batchLength);
    const waited = vi.fn();
    void room.then(waited);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(waited).not.toHaveBeenCalled();
    expect(given.map(({ length }) => length)).toEqual([batchLength]);
    take();
    await room;
    // The second batch is under way: there is room for a third.
    expect(given.map(({ length }) => length)).toEqual([batchLength, batchLength]);
    expect(writer.write(line)).toBeUndefined();
  });

  test("writes what came while a batch was under way, though nothing comes after it", async () => {
    const { stream, given, take } = slowMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    void writer.write("first\n");
    await vi.waitUntil(() => given.length === 1, patiently);
    void writer.write("second\n");
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(given).toEqual(["first\n"]);
    take();
    await vi.waitUntil(() => given.length === 2, patiently);
    expect(given[1]).toBe("second\n");
  });

  test("flushes all that is under way and all that is collected", async () => {
    const { stream, given, take } = slowMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    void writer.write("x".repeat(batchLength));
    void writer.write("last\n");
    const flushed = vi.fn();
    const flush = writer.flush().then(flushed);
    await turn();
    expect(flushed).not.toHaveBeenCalled();
    take();
    await vi.waitUntil(() => given.length === 2, patiently);
    expect(flushed).not.toHaveBeenCalled();
    take();
    await flush;
    expect(given[1]).toBe("last\n");
  });

  test("says once and for all that the medium failed: to who waits, to who writes on, and at the end", async () => {
    const { stream, take } = slowMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    const { room } = writeUntilItWaits(writer, "x".repeat(1024));
    take(full);
    await expect(room).rejects.toMatchObject({ code: "INTERNAL", message: lost });
    expect(() => writer.write("more")).toThrow(lost);
    expect(() => writer.write("")).toThrow(lost);
    await expect(writer.flush()).rejects.toThrow(lost);
  });

  test("loses nothing without a word where the medium is gone", async () => {
    const { stream } = quickMedium();
    const writer = createBatchedWriter(stream, "somewhere");
    stream.destroy();
    void writer.write("lost\n");
    await expect(writer.flush()).rejects.toMatchObject({ code: "INTERNAL" });
  });

  test("tells each batch, in order, for a digest", async () => {
    const { stream, given } = quickMedium();
    const told: string[] = [];
    const writer = createBatchedWriter(stream, "somewhere", (batch) => told.push(batch));
    for (let lines = 0; lines < 1000; lines += 1) await writer.write("x".repeat(200));
    await writer.flush();
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(given);
  });

  test("keeps the order of what several write, however the medium and they take turns", async () => {
    const text = fc
      .tuple(fc.nat({ max: 99 }), fc.integer({ min: 0, max: batchLength }))
      .map(([n, length]) => `${n}:`.padEnd(length, "."));
    const writers = fc.array(fc.array(text, { maxLength: 6 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(writers, fc.scheduler(), async (texts, scheduler) => {
        let received = "";
        const stream = new Writable({
          decodeStrings: false,
          write(batch, _encoding, done) {
            received += batch;
            scheduler.schedule(Promise.resolve()).then(() => done());
          },
        });
        const writer = createBatchedWriter(stream, "somewhere");
        let written = "";
        const ended = Promise.all(
          texts.map(async (own) => {
            for (const one of own) {
              written += one;
              await writer.write(one);
              await scheduler.schedule(Promise.resolve());
            }
          }),
        ).then(() => writer.flush());
        await scheduler.waitFor(ended);
        expect(received).toBe(written);
      }),
      { numRuns: 50 },
    );
  });
});
