import { createHash } from "node:crypto";
import { type MemoryPlace, memoryText, parseMemory, Unusable } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import type { RunRecord } from "./run-record.ts";

/** What is remembered of an account, in the database: whichever worker reads it next knows what was granted before. */
export function databaseMemory(
  pool: pg.Pool,
  run: RunRecord,
  { inventory, account }: { readonly inventory: string; readonly account: string },
): MemoryPlace {
  const digest = digestOfMemory(inventory, account);
  return {
    called: "the database",
    async recall() {
      const { rows } = await pool
        .query<{ content: string }>(`SELECT content FROM ${schema}.memories WHERE digest = $1`, [digest])
        .catch(() => Promise.reject(new Unusable("cannot be read")));
      const [row] = rows;
      if (row === undefined) return { reads: {} };
      const found = parseMemory(row.content, inventory);
      if (found === undefined) throw new Unusable("does not hold what was written there");
      return found;
    },
    async write(content) {
      await run
        .fenced((client) =>
          client.query(
            `WITH memory AS (
               INSERT INTO ${schema}.memories (digest, inventory, account, content) VALUES ($1, $2, $3, $4)
               ON CONFLICT (digest) DO UPDATE SET content = EXCLUDED.content, written_at = clock_timestamp()
               RETURNING digest)
             INSERT INTO ${schema}.memory_inventories SELECT digest, customer, name FROM memory, ${schema}.runs WHERE run_id = $5
             ON CONFLICT DO NOTHING`,
            [digest, inventory, account, memoryText(inventory, content), run.runId],
          ),
        )
        .catch(() => Promise.reject(new Unusable("cannot be written")));
    },
  };
}

function digestOfMemory(inventory: string, account: string): string {
  return createHash("sha256").update(`${inventory}\n${account}`).digest("hex");
}
