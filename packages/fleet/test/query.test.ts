import { PassThrough } from "node:stream";
import type { ParsedOptions } from "cloud-inventory-plugin/fleet";
import { describe, expect, it } from "vitest";
import { viewQuery, views } from "../src/catalogue/views.ts";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { queryWord } from "../src/words/query.ts";
import { merge, night } from "./catalogue-worlds.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

function optionsOf(words: readonly string[], values: Readonly<Record<string, string | true>>): ParsedOptions {
  const one = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  return { argument: words[0], words, one, has: (name) => name in values, all: (name) => [one(name) ?? []].flat() };
}

describe("the name of a view", () => {
  it("is met by the nearest one where there is none of it", () => {
    expect(() => viewQuery("expirng", { since: new Date(), days: 1 })).toThrow(/did you mean "expiring"\?/);
    expect(() => viewQuery("toString", { since: new Date(), days: 1 })).toThrow(/unknown view/);
  });
});

describe.skipIf(noPostgres !== undefined)("fleet query", () => {
  const postgres = usePostgres();

  const printed = async (
    url: string,
    name: string,
    values: Readonly<Record<string, string | true>> = {},
  ): Promise<string> => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const chunks: Buffer[] = [];
    stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    const terminal = { environment: { DATABASE_URL: url }, stdout, stderr, signal: new AbortController().signal };
    expect(await queryWord(optionsOf(["query", name], values), terminal)).toBe(0);
    return Buffer.concat(chunks).toString();
  };

  it("prints every view as a table and as JSON, of all customers or of one", async () => {
    const url = await freshDatabase(postgres);
    const pool = await openDatabase({ DATABASE_URL: url });
    await migrate(pool);
    for (const customer of ["acme", "globex"]) {
      for (const at of [1, 2]) {
        await merge(
          pool,
          {
            startedAt: night(at),
            scopes: [{ outcome: "completed" }, { outcome: "denied", scope: "p1", reason: "no right" }],
            resources: [{ name: "a\u001b[31m", urn: "urn:test:a", details: { sizeBytes: at } }],
            credentialEnds: [{ what: "the key", at: new Date(Date.now() + 3.5 * 86_400_000).toISOString() }],
          },
          { customer },
        );
      }
    }
    const since = { since: night(1) };
    for (const name of Object.keys(views)) {
      const all: { customer: string }[] = JSON.parse(await printed(url, name, { ...since, json: true }));
      const ofOne: unknown[] = JSON.parse(await printed(url, name, { ...since, json: true, customer: "acme" }));
      expect([name, ofOne]).toEqual([name, all.filter(({ customer }) => customer === "acme")]);
      const text = await printed(url, name, since);
      expect([name, text.split("\n").length - 2]).toEqual([name, all.length]);
      expect(text).not.toContain("\u001b");
    }
    expect(await printed(url, "changes", { ...since, customer: "acme" })).toContain("details.sizeBytes: 1 → 2");
    expect(await printed(url, "changes", { since: night(3), json: true })).toBe("[]\n");
    expect(await printed(url, "expiring", { days: "2", json: true })).toBe("[]\n");
    for (const days of ["4", "3.5", "99999999999", "9".repeat(400)]) {
      expect([days, JSON.parse(await printed(url, "expiring", { days, json: true }))]).toMatchObject([days, [{}, {}]]);
    }
    await pool.end();
  });

  it("shows the beginning of a long answer, and all of it as JSON", async () => {
    const url = await freshDatabase(postgres);
    const pool = await openDatabase({ DATABASE_URL: url });
    await migrate(pool);
    const resources = Array.from({ length: 1200 }, (_, index) => ({ name: `thing-${index}` }));
    await merge(pool, { startedAt: night(1), scopes: [{ outcome: "completed" }], resources });
    expect((await printed(url, "current")).split("\n")).toHaveLength(1002);
    expect(JSON.parse(await printed(url, "current", { json: true }))).toHaveLength(1200);
    await pool.end();
  });

  it("makes no more rows than it shows", async () => {
    const url = await freshDatabase(postgres);
    const pool = await openDatabase({ DATABASE_URL: url });
    await migrate(pool);
    // Whatever costs much is asked for each row behind the limit, if there is one.
    await pool.query(
      `CREATE FUNCTION shown(number int) RETURNS text STABLE COST 10000 LANGUAGE plpgsql AS
         'BEGIN IF number > 1001 THEN RAISE EXCEPTION USING ERRCODE = 22023; END IF; RETURN number; END';
       DROP VIEW cloud_inventory.current_resources CASCADE;
       CREATE VIEW cloud_inventory.current_resources AS
       SELECT 'acme' AS customer, 'prod' AS name, 'kind' AS kind, shown(number) AS display_name, '' AS region, '' AS class,
         '' AS coverage, now() AS first_seen, now() AS last_seen, lpad(number::text, 5, '0') AS urn
       FROM generate_series(1, 1200) AS number`,
    );
    await pool.end();
    for (const of of [{}, { customer: "acme" }]) {
      expect((await printed(url, "current", of)).split("\n")).toHaveLength(1002);
      await expect(printed(url, "current", { ...of, json: true })).rejects.toThrow("(22023)");
    }
  });

  it("says what is missing", async () => {
    const url = await freshDatabase(postgres);
    await expect(printed(url, "current")).rejects.toThrow(/holds no fleet yet/);
    for (const since of ["yesterday", "2026-02-30", "2026-11-26T02:00:00", "26 Nov 2026", "2026-11-26T24:00:00Z"]) {
      await expect(printed(url, "changes", { since })).rejects.toThrow(
        /--since has to be a date, such as .*, or an inst/,
      );
    }
    await expect(printed(url, "changes", { since: "9026-11-26" })).rejects.toThrow(
      "--since is later than now: 9026-11-26T00:00:00.000Z",
    );
  });
});
