import { readFileSync, writeFileSync } from "node:fs";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { forgetInCatalogue } from "../src/catalogue/forget.ts";
import { mergeSnapshot } from "../src/catalogue/merge-snapshot.ts";
import { StaleWriter } from "../src/database/fence.ts";
import { inTransaction } from "../src/database/transaction.ts";
import {
  beginRun,
  changesAt,
  type FakeNight,
  known,
  merge,
  night,
  openCatalogue,
  writeSnapshot,
} from "./catalogue-worlds.ts";
import { failingAt } from "./failing-pool.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

const tables = ["inventories", "scopes", "resources", "resource_changes", "credential_ends"];
const signal = new AbortController().signal;

describe.skipIf(noPostgres !== undefined)("merging a snapshot", () => {
  const postgres = usePostgres();

  const opened = (): Promise<pg.Pool> => openCatalogue(postgres);

  /** All rows of the catalogue. */
  const rowsOf = async (pool: pg.Pool, withoutRuns = false): Promise<Readonly<Record<string, unknown[]>>> => {
    const all: Record<string, unknown[]> = {};
    for (const table of tables) {
      const { rows } = await pool.query(`SELECT to_jsonb(one) AS row FROM cloud_inventory.${table} AS one`);
      all[table] = rows
        .map(({ row }) =>
          JSON.stringify(withoutRuns ? { ...row, run_id: 0, completed_run_id: 0, last_run_id: 0 } : row),
        )
        .toSorted();
    }
    return all;
  };

  const places = ["p1", "p2", "p3"];
  const thing = (name: string, scope: string, sizeBytes: number) => ({ name, scope, details: { sizeBytes } });
  const first: FakeNight = {
    startedAt: night(1),
    scopes: places.map((scope) => ({ scope, outcome: "completed" })),
    resources: places.flatMap((scope) => [thing(`${scope}-kept`, scope, 1), thing(`${scope}-gone`, scope, 1)]),
    credentialEnds: [{ what: "the consumer key", at: "2026-02-01T00:00:00Z" }],
  };
  const second: FakeNight = {
    ...first,
    startedAt: night(2),
    resources: places.flatMap((scope) => [thing(`${scope}-kept`, scope, 2), thing(`${scope}-new`, scope, 1)]),
    credentialEnds: [
      { what: "the consumer key", at: "2026-03-01T00:00:00Z" },
      { what: "the application", at: null },
      { what: "the token" },
    ],
  };

  it("tells what came, what went and what changed", async () => {
    const pool = await opened();
    await merge(pool, first);
    await merge(pool, second);
    expect((await changesAt(pool, night(2))).slice(0, 3)).toEqual([
      { type: "removed", kind: "test.thing", urn: "urn:test:p1-gone", fields: [] },
      {
        type: "changed",
        kind: "test.thing",
        urn: "urn:test:p1-kept",
        fields: [{ field: "details.sizeBytes", before: 1, after: 2 }],
      },
      { type: "added", kind: "test.thing", urn: "urn:test:p1-new", fields: [] },
    ]);
    const { rows } = await pool.query(
      "SELECT what, ends_at, never_ends FROM cloud_inventory.credential_ends ORDER BY what",
    );
    expect(rows).toEqual([
      { what: "the application", ends_at: null, never_ends: true },
      { what: "the consumer key", ends_at: new Date("2026-03-01T00:00:00Z"), never_ends: false },
      { what: "the token", ends_at: null, never_ends: false },
    ]);
    await pool.end();
  });

  it("leaves out what changed by mere use", async () => {
    const pool = await opened();
    const bucket = (sizeBytes: number): FakeNight["resources"] => [
      { name: "bucket", class: "object-storage", scope: "p1", details: { sizeBytes } },
    ];
    await merge(pool, { ...first, resources: bucket(1) });
    await merge(pool, { ...second, resources: bucket(2) });
    expect(await changesAt(pool, night(2))).toEqual([]);
    const { rows } = await pool.query("SELECT size_bytes FROM cloud_inventory.current_resources");
    expect(rows).toEqual([{ size_bytes: "2" }]);
    await pool.end();
  });

  it("writes nothing for a worker that was overtaken", async () => {
    const pool = await opened();
    await merge(pool, first);
    const before = await rowsOf(pool);
    const stale = await beginRun(pool, second.startedAt);
    await beginRun(pool, second.startedAt);
    await expect(mergeSnapshot(pool, stale, writeSnapshot(second), signal)).rejects.toThrow(StaleWriter);
    expect(await rowsOf(pool)).toEqual(before);
    await pool.end();
  });

  it("writes nothing more from the moment at which a worker is overtaken", async () => {
    const pool = await opened();
    const path = writeSnapshot(first);
    const run = await beginRun(pool, first.startedAt);
    // The fourth transaction is that of the third scope.
    const overtaken = failingAt(pool, /^BEGIN$/, 4, () => beginRun(pool, first.startedAt));
    await expect(mergeSnapshot(overtaken, run, path, signal)).rejects.toThrow(StaleWriter);
    expect(Object.keys(await known(pool))).toEqual(["p1-gone", "p1-kept", "p2-gone", "p2-kept"]);
    await pool.end();
  });

  it("lets the lease be renewed while a long list is merged, and no other attempt begin", async () => {
    const pool = await opened();
    const run = await beginRun(pool, first.startedAt);
    const told: unknown[] = [];
    const meanwhile = failingAt(pool, /MERGE INTO/, 1, async () => {
      const withoutWaiting = (statement: string): Promise<unknown> =>
        pool.query(`SET LOCAL lock_timeout = '50ms'; ${statement}`).then(
          () => "done",
          (thrown: Error) => thrown.message,
        );
      told.push(
        await withoutWaiting("UPDATE cloud_inventory.account_leases SET expires_at = now() + interval '1 hour'"),
        await withoutWaiting("UPDATE cloud_inventory.runs SET token = token + 1000"),
      );
    });
    await mergeSnapshot(meanwhile, run, writeSnapshot(first), signal);
    expect(told).toEqual(["done", "canceling statement due to lock timeout"]);
    await pool.end();
  });

  it.each([1, 2, 3])(
    "comes to the same where it was killed in the middle of scope %d and began again",
    async (scope) => {
      const undisturbed = await opened();
      await merge(undisturbed, first);
      await merge(undisturbed, second);
      const pool = await opened();
      await merge(pool, first);
      const path = writeSnapshot(second);
      const run = await beginRun(pool, second.startedAt);
      const killed = failingAt(pool, /MERGE INTO/, scope, async () => {
        throw new Error("killed");
      });
      await expect(mergeSnapshot(killed, run, path, signal)).rejects.toThrow("killed");
      expect((await changesAt(pool, night(2))).length).toBe((scope - 1) * 3);
      await mergeSnapshot(pool, run, path, signal);
      expect(await rowsOf(pool, true)).toEqual(await rowsOf(undisturbed, true));
      // Another attempt of the night may come with the same snapshot.
      await mergeSnapshot(pool, await beginRun(pool, second.startedAt), path, signal);
      expect(await rowsOf(pool, true)).toEqual(await rowsOf(undisturbed, true));
      await pool.end();
      await undisturbed.end();
    },
  );

  it("ends at once where it is cancelled, and leaves no connection in the middle of something", async () => {
    const pool = await opened();
    const cancelling = new AbortController();
    const path = writeSnapshot(first);
    const run = await beginRun(pool, first.startedAt);
    const stopped = failingAt(pool, /MERGE INTO/, 2, async () => cancelling.abort());
    await expect(mergeSnapshot(stopped, run, path, cancelling.signal)).rejects.toMatchObject({ code: "CANCELLED" });
    await mergeSnapshot(pool, run, path, signal);
    expect(Object.keys(await known(pool))).toHaveLength(6);
    await pool.end();
  });

  it("ends where it is cancelled in the middle of a statement", async () => {
    const pool = await opened();
    const run = await beginRun(pool, first.startedAt);
    const cancelling = new AbortController();
    await inTransaction(pool, async (other) => {
      await other.query("LOCK TABLE cloud_inventory.resources");
      const waiting = mergeSnapshot(pool, run, writeSnapshot(first), cancelling.signal);
      const isWaiting = async () =>
        (
          await pool.query(
            "SELECT FROM pg_locks WHERE NOT granted AND relation = 'cloud_inventory.resources'::regclass",
          )
        ).rowCount;
      while (!(await isWaiting())) await new Promise((resolve) => setImmediate(resolve));
      cancelling.abort();
      await expect(waiting).rejects.toMatchObject({ code: "CANCELLED" });
    });
    await pool.end();
  });

  it("refuses what is cut off, and writes nothing of it", async () => {
    const pool = await opened();
    const path = writeSnapshot(first);
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, whole.slice(0, whole.lastIndexOf('{"type":"end"')));
    const run = await beginRun(pool, first.startedAt);
    await expect(mergeSnapshot(pool, run, path, signal)).rejects.toThrow(/was cut off/);
    expect(Object.values(await rowsOf(pool)).flat()).toEqual([]);
    await pool.end();
  });

  it.each<[string, Partial<FakeNight>, RegExp]>([
    ["another provider", { inventory: "other" }, /is an inventory of other, not of test$/],
    ["another account than the run's", { account: "account-2" }, /of the account account-2, and its run of account-1$/],
    ["an account that nothing names", { account: undefined }, /of an account that nothing names, and its run of/],
  ])("refuses a snapshot of %s", async (_, about, sentence) => {
    const pool = await opened();
    const run = await beginRun(pool, night(1), { account: "account-1" });
    const path = writeSnapshot({ ...first, ...about });
    await expect(mergeSnapshot(pool, run, path, signal)).rejects.toThrow(sentence);
    expect(Object.values(await rowsOf(pool)).flat()).toEqual([]);
    await pool.end();
  });

  it("refuses a snapshot of another account than the inventory had", async () => {
    const pool = await opened();
    await merge(pool, first);
    await expect(merge(pool, { ...second, account: "account-2" })).rejects.toThrow(/the catalogue has account-1/);
    await pool.end();
  });

  it("keeps texts that Postgres refuses, with U+FFFD where they hold what it cannot", async () => {
    const pool = await opened();
    const scope = "p\t1\\n\0\ud800";
    const hostile = {
      "nul\0": "a\0b",
      lone: "\ud800 and \udc00 but \u{1f600}",
      escaped: "\\u0000 \\ \\\\u0000",
      quoted: `'"; DROP TABLE x; --`,
      copied: "\\N \\. \\n\n\r\n\t\\",
    };
    const long = "n".repeat(1_000_000);
    await merge(pool, {
      startedAt: night(1),
      scopes: [{ scope, outcome: "completed", reason: "because\0" }],
      resources: [
        { name: "a", scope, tags: ["\\.", "\t"], details: { attributes: hostile } },
        { name: long, urn: `urn:${"x".repeat(4000)}`, scope },
      ],
    });
    const { rows } = await pool.query(
      `SELECT display_name, scope, details -> 'attributes' AS attributes, tags FROM cloud_inventory.current_resources ORDER BY length(urn)`,
    );
    expect(rows).toEqual([
      {
        display_name: "a",
        scope: "p\t1\\n\ufffd\ufffd",
        tags: ["\\.", "\t"],
        attributes: {
          "nul\ufffd": "a\ufffdb",
          lone: "\ufffd and \ufffd but \u{1f600}",
          escaped: hostile.escaped,
          quoted: hostile.quoted,
          copied: hostile.copied,
        },
      },
      { display_name: long, scope: "p\t1\\n\ufffd\ufffd", tags: [], attributes: {} },
    ]);
    await pool.end();
  });

  it("forgets a customer, and no other", async () => {
    const pool = await opened();
    for (const customer of ["acme", "globex"]) {
      await merge(pool, first, { customer });
      await merge(pool, second, { customer });
      await pool.query("INSERT INTO cloud_inventory.readers VALUES ('reader', $1)", [customer]);
    }
    await inTransaction(pool, (client) => forgetInCatalogue(client, { customer: "acme" }));
    for (const table of [...tables, "readers"]) {
      const { rows } = await pool.query(`SELECT DISTINCT customer FROM cloud_inventory.${table}`);
      expect(rows).toEqual([{ customer: "globex" }]);
    }
    await pool.end();
  });
});
