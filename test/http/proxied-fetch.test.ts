import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createFetch, ProxyRefusal } from "../../src/http/proxied-fetch.ts";
import { startProxy } from "./proxy.ts";

afterEach(() => vi.restoreAllMocks());

test("a refused password is sent once a minute, however long a run is", async () => {
  const proxy = await startProxy("http://127.0.0.1:1", 407);
  onTestFinished(() => proxy.close());
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  const fetch = createFetch(() => new URL(`http://operator:secret@127.0.0.1:${proxy.port}`));
  const ask = () => fetch(new URL("http://scaleway.example"), {}).catch((thrown: Error) => thrown.cause);
  for (let minute = 1; minute <= 3; minute += 1) {
    for (let request = 0; request < 3; request += 1) {
      const refusal = await ask();
      expect(JSON.stringify(refusal)).not.toContain("secret");
      expect(causesOf(refusal).some((cause) => cause instanceof ProxyRefusal)).toBe(true);
    }
    expect(proxy.asked).toHaveLength(minute);
    nowMs += 60_000;
  }
});

function causesOf(thrown: unknown): unknown[] {
  return thrown instanceof Error ? [thrown, ...causesOf(thrown.cause)] : [];
}
