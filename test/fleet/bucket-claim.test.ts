import { describe, expect, it, test, vi } from "vitest";
import type { Clock } from "../../src/http/clock.ts";
import { steppedClock } from "../http/stepped-clock.ts";
import { patiently } from "../patience.ts";
import { hasty, lockKey, minute, storeOf, write } from "./bucket-store.ts";
import { type Conditions, type OwnS3, startOwnS3 } from "./own-s3.ts";

describe.each<Conditions>(["known", "501", "400"])("conditional writes that are %s", (conditions) => {
  test("make a claim that one has", async () => {
    const s3 = await startOwnS3();
    s3.conditions = conditions;
    const { release } = await storeOf(s3).claim();
    await expect(storeOf(s3).claim()).rejects.toThrow(
      /another fleet run has s3:\/\/nights\/fleet\/one\/: process \d+ on /,
    );
    await release();
    expect([...s3.objects.keys()]).toEqual([]);
  });
});

describe("a claim", () => {
  /** A claim whose renewals come when time is moved on, at a bucket with a clock of its own. */
  async function claimed() {
    const s3 = await startOwnS3();
    s3.nowMs = Date.UTC(2030, 0, 1);
    const clock = steppedClock();
    // Signatures and tries have the time of day; renewals wait for the test.
    const sleep: Clock["sleep"] = (milliseconds, signal) =>
      milliseconds === minute ? clock.sleep(milliseconds, signal) : Promise.resolve();
    const store = storeOf(s3, { clock: { ...hasty(), monotonic: clock.monotonic, sleep } });
    const claim = await store.claim();
    const renewed = async (): Promise<void> => {
      await vi.waitUntil(() => clock.waiting.length > 0, patiently);
      const before = s3.asked.length;
      clock.advance(minute);
      await vi.waitUntil(() => s3.asked.length > before && (clock.waiting.length > 0 || claim.lost.aborted), patiently);
    };
    return { s3, clock, store, claim, renewed };
  }
  const untilOf = (s3: OwnS3): number => Date.parse(JSON.parse(String(s3.objects.get(lockKey))).until);

  it("is renewed as long as it is held, by the clock of the bucket, and removed at its end", async () => {
    const { s3, claim, renewed } = await claimed();
    const until = untilOf(s3);
    expect(until).toBe((s3.nowMs ?? 0) + 5 * minute);
    s3.nowMs = (s3.nowMs ?? 0) + minute;
    await renewed();
    expect(untilOf(s3)).toBe(until + minute);
    await claim.release();
    expect(s3.objects.size).toBe(0);
  });

  it("is taken over once it is stale; who had it is told, works no further, and takes nothing from the next one", async () => {
    const { s3, store, claim, renewed } = await claimed();
    s3.nowMs = (s3.nowMs ?? 0) + 5 * minute + 1000;
    const next = await storeOf(s3).claim();
    const theirs = s3.objects.get(lockKey);
    await renewed();
    expect(claim.lost.reason).toMatchObject({
      code: "UNAVAILABLE",
      message: "the claim of s3://nights/fleet/one/ was lost: another fleet run has taken it",
    });
    await expect(write(store)).rejects.toThrow("was lost");
    await claim.release();
    expect(s3.objects.get(lockKey)).toBe(theirs);
    await next.release();
    expect(s3.objects.size).toBe(0);
  });

  it("outlasts a short outage, and is given up before its lease ends in a long one", async () => {
    const { s3, claim, renewed } = await claimed();
    s3.addFault({ match: /lock$/, times: 6, status: 500 });
    await renewed();
    await renewed();
    expect(claim.lost.aborted).toBe(false);
    s3.addFault({ match: /lock$/, times: 1000, status: 500 });
    for (let passed = 0; passed < 4; passed += 1) await renewed();
    expect(claim.lost.reason).toMatchObject({
      message: expect.stringContaining("failed at the provider (status 500)"),
    });
    await claim.release();
  });

  it("is that of the last one of two that write at the same time, where S3 looks at no condition", async () => {
    const s3 = await startOwnS3();
    s3.conditions = "ignored";
    const theirs = Buffer.from('{"host":"other","process":1,"id":"theirs","until":"2100-01-01T00:00:00.000Z"}');
    vi.spyOn(s3.objects, "set").mockImplementationOnce((key) => s3.objects.set(key, theirs));
    await expect(storeOf(s3).claim()).rejects.toThrow("another fleet run has just begun");
    expect(s3.objects.get(lockKey)).toBe(theirs);
  });

  it("is not taken from what is no lock", async () => {
    const s3 = await startOwnS3();
    s3.objects.set(lockKey, Buffer.from("mine"));
    await expect(storeOf(s3).claim()).rejects.toThrow(`${lockKey} is no lock of a fleet run`);
    expect(String(s3.objects.get(lockKey))).toBe("mine");
  });
});
