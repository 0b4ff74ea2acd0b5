import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { migrations } from "../src/database/migrations/index.ts";
import { freshDatabase, noPostgres, startPostgres, type TestPostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("the tables of a fleet", () => {
  let postgres: TestPostgres;
  beforeAll(() => {
    postgres = startPostgres();
  });
  afterAll(() => postgres.stop());

  it("are made once, by whoever comes first", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    const made = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    expect(made.toSorted()).toEqual([0, 0, migrations.length]);
    await pool.end();
  });

  it("are refused where a newer program made them", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    await migrate(pool);
    await pool.query("INSERT INTO cloud_inventory.migrations VALUES (999, 'of tomorrow')");
    await expect(migrate(pool)).rejects.toThrow(/are of version 999, and this program knows/);
    await pool.end();
  });
});
