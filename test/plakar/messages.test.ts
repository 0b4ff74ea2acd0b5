import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { detailsText } from "../../src/hosts/plakar/details.ts";
import { createIdleExit } from "../../src/hosts/plakar/idle-exit.ts";
import { decodeInitRequest, encodeListResponse } from "../../src/hosts/plakar/messages.ts";
import { failedPrecondition, statusOf } from "../../src/hosts/plakar/status.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { fields, initRequest } from "./grpc.ts";

const entry: Resource = {
  urn: "urn:a",
  kind: "ovh.cloud.instance",
  class: "compute",
  subclass: "",
  name: "é",
  country: "FR",
  service: "s",
  resource: "r",
  tags: ["k=v"],
  endpoints: [{ type: "host", endpoint: "h", attributes: { a: "b" } }],
  details: { provider: "ovh", protection: [], relations: [], attributes: {} },
};

test("an entry is these bytes, counted by hand from the protocol's field numbers", () => {
  const text = (value: string): string => Buffer.from(value).toString("hex");
  const body = [
    `0a07${text("compute")}`, // class = 1
    `1a03${text("k=v")}`, // tags = 3
    `2205${text("urn:a")}`, // urn = 4
    "2a02c3a9", // name = 5, in UTF-8
    `3a01${text("s")}`, // service = 7
    `4201${text("r")}`, // resource = 8
    `4a41${text('{"provider":"ovh","protection":[],"relations":[],"attributes":{}}')}`, // details = 9
    `5211${`0a04${text("host")}`}${`1201${text("h")}`}${`1a060a01${text("a")}1201${text("b")}`}`, // endpoints = 10, attributes = 3
    `5a02${text("FR")}`, // country = 11
  ].join("");
  expect(encodeListResponse(entry).toString("hex")).toBe(`0a${(body.length / 2).toString(16)}${body}`);
});

test("a text is its UTF-8, whatever its length and wherever it leaves ASCII", () => {
  const unit = fc.constantFrom("a", "~", "\u007f", "\u0080", "é", "\u07ff", "\uffff", "\ud800", "😀");
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), (name) => {
      const inner = fields(fields(encodeListResponse({ ...entry, name })).get(1)?.[0] ?? Buffer.alloc(0));
      expect(inner.get(5)?.[0]?.toString("hex")).toBe(Buffer.from(name).toString("hex"));
      expect(inner.get(7)?.[0]?.toString()).toBe("s");
    }),
  );
});

test("what is empty is left out", () => {
  const bare = { ...entry, name: "", tags: [], endpoints: [{ type: "host", endpoint: "", attributes: {} } as const] };
  const { country: _, ...withoutCountry } = bare;
  const inner = fields(fields(encodeListResponse(withoutCountry)).get(1)?.[0] ?? Buffer.alloc(0));
  expect([...inner.keys()]).toEqual([1, 4, 7, 8, 9, 10]);
  expect([...fields(inner.get(10)?.[0] ?? Buffer.alloc(0)).keys()]).toEqual([1]);
});

describe("InitRequest", () => {
  test("is a map of strings, with what is unknown skipped", () => {
    const unknown = Buffer.from([0x10, 0x96, 0x01, 0x1a, 0x01, 0x61, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2d, 1, 2, 3, 4]);
    const request = Buffer.concat([unknown, initRequest({ endpoint: "ovh-eu", kinds: "" })]);
    expect(decodeInitRequest(request)).toEqual({ endpoint: "ovh-eu", kinds: "" });
    expect(decodeInitRequest(Buffer.alloc(0))).toEqual({});
  });

  test.each([[[0x0a]], [[0x0a, 0x05, 0x01]], [[0x0b]], [Array(12).fill(0xff)]])("refuses %j", (bytes) => {
    expect(() => decodeInitRequest(Buffer.from(bytes))).toThrow("the message is not valid protobuf");
  });
});

describe("details", () => {
  const written = (attributes: Resource["details"]["attributes"], relations: Resource["details"]["relations"] = []) =>
    detailsText({ ...entry.details, attributes, relations });

  test("are the resource's own as JSON", () => {
    expect(JSON.parse(written({ flavour: "b" }))).toMatchObject({ attributes: { flavour: "b" } });
  });

  test("stay under 64 KiB, whatever a provider says", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      type: "has-volume" as const,
      urn: `urn:${"v".repeat(20)}${index}`,
    }));
    expect(JSON.parse(written({ long: "x".repeat(70_000) }))).toMatchObject({ attributes: {} });
    expect(written({ long: "x".repeat(70_000) }, many).length).toBeLessThan(64 * 1024);
  });
});

describe("a status", () => {
  test.each([
    ["NOT_FOUND", 9],
    ["CANCELLED", 10],
    ["INTERNAL", 13],
  ] as const)("of %s is %d", (code, number) => {
    expect(statusOf(new InventoryError(code, "why"))).toEqual({ code: number, details: "why" });
  });

  test.each([
    ["UNAUTHENTICATED", 16, "credential.accepted"],
    ["PERMISSION_DENIED", 7, "rights.granted"],
    ["INVALID_CONFIG", 3, "config.form"],
    ["RATE_LIMITED", 8, "provider.reachable"],
    ["UNAVAILABLE", 2, "provider.reachable"],
    ["INVALID_RESPONSE", 2, "provider.reachable"],
  ] as const)("of %s is %d, and says where that is explained", (code, number, check) => {
    const details = `why (docs/preflight.md#${check.replace(".", "")})`;
    expect(statusOf(new InventoryError(code, "why"))).toEqual({ code: number, details, check });
    expect(statusOf(new InventoryError(code, "x".repeat(2000))).details).toMatch(/^x{900,}…\s\(docs.*\)$/);
    expect(statusOf(new InventoryError(code, "x".repeat(2000))).details).toHaveLength(1000);
  });

  test("says what to do, where that is explained, and which check looks for the cause", () => {
    const advice = { check: "credential.expiry", remediation: "make another key" };
    expect(statusOf(new InventoryError("UNAUTHENTICATED", "the key has expired", { advice }))).toEqual({
      code: 16,
      details: "the key has expired; make another key (docs/preflight.md#credentialexpiry)",
      check: "credential.expiry",
    });
    const { details } = statusOf(new InventoryError("UNAUTHENTICATED", "x".repeat(2000), { advice }));
    expect(details).toHaveLength(1000);
    expect(details).toMatch(/x…; make another key \(docs\/preflight\.md#credentialexpiry\)$/);
    const endless = { check: "credential.expiry", remediation: "m".repeat(2000) };
    const { details: both } = statusOf(new InventoryError("UNAUTHENTICATED", "x".repeat(2000), { advice: endless }));
    expect(both).toHaveLength(1000);
  });

  test("holds no character that could harm a terminal, whoever names it", () => {
    const name = "a\u001b[31m\r\n\u202eb\ud800";
    const safe = "a\ufffd[31m\ufffd\ufffd\ufffdb\ufffd";
    const advice = { check: "rights.granted", remediation: `grant ${name}` };
    expect(failedPrecondition(name).details).toBe(safe);
    expect(statusOf(new InventoryError("NOT_FOUND", name)).details).toBe(safe);
    expect(statusOf(new InventoryError("PERMISSION_DENIED", name, { advice })).details).toBe(
      `${safe}; grant ${safe} (docs/preflight.md#rightsgranted)`,
    );
  });

  test("says at most 1,000 characters, and nothing of a stranger's text", () => {
    expect(failedPrecondition(`${"x".repeat(998)}😀😀`).details).toHaveLength(1000);
    expect(encodeURI(failedPrecondition(`${"x".repeat(998)}😀😀`).details)).toContain("x%");
    expect(statusOf(new Error("planted")).details).not.toContain("planted");
  });
});

test("a refused plugin leaves after its grace period unless it is called again", () => {
  vi.useFakeTimers();
  const exit = vi.fn();
  const idleExit = createIdleExit(30_000, exit);
  idleExit.arm();
  vi.advanceTimersByTime(29_000);
  idleExit.disarm();
  vi.advanceTimersByTime(60_000);
  expect(exit).not.toHaveBeenCalled();
  idleExit.arm();
  vi.advanceTimersByTime(30_000);
  expect(exit).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
