import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/http/answer.ts";
import type { OutgoingRequest, Send } from "../../../src/http/request.ts";
import { type ErrorCode, InventoryError } from "../../../src/inventory/errors.ts";
import { idsThenDetail } from "../../../src/listing/dialects/ids-then-detail.ts";
import type { ListedKind } from "../../../src/listing/kind.ts";
import { createOvhReader } from "../../../src/providers/ovh/client.ts";
import { fakeKind, fakeProvider, runOf } from "../../inventory/fake-provider.ts";

const base = new URL("https://eu.api.example.com/1.0");

/** What the host has of an item. */
type Fate = "there" | "gone" | "expired" | "forbidden" | "broken" | "another" | "message";
/** How the host answers one batch. */
type Manner =
  | "as it should"
  | "short"
  | "empty"
  | "duplicated"
  | "duplicated beside"
  | "swapped"
  | "shifted"
  | "wrong keys"
  | "no keys"
  | "strangers beside"
  | "error beside value"
  | "nulls"
  | "bare"
  | "no list"
  | "html"
  | ErrorCode;

interface Host {
  readonly entries: readonly unknown[];
  readonly fateOf: (id: string) => Fate;
  readonly manners: readonly Manner[];
}

interface Reading {
  readonly events: unknown;
  readonly requests: readonly OutgoingRequest[];
}

const isBatch = ({ headers }: OutgoingRequest): boolean => headers["X-Ovh-Batch"] === ",";

/** Reads the host's list through everything but the network, with batches or without. */
async function read(host: Host, asksInBatches: boolean): Promise<Reading> {
  const requests: OutgoingRequest[] = [];
  let batches = 0;
  const send: Send = async (request) => {
    requests.push(request);
    const path = request.url.pathname.slice("/1.0/thing".length);
    if (path === "") return answer(request, 200, host.entries);
    const ids = path.slice(1).split(",").map(decodeURIComponent);
    if (isBatch(request)) return batch(request, ids, host, host.manners[batches++ % host.manners.length]);
    return single(request, ids.join(","), host.fateOf(ids.join(",")));
  };
  const reader = createOvhReader({ send }, base, { asksInBatches });
  const kind = fakeKind({ list: idsThenDetail({ path: "/thing", detailPath: "/thing/{id}", idField: "id" }) });
  const list = (of: object, _scope: unknown, context: Parameters<typeof reader>[0]) =>
    (of as ListedKind).list.read({ values: {}, reader: reader(context), window: () => 4 });
  const { resources, scopes } = await runOf(fakeProvider({ kinds: [kind], list }));
  const outcomes = scopes.map(({ outcome, count, code, reason, warnings }) => ({
    outcome,
    count,
    code,
    reason,
    warnings,
  }));
  return { events: { resources, outcomes }, requests };
}

function answer({ label, accept = [] }: OutgoingRequest, status: number, document: unknown): Answer {
  if (status !== 200 && !accept.includes(status)) throw refused(codes[status] ?? "INVALID_RESPONSE", label);
  const body = new TextEncoder().encode(typeof document === "string" ? document : JSON.stringify(document));
  return { status, headers: new Headers(), body, requestId: undefined, label };
}

const codes: Readonly<Record<number, ErrorCode>> = { 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 500: "UNAVAILABLE" };

function refused(code: ErrorCode, label: string): InventoryError {
  return new InventoryError(code, `${label} was refused`);
}

function single(request: OutgoingRequest, id: string, fate: Fate): Answer {
  const statuses: Partial<Record<Fate, number>> = { gone: 404, expired: 460, forbidden: 403, broken: 500 };
  return answer(request, statuses[fate] ?? 200, detail(id, fate));
}

function detail(id: string, fate: Fate): unknown {
  if (fate === "there") return { id, name: `name of ${id}`, size: id.length };
  return fate === "another" ? { id: `${id}-2`, name: "another" } : { message: fate };
}

function batch(request: OutgoingRequest, ids: readonly string[], { fateOf }: Host, manner: Manner = "as it should") {
  const isValue = (fate: Fate): boolean => ["there", "another", "message"].includes(fate);
  const whole = ids.map((key) => {
    const [fate, said] = [fateOf(key), detail(key, fateOf(key))];
    return isValue(fate) ? { key, value: said, error: null } : { key, value: null, error: said };
  });
  const [first, ...rest] = whole as [(typeof whole)[number], ...typeof whole];
  const rotated = [...rest, first];
  switch (manner) {
    case "as it should":
      return answer(request, 200, whole);
    case "short":
      return answer(request, 200, rest);
    case "empty":
      return answer(request, 200, []);
    case "duplicated":
      return answer(request, 200, [first, first, ...rest.slice(1)]);
    case "duplicated beside":
      return answer(request, 200, [first, ...whole]);
    case "swapped":
    case "wrong keys":
      return answer(
        request,
        200,
        whole.map((entry, place) => ({ ...entry, value: rotated[place]?.value })),
      );
    case "shifted":
      return answer(request, 200, rotated);
    case "no keys":
      return answer(
        request,
        200,
        rotated.map(({ value, error }) => ({ value, error })),
      );
    case "strangers beside":
      return answer(request, 200, [{ key: "x-1", value: { id: "x-1", name: "a stranger" } }, null, 7, ...whole]);
    case "error beside value":
      return answer(
        request,
        200,
        whole.map((entry) => ({ ...entry, error: { message: "odd" } })),
      );
    case "nulls":
      return answer(
        request,
        200,
        whole.map(({ key }) => ({ key, value: null, error: null })),
      );
    case "bare":
      return answer(
        request,
        200,
        whole.map(({ value }) => value),
      );
    case "no list":
      return answer(request, 200, { message: "fine" });
    case "html":
      return answer(request, 200, "<html></html>");
    default:
      throw refused(manner, request.label);
  }
}

const manners: readonly Manner[] = [
  "as it should",
  "short",
  "empty",
  "duplicated",
  "duplicated beside",
  "swapped",
  "shifted",
  "wrong keys",
  "no keys",
  "strangers beside",
  "error beside value",
  "nulls",
  "bare",
  "no list",
  "html",
  "UNAUTHENTICATED",
  "PERMISSION_DENIED",
  "NOT_FOUND",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INVALID_RESPONSE",
];

const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => `thing-${place}.example`);
const hostOf = (entries: readonly unknown[], ...answered: Manner[]): Host => ({
  entries,
  fateOf: () => "there",
  manners: answered,
});

describe("details in batches", () => {
  test.each(manners)("are the same as without, where the host answers %s", async (manner) => {
    const host = hostOf(numbered(120), manner);
    const [together, alone] = [await read(host, true), await read(host, false)];
    expect(together.events).toEqual(alone.events);
  });

  test("are the same as without, whatever is listed and however batches are answered", async () => {
    const id = fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[a-z0-9.-]{1,40}$/) },
      fc.nat({ max: 30 }).map((number) => `thing-${number}`),
      fc.constantFrom(
        "a,b",
        "a/b",
        "a b",
        "\u00e9",
        "a%2Cb",
        "..",
        ".",
        ",",
        "x".repeat(300),
        "*",
        "{id}",
        "constructor",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    );
    const entry: fc.Arbitrary<unknown> = fc.oneof(
      { weight: 20, arbitrary: id },
      { weight: 4, arbitrary: id.map((one) => ({ id: one, name: "as listed" })) },
      fc.constantFrom<unknown>("", null, 7, 7.5, {}, [], "\ud800"),
    );
    const fates = fc.array(
      fc.constantFrom<Fate>("there", "there", "there", "gone", "expired", "forbidden", "broken", "another", "message"),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 200, size: "max" }),
        fc.boolean(),
        fates,
        fc.array(fc.constantFrom(...manners), { minLength: 1, maxLength: 6 }),
        async (entries, isWell, chosen, answered) => {
          const fateOf = (one: string): Fate => (isWell ? "there" : (chosen[one.length % chosen.length] ?? "there"));
          const host = { entries, fateOf, manners: answered };
          const [together, alone] = [await read(host, true), await read(host, false)];
          expect(together.events).toEqual(alone.events);
          for (const { url } of together.requests.filter(isBatch)) {
            expect(url.href.length).toBeLessThan(2_000);
            const ids = url.pathname.slice("/1.0/thing/".length).split(",");
            expect(ids.length).toBeLessThanOrEqual(50);
            expect(new Set(ids).size).toBe(ids.length);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  test("ask for 1,000 items in 21 requests, each item once", async () => {
    const { requests } = await read(hostOf(numbered(1000), "as it should"), true);
    expect(requests).toHaveLength(21);
    const asked = requests.filter(isBatch).flatMap(({ url }) => url.pathname.slice("/1.0/thing/".length).split(","));
    expect(asked).toEqual(numbered(1000));
  });

  test.each<[Manner, number]>([
    ["no list", 1],
    ["html", 1],
    ["bare", 1],
    ["empty", 1],
    ["NOT_FOUND", 1],
    ["INVALID_RESPONSE", 1],
    ["UNAVAILABLE", 1],
    ["UNAUTHENTICATED", 1],
    // A right may be missing for one of the items alone: this list is read item by item, and others are not.
    ["PERMISSION_DENIED", 1],
    // Says nothing about batches.
    ["RATE_LIMITED", 3],
  ])("that are answered with %s cost %i request(s) beside what is read without", async (manner, batches) => {
    const { requests } = await read(hostOf(numbered(120), manner), true);
    expect(requests.filter(isBatch)).toHaveLength(batches);
    expect(requests).toHaveLength(1 + batches + 120);
  });

  test("hold no id that would be read as another, or as several", async () => {
    const odd = ["a,b", "a/b", "a b", "\u00e9", "a%2Cb", "a:b", "a@b"];
    const { requests } = await read(hostOf([...odd, "c", "d"], "as it should"), true);
    const paths = requests.map(({ url }) => url.pathname.slice("/1.0/thing".length));
    expect(paths.slice(1).sort()).toEqual(["/c,d", ...odd.map((id) => `/${encodeURIComponent(id)}`)].sort());
  });

  test("stay below 2,000 characters, however long the ids are", async () => {
    const long = Array.from({ length: 60 }, (_, place) => `${"x".repeat(190)}${place}`);
    const { requests } = await read(hostOf(long, "as it should"), true);
    for (const { url } of requests) expect(url.href.length).toBeLessThan(2_000);
    expect(requests.length).toBeLessThan(10);
  });

  test("leave one item alone, and those of version 2", async () => {
    const { requests } = await read(hostOf(["a"], "as it should"), true);
    expect(requests.filter(isBatch)).toEqual([]);
    const reader = createOvhReader({ send: () => Promise.reject(new Error("asked")) }, base);
    const context = { signal: new AbortController().signal } as Parameters<typeof reader>[0];
    expect(await reader(context).readDetails?.("/v2/thing", ["a", "b"], {})).toEqual([]);
  });

  test("end where the run is cancelled", async () => {
    const { events } = await read(hostOf(numbered(10), "CANCELLED"), true);
    expect(events).toMatchObject({ outcomes: [{ outcome: "failed", code: "CANCELLED" }] });
  });
});
