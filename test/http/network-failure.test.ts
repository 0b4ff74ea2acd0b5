import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { networkRefusal } from "../../src/http/network-failure.ts";
import { openDoor, refusalOf } from "./open-door.ts";

const coded = (code: unknown, cause?: unknown) => Object.assign(new Error("10.1.2.3:443 refused", { cause }), { code });
/** `fetch` says only that it failed; why is in its cause. */
const fetchFailed = (cause: unknown) => new TypeError("fetch failed", { cause });

describe("a request that reached nobody", () => {
  test.each([
    ["ECONNREFUSED", "after-backoff"],
    ["ECONNRESET", "after-backoff"],
    ["ETIMEDOUT", "after-backoff"],
    ["EAI_AGAIN", "after-backoff"],
    ["UND_ERR_SOCKET", "after-backoff"],
    ["UND_ERR_CONNECT_TIMEOUT", "after-backoff"],
    ["ENOTFOUND", "never"],
    ["CERT_HAS_EXPIRED", "never"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "never"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "never"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "never"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "never"],
    ["HPE_INVALID_CONSTANT", "after-backoff", "got an answer that is no HTTP"],
  ])("%s: %s again", (code, again, what = "could not reach the provider") => {
    const refusal = networkRefusal(fetchFailed(coded(code)), "GET /thing");
    expect(refusal.again).toBe(again);
    expect(refusal.error).toMatchObject({ code: "UNAVAILABLE", message: `GET /thing ${what} (${code})` });
  });

  test("with several addresses is named after the first failure", () => {
    const several = new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")], "10.1.2.3");
    expect(networkRefusal(fetchFailed(several), "GET /thing").error.message).toContain("(ECONNREFUSED)");
  });

  test.each<[string, unknown]>([
    ["no cause", fetchFailed(undefined)],
    ["a cause without a code", fetchFailed(new Error("https://api.test/?key=secret"))],
    ["a code that is no word", fetchFailed(coded("see https://api.test/?key=secret"))],
    ["a code that is no text", fetchFailed(coded(20))],
    ["an empty aggregate", fetchFailed(new AggregateError([]))],
    ["something that is no error", "secret"],
    ["a cause that is its own cause", selfCaused()],
  ])("%s is final, and says nothing of it", (_, thrown) => {
    const { error, again } = networkRefusal(thrown, "GET /thing");
    expect(again).toBe("never");
    expect(error.code).toBe("INVALID_RESPONSE");
    expect(error.message).toBe("GET /thing got no usable answer, and nothing tells why");
  });

  test("because of a port that no request may go to says so, and that it was not sent", async () => {
    const error = await refusalOf(openDoor().get("http://127.0.0.1:9/thing"));
    expect(error).toMatchObject({ code: "UNAVAILABLE", advice: { check: "provider.reachable" } });
    expect(error.message).toBe("GET /thing was not sent: its address has a port that no request may go to");
  });

  test("because nobody listens is tried again, and the address is not told", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { get, authorizer } = openDoor({ limits: { maxAttempts: 3 } });
    const error = await refusalOf(get(`http://127.0.0.1:${port}/thing`));
    expect(error).toMatchObject({ code: "UNAVAILABLE" });
    expect(error.message).toBe("GET /thing could not reach the provider (ECONNREFUSED), on each of 3 attempts");
    expect(authorizer.authorized).toHaveLength(3);
  });
});

function selfCaused(): Error {
  const error: Error & { cause?: unknown } = new Error("round and round");
  error.cause = error;
  return error;
}

test("where nothing of the provider was reached, the advice is about the way to it", () => {
  const refused = Object.assign(new Error("fetch failed"), {
    cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
  });
  expect(networkRefusal(refused, "GET /thing").error.advice).toMatchObject({
    check: "provider.reachable",
    remediation: expect.stringMatching(/network/),
  });
});
