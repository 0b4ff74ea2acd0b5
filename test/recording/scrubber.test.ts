import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifierOf } from "../../src/providers/ovh/errors.ts";
import { type AnswerPlace, mostItems, scrubValue } from "../../src/recording/scrub-value.ts";
import { scrubXml } from "../../src/recording/scrub-xml.ts";
import { createStandIns } from "../../src/recording/stand-ins.ts";
import { newTally } from "../../src/recording/tally.ts";
import { scrubUrl } from "../../src/recording/urls.ts";
import { fieldNames } from "../../src/recording/vendor-words.gen.ts";

const key = new Uint8Array(32).fill(1);
const standIns = createStandIns(key);
const placeOf = (more: Partial<AnswerPlace> = {}): AnswerPlace => ({
  standIns,
  tally: newTally(),
  isRefusal: false,
  places: new Set(),
  secrets: [],
  rootField: "",
  ...more,
});

const hexadecimal = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const forms = {
  uuid: { values: fc.uuid(), form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  "OVHcloud's project id": { values: hexadecimal(32), form: /^([0-9a-f]{32}|\d{15})$/ },
  "number as a text": { values: fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String), form: /^\d{15}$/ },
  "IPv4 address": { values: fc.ipV4(), form: /^2[45]\d(\.\d{1,3}){3}$/ },
  "IPv6 address": { values: fc.ipV6().filter((text) => !text.includes(".")), form: /^2001:db8(:[0-9a-f]{4}){6}$/ },
  "mail address": {
    values: fc.emailAddress().filter((text) => !/[:/]/.test(text)),
    form: /^x[0-9a-f]{16}@mail\.example$/,
  },
  "host name": { values: fc.domain(), form: /^h[0-9a-f]{16}\.example$/ },
  link: { values: fc.webUrl(), form: /^https?:\/\/h[0-9a-f]{16}\.example\/$/ },
} as const;

describe("a stand-in", () => {
  test.each(Object.entries(forms))("has the form of what it stands for: %s", (_name, { values, form }) => {
    fc.assert(
      fc.property(fc.oneof(values as fc.Arbitrary<string>), (text) => {
        expect(standIns.of(text)).toMatch(form);
      }),
    );
  });

  test("is the same for the same value, differs for others, and differs from run to run", () => {
    const other = createStandIns(new Uint8Array(32).fill(2));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
        expect(standIns.of(one)).toBe(createStandIns(key).of(one));
        if (one !== two) expect(standIns.of(one)).not.toBe(standIns.of(two));
        expect(other.of(one)).not.toBe(standIns.of(one));
      }),
      { examples: [["a", "A"]] },
    );
  });

  test("is the same for an id as a number and as a text", () => {
    fc.assert(
      fc.property(fc.nat(), (id) => {
        expect(String(standIns.ofNumber(id))).toBe(standIns.of(String(id)));
      }),
    );
  });

  test("of a date keeps the order and the form", () => {
    const dates = fc.date({ min: new Date("2001-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, dates, (one, two) => {
        const [first = "", second = ""] = [one, two].map((date) => standIns.of(date.toISOString()));
        expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
        expect(Math.sign(Date.parse(first) - Date.parse(second))).toBe(Math.sign(seconds(one) - seconds(two)));
      }),
    );
  });

  test("of ids that stand together keeps them together", () => {
    const id = "11111111-2222-4333-8444-555555555555";
    expect(standIns.of(`${id}:${id}`)).toBe(`${standIns.of(id)}:${standIns.of(id)}`);
    expect(standIns.of(`fr-par-1/${id}`)).toBe(`fr-par-1/${standIns.of(id)}`);
    expect(standIns.of("urn:v1:eu:resource:vps:vps-1.ovh.test")).toBe(
      `urn:v1:eu:resource:vps:${standIns.of("vps-1.ovh.test")}`,
    );
  });
});

describe("of an answer", () => {
  // A digit in the midst of letters: no state, place or version is written so.
  const ownText = fc.stringMatching(/^[a-z]{3}[0-9][a-z]{3}[a-z0-9]{4,20}$/);

  test("no text with a digit in it stays, in whatever field it stands", () => {
    const field = fc.constantFrom(...fieldNames);
    fc.assert(
      fc.property(ownText, field, field, fc.boolean(), (text, outer, inner, isRefusal) => {
        const scrubbed = JSON.stringify(scrubValue({ [outer]: [{ [inner]: text }] }, placeOf({ isRefusal })));
        expect(scrubbed).not.toContain(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("no key that no schema knows stays, and none of a map", () => {
    fc.assert(
      fc.property(ownText, (name) => {
        const scrubbed = JSON.stringify(scrubValue({ [name]: 1, tags: { name: "x", [name]: "y" } }, placeOf()));
        expect(scrubbed).not.toContain(name);
        expect(scrubbed).not.toContain('"name"');
      }),
    );
  });

  test("the shape stays: types, counts of fields and items", () => {
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape);
      return value !== null && typeof value === "object"
        ? Object.values(value).map(shape)
        : value === null
          ? null
          : typeof value;
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const keys = JSON.stringify(value).match(/"(__proto__|\d+)":|pass|secret|token|key|pin|otp|dsn|puk|data|kube/i);
        fc.pre(keys === null);
        expect(shape(scrubValue(value, placeOf()))).toEqual(shape(value));
      }),
    );
  });

  test("what is the provider's stays: states, types, places, versions, counts, sizes", () => {
    const answer = {
      servers: [
        {
          state: "running",
          zone: "fr-par-1",
          region: "GRA11",
          engine: "PostgreSQL-15",
          version: "15.4",
          volume_type: "b_ssd",
        },
        { status: "IN_ERROR", size: 20_000_000_000, memory: 4096, vcpus: 4, public: true, creation_date: null },
      ],
      total_count: 1234,
    };
    const [first, second] = answer.servers;
    expect(scrubValue(answer, placeOf())).toEqual({
      servers: [{ ...first, engine: expect.stringMatching(/^(PostgreSQL-15|text-)/) }, second],
      total_count: 1234,
    });
  });

  test("numbers that may be anybody's are replaced, and large measures rounded", () => {
    const numbers = {
      id: 7,
      ownerId: 1234,
      phone: 33_612_345_678,
      unheard: 98_765,
      size: 123_456_789,
    };
    expect(scrubValue({ ...numbers, port: 27_017 }, placeOf())).toEqual({
      id: standIns.ofNumber(7),
      ownerId: standIns.ofNumber(1234),
      phone: standIns.ofNumber(33_612_345_678),
      [standIns.of("unheard").replace("text-", "key-")]: expect.any(Number),
      size: 120_000_000,
      port: 27_017,
    });
  });

  test("long lists are cut, and the rest counted", () => {
    const place = placeOf();
    const scrubbed = scrubValue({ id: Array.from({ length: mostItems + 5 }, (_, id) => id) }, place);
    expect(scrubbed).toEqual({ id: Array.from({ length: mostItems }, (_, id) => standIns.ofNumber(id)) });
    expect(place.tally.items).toBe(5);
  });

  test("what is nested beyond any sense is left out rather than walked through", () => {
    const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
    expect(JSON.stringify(scrubValue(deep, placeOf())).length).toBeLessThan(200);
  });
});

describe("a refusal", () => {
  const scrubbed = (body: object, places: readonly string[] = []) =>
    scrubValue(body, placeOf({ isRefusal: true, places: new Set(places) }));

  test.each([
    { errorCode: "NOT_GRANTED_CALL", httpCode: "403 Forbidden", message: "This call has not been granted" },
    { class: "Client::NotFound", message: "Got an invalid (or empty) URL", details: {} },
    {
      class: "Client::Forbidden",
      message: "User not granted for this request",
      details: { unauthorizedActionsByIAM: "publicCloudProject:apiovh:region/get" },
    },
    { message: "authentication is denied", method: "api_key", reason: "expired", type: "denied_authentication" },
    {
      details: [{ action: "read", resource: "instance_server" }],
      message: "insufficient permissions",
      type: "permissions_denied",
    },
    { message: "unknown service" },
  ])("that is known is told as it was: $message", (body) => {
    expect(scrubbed(body)).toEqual(body);
  });

  test("keeps its known words, and no other", () => {
    const message = "Project acme-prod (id 42) is suspended: feature is not available on region GRA11.";
    const told = scrubbed({ message }, ["GRA11"]);
    expect(told).toEqual({
      message: `Project ${standIns.of("acme-prod")} (id ${standIns.of("42")}) is suspended: feature is not available on region GRA11.`,
    });
    const answer = {
      status: 400,
      headers: new Headers(),
      body: new TextEncoder().encode(JSON.stringify(told)),
      requestId: undefined,
      label: "GET /x",
    };
    expect(classifierOf("ovh-application")(answer)?.error.notOffered).toBe(true);
  });
});

describe("a URL", () => {
  const scrubbed = (path: string) => scrubUrl(new URL(path, "https://api.cloud.test"), standIns);

  test("has stand-ins for its ids, and keeps its places and paging", () => {
    const id = "11111111-2222-4333-8444-555555555555";
    expect(
      scrubbed(`/instance/v1/zones/fr-par-1/servers?project=${id}&order=creation_date_desc&per_page=100&page=2`),
    ).toMatchObject({
      route: "/instance/v1/zones/{ZONE}/servers",
      url: `/instance/v1/zones/fr-par-1/servers?project=${standIns.of(id)}&order=creation_date_desc&per_page=100&page=2`,
    });
  });

  test("names an item that is called like a word of the provider's, and is an id all the same", () => {
    expect(scrubbed("/1.0/vps/backup")).toMatchObject({ route: "/vps/{ID}", url: `/vps/${standIns.of("backup")}` });
  });

  test("names several items at once", () => {
    const { url } = scrubbed("/1.0/vps/vps-1.ovh.test,vps-2.ovh.test");
    expect(url).toBe(`/vps/${standIns.of("vps-1.ovh.test")},${standIns.of("vps-2.ovh.test")}`);
  });
});

describe("XML", () => {
  test("of S3's keeps its elements", () => {
    const id = "11111111-2222-4333-8444-555555555555";
    const text = `<?xml version="1.0"?>\n<ListAllMyBucketsResult xmlns="http://s3.test/"><Buckets><Bucket><Name>a&amp;b</Name></Bucket></Buckets><Owner><ID>${id}:${id}</ID></Owner></ListAllMyBucketsResult>`;
    expect(scrubXml(text, placeOf())).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult><Buckets><Bucket><Name>${standIns.of("a&b")}</Name></Bucket></Buckets><Owner><ID>${standIns.of(id)}:${standIns.of(id)}</ID></Owner></ListAllMyBucketsResult>`,
    );
  });

  test.each([
    "<html><body>hello</body></html>",
    "<ListAllMyBucketsResult><Buckets>",
    "<Error><Code>AccessDenied</Code></Error><Error/>",
    "<!DOCTYPE x><Error></Error>",
    "<Error><!-- a --></Error>",
    "",
    "no XML",
  ])("that is none of S3's is not kept: %s", (text) => {
    expect(scrubXml(text, placeOf())).toBeUndefined();
  });

  test("keeps a code", () => {
    const text = "<Error><Code>AccessDenied</Code><Message>Access denied to acme</Message></Error>";
    expect(scrubXml(text, placeOf({ isRefusal: true }))).toContain(
      `<Code>AccessDenied</Code><Message>Access denied to ${standIns.of("acme")}</Message>`,
    );
  });
});
