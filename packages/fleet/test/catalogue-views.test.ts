import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { type FakeNight, merge, night, openCatalogue } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

const tables = ["runs", "account_leases", "inventories", "scopes", "resources", "resource_changes", "credential_ends"];

const documentation = readFileSync(join(import.meta.dirname, "../../../docs/fleet-database.md"), "utf8");
const examples = [...documentation.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = ""]) => sql);

const server = (name: string, state: "enabled" | "disabled" | "unknown") => ({
  kind: "ovh.dedicated.server",
  name,
  details: { protection: [{ type: "backup" as const, state }] },
});

const first: FakeNight = {
  startedAt: night(1),
  scopes: [
    { kind: "ovh.dedicated.server", outcome: "completed" },
    { kind: "test.thing", outcome: "completed" },
    { kind: "test.thing", scope: "p1", outcome: "completed" },
  ],
  resources: [server("a", "enabled"), { name: "thing", class: "" }, { name: "left", class: "" }],
  credentialEnds: [
    { what: "the consumer key", at: new Date(Date.now() + 10.5 * 86_400_000).toISOString() },
    { what: "the application", at: null },
    { what: "what nobody can read", at: "soon" },
  ],
};
const second: FakeNight = {
  ...first,
  startedAt: night(2),
  scopes: [
    { kind: "ovh.dedicated.server", outcome: "denied", reason: "no right" },
    { kind: "test.other", outcome: "denied", notGranted: true },
    { kind: "test.thing", outcome: "completed" },
  ],
  resources: [{ name: "thing", class: "", tags: ["env=prod"] }],
};

describe.skipIf(noPostgres !== undefined)("the views of the catalogue", () => {
  const postgres = usePostgres();

  const opened = (): Promise<pg.Pool> => openCatalogue(postgres);

  it("say what there is, what changed, what ends and what was not read", async () => {
    const pool = await opened();
    await merge(pool, first);
    await merge(pool, second);
    const rows = async (sql: string) => (await pool.query(sql)).rows;
    expect(await rows("SELECT urn, last_seen, coverage FROM cloud_inventory.current_resources ORDER BY urn")).toEqual([
      { urn: "urn:test:a", last_seen: new Date(night(1)), coverage: "backup" },
      { urn: "urn:test:thing", last_seen: new Date(night(2)), coverage: null },
    ]);
    expect(await rows(`SELECT type, urn, fields FROM cloud_inventory.changes_since('${night(2)}')`)).toEqual([
      { type: "removed", urn: "urn:test:left", fields: [] },
      { type: "changed", urn: "urn:test:thing", fields: [{ field: "tags", before: [], after: ["env=prod"] }] },
    ]);
    expect(await rows(`SELECT * FROM cloud_inventory.changes_since('${night(3)}')`)).toEqual([]);
    expect(await rows("SELECT class, resources, backup, unknown FROM cloud_inventory.protected")).toEqual([
      { class: "compute", resources: 1, backup: 1, unknown: 0 },
    ]);
    expect(await rows("SELECT what, days_left FROM cloud_inventory.expiring")).toEqual([
      { what: "the consumer key", days_left: 10 },
    ]);
    expect(
      await rows("SELECT kind, scope, outcome, reason FROM cloud_inventory.incomplete ORDER BY kind, scope"),
    ).toEqual([
      { kind: "ovh.dedicated.server", scope: "account", outcome: "denied", reason: "no right" },
      { kind: "test.thing", scope: "p1", outcome: "no-longer-looked-at", reason: null },
    ]);
    expect(
      await rows("SELECT customer, inventories, incomplete, resources, oldest_run FROM cloud_inventory.by_customer"),
    ).toEqual([{ customer: "acme", inventories: 1, incomplete: 1, resources: 2, oldest_run: new Date(night(2)) }]);
    await pool.end();
  });

  it("name an inventory whose last run had no snapshot", async () => {
    const pool = await opened();
    await merge(pool, first);
    await pool.query(
      `UPDATE cloud_inventory.runs SET state = 'refused', reason = 'the key was refused' WHERE customer = 'acme'`,
    );
    const { rows } = await pool.query("SELECT name, kind, outcome, reason FROM cloud_inventory.incomplete");
    expect(rows).toEqual([{ name: "prod", kind: null, outcome: "refused", reason: "the key was refused" }]);
    // An older night that is read later is what is known last.
    await merge(pool, { ...first, startedAt: night(2) }, { nightAt: night(0) });
    await pool.query("UPDATE cloud_inventory.runs SET state = 'complete' WHERE night = $1", [night(0)]);
    expect((await pool.query("SELECT FROM cloud_inventory.incomplete")).rows).toEqual([]);
    await pool.end();
  });

  it("keep what a provider holds of a resource true where the resource itself did not change", async () => {
    const pool = await opened();
    const kind = "scaleway.instance.volume";
    const backupKind = "scaleway.instance.snapshot";
    const scopes: FakeNight["scopes"] = [
      { kind, outcome: "completed" },
      { kind: backupKind, outcome: "completed" },
    ];
    const volume = { kind, name: "volume", class: "block-storage" as const };
    const copy = {
      kind: backupKind,
      name: "copy",
      details: { relations: [{ type: "snapshot-of" as const, urn: "urn:test:volume" }] },
    };
    const coverage = async () =>
      (await pool.query("SELECT coverage FROM cloud_inventory.resources WHERE urn = 'urn:test:volume'")).rows[0]
        ?.coverage;
    await merge(pool, { startedAt: night(1), scopes, resources: [volume] });
    const before = await coverage();
    await merge(pool, { startedAt: night(2), scopes, resources: [volume, copy] });
    expect([before, await coverage()]).toEqual(["none-found", "snapshots-only"]);
    await pool.end();
  });

  it("answer what the documentation asks", async () => {
    const pool = await opened();
    await merge(pool, first);
    await merge(pool, second);
    const questions = examples.filter((sql) => /^(BEGIN|--)/.test(sql));
    expect(questions).toHaveLength(2);
    for (const sql of questions) await pool.query(sql);
    await pool.end();
  });

  it("are of tables that all tell customers apart", async () => {
    const pool = await opened();
    const { rows } = await pool.query<{ name: string; isGuarded: boolean; hasCustomer: boolean }>(
      `SELECT relname AS name, relrowsecurity AS "isGuarded",
         EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'customer') AS "hasCustomer"
       FROM pg_class WHERE relnamespace = 'cloud_inventory'::regnamespace AND relkind = 'r' ORDER BY relname`,
    );
    // What is nobody's own is the owner's to see, as is the memory of an account that two customers may have; versions of tables are no secret.
    const shared = ["memories", "schedules"].map((name) => ({ name, isGuarded: true, hasCustomer: false }));
    const own = [...tables, "memory_inventories", "readers"].map((name) => ({
      name,
      isGuarded: true,
      hasCustomer: true,
    }));
    expect(rows.filter(({ name }) => name !== "migrations")).toEqual(
      [...shared, ...own].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    );
    await pool.end();
  });
});
