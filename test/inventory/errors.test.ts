import { describe, expect, test } from "vitest";
import { abortError, asInventoryError, InventoryError } from "../../src/inventory/errors.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";
import { isHarmless } from "./hostile-text.ts";

const secret = "planted-secret-4711";

class SdkError extends Error {
  override readonly name = "SdkError";
  readonly body = { token: secret };
  readonly request = { headers: { "x-auth-token": secret }, url: `https://api.test/?key=${secret}` };
}

const foreign: [string, unknown][] = [
  ["an error", new Error(`refused ${secret}`, { cause: new Error(secret) })],
  ["an SDK's error", new SdkError(`POST https://api.test/?key=${secret}`)],
  ["an aggregate", new AggregateError([new Error(secret)], secret)],
  ["a string", secret],
  ["a plain object", { error: 403, message: secret }],
  ["nothing", undefined],
  ["null", null],
];

describe("what strangers threw", () => {
  test.each(foreign)("%s keeps its text to itself", (_, thrown) => {
    const error = asInventoryError(thrown);
    expect(error.code).toBe("INTERNAL");
    for (const text of [error.message, String(error), JSON.stringify(error), JSON.stringify({ error })]) {
      expect(text).not.toContain(secret);
    }
    expect(error.cause).toBe(thrown);
  });

  test.each(foreign)("%s is in no event, wherever in a provider it was thrown", async (_, thrown) => {
    const fail = (): never => {
      throw thrown;
    };
    const broken = fakeKind({ more: fail });
    const runs = await Promise.all([
      runOf(fakeProvider({ list: fail })),
      runOf(
        fakeProvider({
          async *list() {
            yield pageOf("a");
            fail();
          },
        }),
      ),
      runOf(
        fakeProvider({
          // biome-ignore lint/correctness/useYield: it fails before its first scope
          async *scopes() {
            fail();
          },
          list: () => [],
        }),
      ),
      runOf(fakeProvider({ kinds: [broken], list: () => [pageOf("a")] })),
    ]);
    for (const { events, scopes, finished } of runs) {
      expect(JSON.stringify(events)).not.toContain(secret);
      expect(scopes).toMatchObject([{ outcome: "failed", code: "INTERNAL" }]);
      expect(finished.complete).toBe(false);
    }
  });
});

describe("our own error", () => {
  test("is safe to show whatever id of a provider its sentences name", () => {
    const id = `\u001b[31m\r\n\u202e\ud800${"\u4f60".repeat(1_000_000)}`;
    const advice = { check: "rights.granted", remediation: `grant it on ${id}` };
    const error = new InventoryError("NOT_FOUND", `GET /thing/${id} was not found`, { advice });
    for (const text of [error.message, String(error), error.toJSON().message, error.advice?.remediation ?? ""]) {
      expect(isHarmless(text)).toBe(true);
      expect(text.length).toBeLessThan(2100);
    }
    expect(error.message).toMatch(/^GET \/thing\/\ufffd\[31m.*\u2026.* was not found$/);
    expect(error.advice).toMatchObject({
      check: "rights.granted",
      remediation: expect.stringMatching(/^grant it on \ufffd/),
    });
  });

  test("passes through as it is", () => {
    const error = new InventoryError("RATE_LIMITED", "slow down");
    expect(asInventoryError(error)).toBe(error);
  });

  test("prints its code, message and request id, and never its cause", () => {
    const error = new InventoryError("UNAVAILABLE", "no answer", { requestId: "id-1", cause: new Error(secret) });
    expect(JSON.parse(JSON.stringify(error))).toEqual({ code: "UNAVAILABLE", message: "no answer", requestId: "id-1" });
    expect(JSON.parse(JSON.stringify(new InventoryError("INTERNAL", "x")))).toEqual({ code: "INTERNAL", message: "x" });
    expect(String(error)).toBe("InventoryError: no answer");
  });

  test("is what an aborted signal stands for, where the reason is ours", () => {
    const reason = new InventoryError("UNAUTHENTICATED", "refused");
    expect(abortError(AbortSignal.abort(reason))).toBe(reason);
    const ofCaller = abortError(AbortSignal.abort(new Error(secret)));
    expect(ofCaller.code).toBe("CANCELLED");
    expect(ofCaller.message).not.toContain(secret);
  });
});
