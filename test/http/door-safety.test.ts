import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { openDoor, refusalOf, token } from "./open-door.ts";
import { type Handler, rest, script, startServer, until } from "./server.ts";
import { steppedClock } from "./stepped-clock.ts";

describe("a redirect", () => {
  test.each([301, 302, 307, 308])("%i is never followed: no header reaches the other origin", async (status) => {
    const other = await startServer(script({}));
    const server = await startServer(script({ status, headers: { location: `${other.origin}/thing` } }));
    const error = await refusalOf(openDoor().get(`${server.origin}/thing`));
    expect(error.code).toBe("INVALID_RESPONSE");
    expect(error.message).toBe("GET /thing was answered with a redirect, which is never followed");
    expect(error.message).not.toContain(other.origin);
    await rest();
    expect(other.requests).toHaveLength(0);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a body over the cap", () => {
  const limits = { maxBodyBytes: 1024 * 1024 };
  const whole = Buffer.alloc(limits.maxBodyBytes, "a");
  const larger = Buffer.alloc(limits.maxBodyBytes + 1, "a");
  const gzip = (body: Buffer) => ({ headers: { "content-encoding": "gzip" }, body: gzipSync(body) });

  test.each([
    { what: "as it is", answer: { body: larger } },
    { what: "small on the wire", answer: gzip(Buffer.alloc(50 * limits.maxBodyBytes)) },
    { what: "of a refusal", answer: { status: 500, body: larger } },
  ])("is not read on, and the message names the setting: $what", async ({ answer }) => {
    const server = await startServer(script(answer));
    const error = await refusalOf(openDoor({ limits }).get(`${server.origin}/thing`));
    expect(error.code).toBe("INVALID_RESPONSE");
    expect(error.message).toBe(
      "GET /thing was answered with more than 1 MiB; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit",
    );
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    { what: "as it is", answer: { body: whole } },
    { what: "compressed", answer: gzip(whole) },
  ])("one byte less is read: $what", async ({ answer }) => {
    const server = await startServer(script(answer));
    const { body } = await openDoor({ limits }).get(`${server.origin}/thing`);
    expect(Buffer.compare(Buffer.from(body), whole)).toBe(0);
  });

  test("no body at all is an empty one", async () => {
    const server = await startServer(script({ status: 204, body: "" }));
    expect((await openDoor().get(`${server.origin}/thing`)).body).toHaveLength(0);
  });
});

describe("a body of more values than its size allows", () => {
  const limits = { maxBodyBytes: 1024 * 1024 };
  const overfull =
    /^GET \/thing was answered with more than 65536 values; CLOUD_INVENTORY_MAX_BODY_MIB raises the limit$/;

  test.each<[string, string]>([
    ["empty objects", `[${"{},".repeat(70_000)}{}]`],
    ["nested lists", "[".repeat(70_000)],
    ["nested objects", '{"a":'.repeat(70_000)],
    ["numbers", `[${"1,".repeat(70_000)}1]`],
    ["keys of one object", `{${Array.from({ length: 70_000 }, (_, key) => `"${key}":1`).join()}}`],
    ["one key, again and again", `{${'"__proto__":1,'.repeat(70_000)}"a":1}`],
    ["values behind a text that is full of quotes", `["${'\\"'.repeat(1000)}",${"1,".repeat(70_000)}1]`],
  ])("is not parsed, and the message names the setting: %s", async (_, body) => {
    const server = await startServer(script({ body }));
    const error = await refusalOf(openDoor({ limits }).get(`${server.origin}/thing`));
    expect(error.code).toBe("INVALID_RESPONSE");
    expect(error.message).toMatch(overfull);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["commas and brackets in a text", JSON.stringify(['[{,"\\'.repeat(100_000)])],
    ["as many values as it may have", `[${"1,".repeat(65_534)}1]`],
  ])("is no body with %s", async (_, body) => {
    const server = await startServer(script({ body }));
    expect((await openDoor({ limits }).get(`${server.origin}/thing`)).body).toHaveLength(Buffer.byteLength(body));
  });

  test("lets a hundred thousand real items through by default", async () => {
    const item = {
      id: "b1946ac9-2d5c-4f1b-9c1a-0123456789ab",
      name: "data",
      size: 10,
      tags: ["a"],
      at: { zone: null },
    };
    const body = JSON.stringify(Array.from({ length: 100_000 }, () => item));
    const server = await startServer(script({ body }));
    expect((await openDoor().get(`${server.origin}/thing`)).body).toHaveLength(body.length);
  });

  test("is kept in its beginning alone where it is a refusal's: the status says what happened", async () => {
    const server = await startServer(script({ status: 403, body: `{"message":"no"}${"[".repeat(900_000)}` }));
    let seen = 0;
    const classify = ({ body }: { readonly body: Uint8Array }) => {
      seen = body.length;
      return undefined;
    };
    const error = await refusalOf(openDoor({ limits, classify }).get(`${server.origin}/thing`));
    expect(error.code).toBe("PERMISSION_DENIED");
    expect(seen).toBe(256 * 1024);
  });
});

describe("an attempt that takes too long", () => {
  test.each<[string, Handler]>([
    ["without an answer", () => {}],
    ["in the middle of the body", (response) => void response.write("{")],
  ])("is ended and tried again: %s", async (_, handler) => {
    const server = await startServer(handler);
    const { get, authorizer } = openDoor({ limits: { attemptTimeoutMs: 30, maxAttempts: 2 } });
    const error = await refusalOf(get(`${server.origin}/thing`));
    expect(error.code).toBe("UNAVAILABLE");
    expect(error.message).toBe("GET /thing gave no whole answer within 0.03 s, on each of 2 attempts");
    expect(authorizer.authorized).toHaveLength(2);
  });
});

describe("an aborted run", () => {
  const mine = new InventoryError("UNAUTHENTICATED", "refused elsewhere");

  test("ends a request in flight, and closes its connection", async () => {
    const run = new AbortController();
    let closed = false;
    const server = await startServer((response) => {
      response.once("close", () => {
        closed = true;
      });
      response.write("{");
      run.abort(mine);
    });
    expect(await refusalOf(openDoor().get(`${server.origin}/thing`, {}, run.signal))).toBe(mine);
    await until(() => closed);
    expect(server.requests).toHaveLength(1);
  });

  test("ends a request that waits for its next attempt", async () => {
    const run = new AbortController();
    const server = await startServer(script({ status: 503 }, {}));
    const clock = steppedClock();
    const asked = refusalOf(openDoor({ clock }).get(`${server.origin}/thing`, {}, run.signal));
    await until(() => clock.waiting.length === 1);
    run.abort();
    expect(await asked).toMatchObject({ code: "CANCELLED", message: "the run was cancelled" });
    expect(server.requests).toHaveLength(1);
  });

  test("ends a request that queues for a slot: it is never sent", async () => {
    const run = new AbortController();
    let open = (): void => {};
    const server = await startServer((response) => {
      open = () => void response.end();
    });
    const { get, authorizer } = openDoor({ limits: { maxInFlight: 1 } });
    const one = get(`${server.origin}/one`);
    const two = refusalOf(get(`${server.origin}/two`, {}, run.signal));
    await until(() => server.requests.length === 1);
    run.abort(mine);
    open();
    expect(await two).toBe(mine);
    await one;
    expect(authorizer.authorized).toEqual([`${server.origin}/one`]);
  });

  test("sends nothing when it is aborted while the request is authorized", async () => {
    const run = new AbortController();
    const server = await startServer(() => {});
    const authorize = async () => {
      run.abort(mine);
      return {};
    };
    const { get } = openDoor({ authorizer: { authorize } });
    expect(await refusalOf(get(`${server.origin}/thing`, {}, run.signal))).toBe(mine);
    expect(server.requests).toHaveLength(0);
  });

  test("sends nothing where it was aborted before", async () => {
    const server = await startServer(script({}));
    const { get, traffic } = openDoor();
    const error = await refusalOf(get(`${server.origin}/thing`, {}, AbortSignal.abort()));
    expect(error.code).toBe("CANCELLED");
    expect(traffic.requests).toBe(0);
    expect(server.requests).toHaveLength(0);
  });
});

describe("a request id", () => {
  const requestIdHeaders = ["x-first", "x-second"];
  test.each<[Record<string, string>, string | undefined]>([
    [{ "x-first": "EU.ext-1.66a/b_c:d=+" }, "EU.ext-1.66a/b_c:d=+"],
    [{ "x-first": "one", "x-second": "two" }, "one"],
    [{ "x-second": "two" }, "two"],
    [{ "x-first": "<script>", "x-second": "two" }, "two"],
    [{ "x-first": "two words" }, undefined],
    [{ "x-first": "a".repeat(129) }, undefined],
    [{ "x-first": "" }, undefined],
    [{}, undefined],
  ])("of %j is %j, in an answer and in an error", async (headers, requestId) => {
    const server = await startServer(script({ headers }, { headers, status: 404 }));
    const { get } = openDoor({ requestIdHeaders });
    expect((await get(`${server.origin}/thing`)).requestId).toBe(requestId);
    expect((await refusalOf(get(`${server.origin}/thing`))).requestId).toBe(requestId);
  });
});

describe("an error never carries a secret", () => {
  const secret = "planted-secret-4711";
  const body = JSON.stringify({ message: secret });
  test.each<{ what: string; handler: Handler; header?: string }>([
    ...[302, 400, 401, 403, 404, 429, 500].map((status) => ({
      what: `status ${status}`,
      handler: script({ status, body, headers: { location: `http://${secret}.test/`, "retry-after": secret } }),
    })),
    { what: "a connection that is reset", handler: script({ reset: true }) },
    { what: "a body that is cut", handler: script({ cut: true, body }) },
    { what: "a body that is no gzip", handler: script({ headers: { "content-encoding": "gzip" }, body }) },
    { what: "an answer that is no HTTP", handler: (response) => void response.socket?.end(`${secret}\r\n\r\n`) },
    { what: "a header that cannot be sent", handler: script({}), header: `${secret}\n${secret}` },
  ])("$what", async ({ handler, header = secret }) => {
    const server = await startServer(handler);
    const { get } = openDoor({ limits: { maxAttempts: 2 } });
    const error = await refusalOf(
      get(`${server.origin}/thing?key=${secret}`, {
        method: "POST",
        idempotent: true,
        headers: { "x-key": header },
        body,
      }),
    );
    for (const text of [error.message, String(error), JSON.stringify(error), JSON.stringify({ error })]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(token);
      expect(text).not.toContain("127.0.0.1");
    }
  });
});
