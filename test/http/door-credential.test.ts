import { describe, expect, test } from "vitest";
import type { Classify } from "../../src/http/refusal.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import { openDoor, refusalOf, token } from "./open-door.ts";
import { rest, script, startServer, until } from "./server.ts";

/** A provider that says when a credential is stale. */
const classify: Classify = ({ status }) =>
  status === 400
    ? { error: new InventoryError("UNAUTHENTICATED", "the token is stale"), again: "after-renewal" }
    : undefined;
const stale = { status: 400 };

describe("a credential", () => {
  test("gets ready once for a request, and authorizes each of its attempts on the final URL", async () => {
    const server = await startServer(script({ status: 503 }, { status: 503 }, {}));
    let attempts = 0;
    const { get, authorizer } = openDoor({
      authorizer: { authorize: async () => ({ "x-attempt": String(++attempts) }) },
    });
    await get(`${server.origin}/thing?page=2&order=a%20b`);
    expect(authorizer.prepared).toEqual([false]);
    expect(authorizer.authorized).toEqual(Array(3).fill(`${server.origin}/thing?page=2&order=a%20b`));
    expect(server.requests.map(({ headers, url }) => [headers["x-attempt"], url])).toEqual([
      ["1", "/thing?page=2&order=a%20b"],
      ["2", "/thing?page=2&order=a%20b"],
      ["3", "/thing?page=2&order=a%20b"],
    ]);
  });

  test("that is stale is renewed and tried again at once", async () => {
    const server = await startServer(script(stale, {}));
    const { get, authorizer } = openDoor({ classify });
    expect((await get(`${server.origin}/thing`)).status).toBe(200);
    expect(authorizer.prepared).toEqual([false, true]);
  });

  test("is renewed once and no more", async () => {
    const server = await startServer(script(stale, { status: 503 }, stale, {}));
    const { get, authorizer } = openDoor({ classify });
    const error = await refusalOf(get(`${server.origin}/thing`));
    expect(error).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(authorizer.prepared).toEqual([false, true]);
    expect(server.requests).toHaveLength(3);
  });

  test("is renewed once for all that were refused with it, also for those who hear of it late", async () => {
    let isRenewed = false;
    const server = await startServer(async (response, { headers }, number) => {
      if (number === 3) await until(() => isRenewed);
      response.writeHead(headers["x-token"] === "old" ? 400 : 200).end();
      isRenewed ||= headers["x-token"] === "new";
    });
    const { get, authorizer } = openDoor({
      classify,
      authorizer: { authorize: async () => ({ "x-token": authorizer.prepared.includes(true) ? "new" : "old" }) },
    });
    const [one, two, late] = await Promise.all(Array.from({ length: 3 }, () => get(`${server.origin}/thing`)));
    expect([one, two, late].map((answer) => answer?.status)).toEqual([200, 200, 200]);
    expect(server.requests).toHaveLength(6);
    // Two were refused at the same moment, and what they ask for is for the credential to share; the third was late.
    expect(authorizer.prepared.filter((renew) => renew).length).toBeLessThanOrEqual(2);
  });

  test("that cannot get ready sends nothing", async () => {
    const server = await startServer(script({}));
    const refused = new InventoryError("UNAUTHENTICATED", "no token");
    const { get, traffic } = openDoor({ authorizer: { prepare: () => Promise.reject(refused) } });
    expect(await refusalOf(get(`${server.origin}/thing`))).toBe(refused);
    expect(server.requests).toHaveLength(0);
    expect(traffic.requests).toBe(0);
  });

  test("that refuses to authorize sends nothing, and is not asked again", async () => {
    const server = await startServer(script({}));
    const refused = new InventoryError("INVALID_CONFIG", "no key for this region");
    const { get, authorizer } = openDoor({ authorizer: { authorize: () => Promise.reject(refused) } });
    expect(await refusalOf(get(`${server.origin}/thing`))).toBe(refused);
    expect(authorizer.authorized).toHaveLength(1);
    expect(server.requests).toHaveLength(0);
  });

  test("authorizes while the slot is held, so that a signature is not old when it is sent", async () => {
    const server = await startServer(async (response) => {
      await rest();
      response.end();
    });
    let open = 0;
    let most = 0;
    const { get } = openDoor({
      limits: { maxInFlight: 2 },
      authorizer: {
        async authorize() {
          most = Math.max(most, ++open);
          await rest();
          open -= 1;
          return {};
        },
      },
    });
    await Promise.all(Array.from({ length: 6 }, () => get(`${server.origin}/thing`)));
    expect(most).toBe(2);
  });

  test("is told what the request is for", async () => {
    const server = await startServer(script({}));
    const audience = { region: "north", project: "p1" };
    const seen: unknown[] = [];
    const { get } = openDoor({
      authorizer: {
        async prepare(_send, _context, _renew, request) {
          seen.push(request.audience);
        },
        async authorize(request) {
          seen.push(request.audience, request.method);
          return {};
        },
      },
    });
    await get(`${server.origin}/thing`, { audience });
    expect(seen).toEqual([audience, audience, "GET"]);
  });
});

describe("an anonymous request", () => {
  test("carries its own headers and no credential, also when it is tried again", async () => {
    const server = await startServer(script({ status: 503 }, stale, {}));
    const { get, authorizer } = openDoor({ classify });
    await get(`${server.origin}/time`, { anonymous: true, headers: { "x-own": "1" } });
    expect(authorizer).toMatchObject({ prepared: [], authorized: [] });
    expect(server.requests).toHaveLength(3);
    for (const { headers } of server.requests) {
      expect(headers["x-own"]).toBe("1");
      expect(JSON.stringify(headers)).not.toContain(token);
    }
  });
});
