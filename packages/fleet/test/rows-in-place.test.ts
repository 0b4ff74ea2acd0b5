import { describe, expect, it } from "vitest";
import { merge, night, openCatalogue } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("night after night", () => {
  const postgres = usePostgres();

  it("leaves every row on its page, and connections as they were", async () => {
    const pool = await openCatalogue(postgres);
    const resources = Array.from({ length: 300 }, (_, index) => ({
      name: `thing-${index}`,
      details: { attributes: { description: "x".repeat(500) } },
    }));
    const read = (at: number) => merge(pool, { startedAt: night(at), scopes: [{ outcome: "completed" }], resources });
    const pages = async () =>
      (await pool.query("SELECT urn, (ctid::text::point)[0] AS page FROM cloud_inventory.resources ORDER BY urn")).rows;
    await read(1);
    const before = await pages();
    expect(before).toHaveLength(300);
    for (const at of [2, 3, 4]) await read(at);
    expect(await pages()).toEqual(before);
    const connections = Array.from({ length: pool.totalCount });
    for (const setting of ["synchronous_commit", "enable_seqscan"]) {
      const shown = await Promise.all(connections.map(async () => (await pool.query(`SHOW ${setting}`)).rows[0]));
      expect(shown).toEqual(connections.map(() => ({ [setting]: "on" })));
    }
    await pool.end();
  });
});
