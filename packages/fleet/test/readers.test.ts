import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { merge, night } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

const places = [
  "runs",
  "account_leases",
  "inventories",
  "scopes",
  "resources",
  "resource_changes",
  "credential_ends",
  "memory_inventories",
  "current_resources",
  "changes_since('2026-01-01')",
  "protected",
  "expiring",
  "incomplete",
  "by_customer",
];

const documentation = readFileSync(join(import.meta.dirname, "../../../docs/fleet-database.md"), "utf8");
/** Makes the roles cloud_inventory_reader, acme_reader and portal. */
const documented = [...documentation.matchAll(/```sql\n(CREATE ROLE.*?)```/gs)].map(([, sql = ""]) => sql);

const moreRoles = `
CREATE ROLE nobody LOGIN;
GRANT cloud_inventory_reader TO nobody;
CREATE ROLE acme_team;
GRANT acme_reader TO acme_team;
CREATE ROLE acme_person LOGIN;
GRANT acme_team TO acme_person;
CREATE ROLE acme_aside LOGIN NOINHERIT;
GRANT acme_team TO acme_aside;
GRANT USAGE ON SCHEMA cloud_inventory TO acme_aside;
GRANT SELECT ON ALL TABLES IN SCHEMA cloud_inventory TO acme_aside;
CREATE ROLE "Both Readers" LOGIN;
GRANT cloud_inventory_reader TO "Both Readers";
CREATE ROLE both_person LOGIN;
GRANT "Both Readers" TO both_person;
CREATE ROLE portal_person LOGIN;
GRANT acme_reader, portal TO portal_person;
CREATE ROLE keepers_friend LOGIN;
GRANT keeper TO keepers_friend;
INSERT INTO cloud_inventory.readers VALUES ('Both Readers', 'acme'), ('Both Readers', 'globex'), ('dropped', 'globex');`;

describe.skipIf(noPostgres !== undefined)("who reads the tables", () => {
  const postgres = usePostgres();
  /** A superuser, and who owns the tables. */
  let superuser: pg.Pool;
  let keeper: pg.Pool;
  const urlOf = (role: string): string => {
    const url = new URL(postgres.url);
    url.username = role;
    url.pathname = "/kept";
    return url.href;
  };

  beforeAll(async () => {
    const admin = new pg.Client(postgres.url);
    await admin.connect();
    await admin.query("CREATE ROLE keeper LOGIN");
    await admin.query("CREATE DATABASE kept OWNER keeper");
    await admin.end();
    superuser = await openDatabase({ DATABASE_URL: urlOf("fleet") });
    keeper = await openDatabase({ DATABASE_URL: urlOf("keeper") });
    await migrate(keeper);
    await keeper.query("INSERT INTO cloud_inventory.memories VALUES ('digest', 'test', 'account-1', '{}')");
    for (const customer of ["acme", "globex"]) {
      await keeper.query("INSERT INTO cloud_inventory.memory_inventories VALUES ('digest', $1, 'prod')", [customer]);
      for (const [at, outcome] of (["completed", "denied"] as const).entries()) {
        await merge(
          keeper,
          {
            startedAt: night(at + 1),
            scopes: [
              { kind: "ovh.dedicated.server", outcome: "completed" },
              { scope: "p1", outcome },
            ],
            resources: [
              {
                kind: "ovh.dedicated.server",
                details: { protection: [{ type: "backup", state: "enabled" }], sizeBytes: at },
              },
            ],
            credentialEnds: [{ what: "the key", at: night(100) }],
          },
          { customer },
        );
      }
    }
    for (const sql of [...documented, moreRoles]) await superuser.query(sql);
  });
  afterAll(async () => {
    await Promise.all([superuser.end(), keeper.end()]);
  });

  /** Whose rows somebody sees, who says `customer`; the same in every table and view. */
  const seenBy = async (client: pg.ClientBase, customer = ""): Promise<readonly string[]> => {
    await client.query("SELECT set_config('cloud_inventory.customer', $1, false)", [customer]);
    const seen = new Map<string, readonly string[]>();
    for (const place of places) {
      const { rows } = await client.query<{ customer: string }>(
        `SELECT DISTINCT customer FROM cloud_inventory.${place} ORDER BY customer`,
      );
      seen.set(
        place,
        rows.map(({ customer }) => customer),
      );
    }
    const [first = []] = seen.values();
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(places.map((place) => [place, first])));
    return first;
  };

  const as = async <Result>(role: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> => {
    const client = new pg.Client(urlOf(role));
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };

  const [none, acme, globex, both]: readonly (readonly string[])[] = [[], ["acme"], ["globex"], ["acme", "globex"]];
  it.each([
    { role: "nobody", is: "in nobody's row", sees: [none, none, none] },
    { role: "acme_reader", is: "in a row", sees: [acme, acme, acme] },
    { role: "acme_person", is: "a member of a member of one that is in a row", sees: [acme, acme, acme] },
    { role: "acme_aside", is: "such a member that inherits nothing", sees: [acme, acme, acme] },
    { role: "both_person", is: "a member of one that is in two rows", sees: [both, both, both] },
    { role: "portal", is: "to see whom the setting names", sees: [none, acme, globex] },
    { role: "portal_person", is: "a member of two", sees: [acme, acme, both] },
    { role: "keeper", is: "the owner", sees: [both, both, both] },
    { role: "keepers_friend", is: "a member of the owner", sees: [both, both, both] },
    { role: "fleet", is: "a superuser", sees: [both, both, both] },
  ])("$role, who is $is, sees no other customers", async ({ role, sees }) => {
    await as(role, async (client) => {
      const seen = [await seenBy(client), await seenBy(client, "acme"), await seenBy(client, "globex")];
      expect(seen).toEqual(sees);
      expect(await seenBy(client, "*")).toEqual(sees[0]);
    });
  });

  it("see as the role that they have taken on", async () => {
    await as("portal_person", async (client) => {
      await client.query("SET ROLE acme_reader");
      expect(await seenBy(client, "globex")).toEqual(acme);
      await client.query("SET ROLE portal");
      expect(await seenBy(client, "globex")).toEqual(globex);
      await client.query("SET ROLE cloud_inventory_reader");
      expect(await seenBy(client, "globex")).toEqual(none);
    });
    await as("fleet", async (client) => {
      await client.query("SET ROLE nobody");
      expect(await seenBy(client, "acme")).toEqual(none);
    });
  });

  it("see their own rows of readers alone, write nothing, and see nothing that is nobody's own", async () => {
    await as("acme_person", async (client) => {
      expect((await client.query("SELECT * FROM cloud_inventory.readers")).rows).toEqual([
        { role: "acme_reader", customer: "acme" },
      ]);
      for (const sql of [
        "INSERT INTO cloud_inventory.readers VALUES ('acme_person', 'globex')",
        "DELETE FROM cloud_inventory.resources",
      ]) {
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      }
      expect((await client.query("SELECT * FROM cloud_inventory.memories")).rows).toEqual([]);
    });
  });
});
