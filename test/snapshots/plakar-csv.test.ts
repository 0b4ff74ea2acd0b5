import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Endpoint, Resource } from "../../src/inventory/resource.ts";
import { type PlakarCsvSummary, plakarCsv, WouldDelete } from "../../src/snapshots/plakar-csv.ts";
import { type FakeRun, newFolder, writeSnapshot } from "./worlds.ts";

const folder = newFolder();
const [kind, other] = ["test.thing", "test.other"];
const header = "Class;Name;URN;Hostname\r\n";

async function csvOf(...runs: readonly FakeRun[]): Promise<{ text: string; summary: PlakarCsvSummary }> {
  const paths = runs.map((one, index) => writeSnapshot(folder, `${index}.ndjson`, one));
  const rows = plakarCsv(paths, { spoolFolder: folder });
  let text = "";
  for (let next = await rows.next(); ; next = await rows.next()) {
    if (next.done) return { text, summary: next.value };
    text += next.value;
  }
}

const held = (urn: string, more: Partial<Resource> = {}): FakeRun["resources"][number] => ({
  scope: "p",
  resource: { urn: `urn:test:${urn}`, kind, class: "compute", name: urn, ...more },
});
const completed = { kind, scope: "p", outcome: "completed" } as const;
const whole = (...resources: FakeRun["resources"]): FakeRun => ({ scopes: [completed], resources });
const at = (type: Endpoint["type"], endpoint: string): Endpoint => ({ type, endpoint, attributes: {} });

describe("the table that Plakar Control Plane imports", () => {
  test("has a row for each resource, in the order of kind and URN", async () => {
    const scopes = [completed, { ...completed, kind: other }];
    const resources = [held("b"), held("c", { kind: other, class: "database" }), held("a")];
    const { text, summary } = await csvOf({ scopes, resources });
    expect(text).toBe(`${header}database;c;urn:test:c;\r\ncompute;a;urn:test:a;\r\ncompute;b;urn:test:b;\r\n`);
    expect(summary).toMatchObject({ rows: 3, unclassified: 0 });
  });

  test("is of all snapshots at once, and has each URN once, whoever sees it", async () => {
    const index = held("a", { kind: other, class: "" });
    const { text, summary } = await csvOf(
      { ...whole(index), scopes: [{ ...completed, kind: other }], account: "one" },
      { ...whole(held("a"), held("b")), account: "two" },
      { ...whole(held("b", { class: "database" }), held("c")), inventory: "another" },
    );
    expect(text.match(/urn:test:\w/g)).toEqual(["urn:test:a", "urn:test:b", "urn:test:c"]);
    expect(summary).toMatchObject({ rows: 3, unclassified: 1 });
    expect(summary.snapshots.map(({ account }) => account)).toEqual(["one", "two", "account-1"]);
  });

  test.each<[string, readonly Endpoint[], string]>([
    [
      "every host name",
      [at("identifier", "x"), at("inet4", "192.0.2.1"), at("host", "a.example"), at("host", "b.example")],
      "a.example,b.example",
    ],
    [
      "addresses where there is no name",
      [at("inet6", "2001:db8::1"), at("inet4", "192.0.2.1"), at("inet4", "192.0.2.2")],
      "192.0.2.1,192.0.2.2",
    ],
    ["addresses of version 6 where there is nothing else", [at("inet6", "2001:db8::1")], "2001:db8::1"],
    ["each once", [at("host", "a.example"), at("host", "a.example")], "a.example"],
    ["nothing, where there is an identifier alone", [at("identifier", "x")], ""],
  ])("says %s", async (_name, endpoints, hostname) => {
    const { text } = await csvOf(whole(held("a", { endpoints: [...endpoints] })));
    expect(text).toBe(`${header}compute;a;urn:test:a;${hostname}\r\n`);
  });

  test("keeps any name, and lets none run as a formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (name) => {
        const { text } = await csvOf(whole(held("a", { name })));
        const [, row] = parsed(text);
        const shown = row?.[1] ?? "";
        expect(shown.replace(/^'/, "")).toBe(name.replace(/^'/, ""));
        expect(shown).not.toMatch(/^[=+\-@\t\r]/);
        expect(row).toHaveLength(4);
      }),
      { numRuns: 200, examples: [["a;b"], ['say "hi"'], ["two\r\nlines"], ["=1+1"], ["-x;\n"], [";"], ['"']] },
    );
  });
});

/** RFC 4180 with semicolons. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows;
}

describe("nothing is told, and the gap is named with its mend,", () => {
  const there = [held("a")];
  it.each<[string, FakeRun, { readonly status: string; readonly reason: RegExp; readonly remediation: RegExp }]>([
    [
      "where a list was denied",
      { scopes: [completed, { kind: other, scope: "p", outcome: "denied", reason: "needs GET /x" }], resources: there },
      { status: "denied", reason: /GET \/x/, remediation: /--kinds/ },
    ],
    [
      "where a list failed",
      { scopes: [{ ...completed, outcome: "failed", reason: "timed out" }], resources: there },
      { status: "failed", reason: /timed out/, remediation: /read it again/ },
    ],
    [
      "where a list was read in part",
      { scopes: [{ ...completed, outcome: "partial" }], resources: there },
      { status: "partial", reason: /not read it to its end/, remediation: /read it again/ },
    ],
    [
      "where a gap was accepted",
      { scopes: [{ ...completed, outcome: "denied", accepted: true }], resources: there },
      { status: "denied", reason: /no right/, remediation: /leave the kind out/ },
    ],
    [
      "where an optional kind is not granted",
      { scopes: [completed, { kind: other, scope: "p", outcome: "denied", notGranted: true }], resources: there },
      { status: "denied", reason: /no right/, remediation: /rights --kinds test\.other/ },
    ],
    [
      "where a list may have been cut short",
      { scopes: [{ ...completed, filtered: true }], resources: there },
      { status: "filtered", reason: /a part of the list/, remediation: /state folder/ },
    ],
    [
      "where there is no resource at all",
      whole(),
      { status: "empty", reason: /no resource/, remediation: /leave the snapshot out/ },
    ],
  ])("%s", async (_name, run, { status, reason, remediation }) => {
    const thrown = await csvOf({ ...whole(held("z")), account: "whole" }, run).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(WouldDelete);
    const { gaps, message } = thrown as WouldDelete;
    expect(gaps).toMatchObject([
      { status, reason: expect.stringMatching(reason), remediation: expect.stringMatching(remediation) },
    ]);
    expect(message).toMatch(/its import deletes.*1\.ndjson/);
  });

  test("where nothing was looked at", async () => {
    await expect(csvOf({ scopes: [], resources: [] })).rejects.toBeInstanceOf(WouldDelete);
  });

  test("but a list whose pages may shift is complete as far as can be told, and said", async () => {
    const { summary } = await csvOf({ mayShift: [kind], scopes: [completed], resources: there });
    expect(summary).toMatchObject({ rows: 1, shifting: [kind] });
  });

  test("but a product that is not offered lacks nothing", async () => {
    const absent = { kind: other, scope: "p", outcome: "not-offered" } as const;
    expect((await csvOf({ scopes: [completed, absent], resources: there })).summary.rows).toBe(1);
  });

  test("and two snapshots of one account are refused", async () => {
    await expect(csvOf(whole(held("a")), whole(held("b")))).rejects.toThrow(/both of test, the account account-1/);
  });
});
