import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandPath, expandQuery, isSegment, urlWithin } from "../../src/http/path.ts";
import { hostileText } from "../inventory/hostile-text.ts";

const template = "/cloud/project/{project}/instance/{id}";

describe("a path", () => {
  test.each([
    ["a1", "/cloud/project/p/instance/a1"],
    ["a/b", "/cloud/project/p/instance/a%2Fb"],
    ["../me", "/cloud/project/p/instance/..%2Fme"],
    ["..%2fme", "/cloud/project/p/instance/..%252fme"],
    ["%2e%2e", "/cloud/project/p/instance/%252e%252e"],
    ["a.b", "/cloud/project/p/instance/a.b"],
    ["...", "/cloud/project/p/instance/..."],
    ["a?b=c#d", "/cloud/project/p/instance/a%3Fb%3Dc%23d"],
    ["a\\b", "/cloud/project/p/instance/a%5Cb"],
    ["\u00e9\ud83d\ude80", "/cloud/project/p/instance/%C3%A9%F0%9F%9A%80"],
    ["a\r\nhost: b", "/cloud/project/p/instance/a%0D%0Ahost%3A%20b"],
    ["{project}", "/cloud/project/p/instance/%7Bproject%7D"],
  ])("takes %j as one segment", (id, path) => {
    expect(expandPath(template, { project: "p", id })).toBe(path);
  });

  test.each([[""], ["."], [".."], ["x".repeat(513)], ["half \ud800"], [undefined]])("refuses %j", (id) => {
    const message = `${template} cannot be asked: its {id} is not a usable id`;
    expect(() => expandPath(template, { project: "p", id })).toThrow(
      expect.objectContaining({ code: "INVALID_RESPONSE", message }),
    );
    if (id !== undefined) expect(isSegment(id)).toBe(false);
  });

  test("never leads anywhere but under its template, and gives the id back", () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.constantFrom("", "/1.0", "/v2/"), (project, id, place) => {
        fc.pre(isSegment(project) && isSegment(id));
        const base = new URL(`https://api.test${place}`);
        const url = urlWithin(base, expandPath(template, { project, id }), { page: "1" });
        expect(url.origin).toBe("https://api.test");
        const segments = url.pathname.slice(place.replace(/\/$/, "").length).split("/");
        expect(segments.map(decodeURIComponent)).toEqual(["", "cloud", "project", project, "instance", id]);
        expect(url.search).toBe("?page=1");
        expect(url.hash).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a URL", () => {
  const base = new URL("https://api.test/v2");

  test("is the place and the path, with its query encoded", () => {
    const url = urlWithin(base, "/iam/policy", { name: "a&b=c", page: "1" });
    expect(url.href).toBe("https://api.test/v2/iam/policy?name=a%26b%3Dc&page=1");
    expect(urlWithin(new URL("https://api.test/v2/"), "/x").href).toBe("https://api.test/v2/x");
    expect(urlWithin(new URL("https://api.test"), "/x").href).toBe("https://api.test/x");
  });

  test.each<[string, URL]>([
    ["/../v1/me", base],
    ["/a/../../me", base],
    ["/%2e%2e/me", base],
    ["x/me", base],
    ["//evil.test/x", new URL("https://api.test")],
    ["/\\evil.test/x", new URL("https://api.test")],
  ])("is not built from %j where it would leave %s", (path, place) => {
    expect(() => urlWithin(place, path)).toThrow(
      expect.objectContaining({
        code: "INTERNAL",
        message: "a request would have left the provider's API; it was not sent",
      }),
    );
  });
});

test("a query is filled in, and encoded by the URL alone", () => {
  const query = expandQuery(
    { project_id: "{project}", order: "created_at_desc", tag: "a{locality}b" },
    {
      project: "p&x=1",
      locality: "north",
    },
  );
  expect(query).toEqual({ project_id: "p&x=1", order: "created_at_desc", tag: "anorthb" });
  expect(urlWithin(new URL("https://api.test"), "/x", query).search).toBe(
    "?project_id=p%26x%3D1&order=created_at_desc&tag=anorthb",
  );
});
