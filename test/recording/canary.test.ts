import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import type { Answer } from "../../src/http/answer.ts";
import type { OutgoingRequest } from "../../src/http/request.ts";
import { createScrubber } from "../../src/recording/scrub-answer.ts";
import { createStandIns } from "../../src/recording/stand-ins.ts";
import { newTally } from "../../src/recording/tally.ts";
import { scrubUrl } from "../../src/recording/urls.ts";
import { secretFields } from "../../src/recording/vendor-words.gen.ts";
import { rowsOf } from "../rows.ts";
import { type Seen, seenOn } from "./seen.ts";

const standIns = createStandIns(new Uint8Array(32).fill(7));
const scrub = createScrubber(standIns);

let emulator: Emulator;
let seen: readonly Seen[];
beforeAll(async () => {
  emulator = await startEmulator({
    ovhProjects: 1,
    ovhRegions: 3,
    scalewayProjects: 1,
    zones: 1,
    scalewayBearer: "owner",
    faults: [
      {
        match: "/instance/v1/zones/pl-waw-1/servers",
        status: 403,
        body: { message: "no", type: "permissions_denied" },
      },
    ],
  });
  seen = await seenOn(emulator);
});
afterAll(() => emulator.close());

// What customers' values look like: each in the place of every text.
const canaries: Readonly<Record<string, string>> = {
  sentence: "Canary of 7f3a9c, Ltd.",
  word: "canary7f3a9c",
  capitals: "CANARY-7F3A9C",
  host: "db.canary-7f3a9c.test",
  address: "203.0.113.77",
  "IPv6 address": "2001:db8:7f3a:9c::77",
  mail: "canary@7f3a9c.test",
  link: "https://canary.test/7f3a9c?token=7f3a9c",
  telephone: "+33612345678",
  digits: "33612345678",
  id: "7f3a9c00-1111-4222-8333-7f3a9c444444",
  "hexadecimal id": "7f3a9c7f3a9c7f3a9c7f3a9c7f3a9c00",
  key: "SCW7F3A9CCANARY00000",
  urn: "urn:v1:eu:resource:vps:canary7f3a9c.test",
  owner: "7f3a9c00-1111-4222-8333-7f3a9c444444:canary7f3a9c",
  certificate: "-----BEGIN PRIVATE KEY-----\n7f3a9cCANARY\n-----END PRIVATE KEY-----",
  "date and more": "2025-01-02T03:04:05.336123456Z",
  "access path": "/canary7f3a9c/*",
};
const traces = /canary|7f3a|203\.0\.113|33612345678|336123|PRIVATE KEY/i;
const number = 33_612_345_678;

/** The value with canaries in place of all texts and numbers, and among the keys. */
function planted(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (typeof value === "number") return number;
  if (Array.isArray(value)) return value.map((item) => planted(item, text));
  if (value === null || typeof value !== "object") return value;
  const own = Object.entries(value).map(([name, inner]) => [name, planted(inner, text)]);
  return {
    ...Object.fromEntries(own),
    canaryKey7f3a9c: text,
    [text]: true,
    description: [text],
    tags: { [text]: text },
  };
}

function plantedAnswer({ answer }: Seen, text: string): Answer {
  const body = new TextDecoder().decode(answer.body);
  const headers = new Headers([...answer.headers.keys()].map((name) => [name, text.replaceAll("\n", " ")]));
  return { ...answer, headers, requestId: text, body: new TextEncoder().encode(plantedBody(body, text)) };
}

function plantedBody(body: string, text: string): string {
  if (!body.startsWith("<")) return body === "" ? text : JSON.stringify(planted(JSON.parse(body), text));
  const safe = text.replace(/[<>&]/g, "");
  return body
    .replace(/>([^<>]+)</g, `>${safe}<`)
    .replace(/<Owner>/, `<Owner canary="7f3a9c"><canary7f3a9c>${safe}</canary7f3a9c>`);
}

/** The request with canaries in place of ids, in its query, its headers and its body. */
function plantedRequest({ request }: Seen, text: string): OutgoingRequest {
  const url = new URL(request.url);
  const form = scrubUrl(url, standIns).form.split("/");
  const prefix = url.pathname.split("/").length - form.length;
  url.pathname = url.pathname
    .split("/")
    .map((segment, index) => (/^[*@]$/.test(form[index - prefix] ?? "") ? encodeURIComponent(text) : segment))
    .join("/");
  for (const name of [...url.searchParams.keys()]) url.searchParams.set(name, text);
  const headers = { Authorization: text, "X-Auth-Token": text, "X-Pagination-Cursor": text };
  const audience = request.audience === undefined ? {} : { audience: { region: "fr-par", project: text } };
  return { ...request, url, headers, body: text, label: text, ...audience };
}

describe("no canary comes through", () => {
  test("and each form of answer was seen", () => {
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen.map(({ answer }) => answer.status))).toEqual(new Set([200, 403, 404]));
    expect(seen.some(({ answer }) => new TextDecoder().decode(answer.body).startsWith("<"))).toBe(true);
  });

  test.each(Object.entries(canaries))("that is planted as the %s of everything", (_name, text) => {
    for (const one of seen) {
      const recorded = JSON.stringify(scrub(plantedRequest(one, text), plantedAnswer(one, text), newTally()));
      const trace = traces.exec(recorded);
      expect(
        trace && `${one.request.label}: ${recorded.slice(Math.max(0, trace.index - 120), trace.index + 40)}`,
      ).toBeNull();
    }
  });
});

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** An object with one value at a dotted path. */
function nested(path: string, value: unknown): unknown {
  return path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

test("nothing is kept of a field that the tables call secret: not the text, nor its length, nor that two are alike", () => {
  for (const [route, fields] of Object.entries(secretFields)) {
    const path = route.replaceAll("*", "abc").replaceAll("@", "GRA");
    for (const [below, field] of fields.flatMap((name) => [["", name] as const, ["/abc", name] as const])) {
      const request = {
        method: "GET",
        url: new URL(`https://cloud.test${path}${below}`),
        headers: {},
        label: "",
      } as const;
      const told = [["active", 12, true], { state: "active" }, "active", 12, true].map((value) => {
        const body = encoded([nested(field, value)]);
        const answer = { status: 200, headers: new Headers(), body, requestId: undefined, label: "" };
        return JSON.stringify(scrub(request, answer, newTally()).response.body);
      });
      const blanks = [[], {}, "(secret)", 0, false].map((blank) => JSON.stringify([nested(field, blank)]));
      expect([route, field, ...told]).toEqual([route, field, ...blanks]);
    }
  }
});

test("each route that a row asks keeps its words: nothing of a vendor's path is taken for an id", async () => {
  for (const id of ["ovh", "scaleway", "ovh-data-platform"]) {
    for (const row of await rowsOf(id)) {
      for (const { path } of row.list.calls.filter((call) => call.path.startsWith("/"))) {
        const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
          /locality|region|zone/.test(name) ? "fr-par-1" : "abc-1",
        );
        const { route } = scrubUrl(new URL(filled, "https://cloud.test"), standIns);
        expect(route.replace(/\{\w+\}/g, "{}")).toBe(path.replace(/\{\w+\}/g, "{}"));
      }
    }
  }
});
