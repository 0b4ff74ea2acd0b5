import type pg from "pg";
import { schema } from "./connect.ts";

/** What is said to a role that does not see the whole fleet. */
export const customersAlone = "the role of DATABASE_URL sees the rows of its customers alone";

/** Whether row-level security shows the role of a connection some customers, or none, instead of all. */
export async function seesCustomersAlone(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ isPartial: boolean }>(
    `SELECT row_security_active('${schema}.runs') AS "isPartial"`,
  );
  return rows[0]?.isPartial ?? false;
}
