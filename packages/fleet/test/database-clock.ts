import pg from "pg";
import { onTestFinished } from "vitest";

/** The clock of a database, which a test sets as an administrator does. */
export interface DatabaseClock {
  readonly pool: pg.Pool;
  /** Sets it to an instant, from which it goes on. */
  set(to: Date): Promise<void>;
  /** Sets it forward, or back. */
  move(seconds: number): Promise<void>;
}

/** Stands in front of Postgres's own functions for whoever connects from now on, since no server of a test may set the machine's clock. */
const functions = `
CREATE SCHEMA fake;
CREATE TABLE fake.clock AS SELECT interval '0' AS moved;
CREATE FUNCTION fake.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS 'SELECT pg_catalog.clock_timestamp() + moved FROM fake.clock';
CREATE FUNCTION fake.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT pg_catalog.now() + moved FROM fake.clock';
`;

/** The queue asks for the time by a function of its own; it is there once a first process has made its tables. */
const ofQueue = `
CREATE OR REPLACE FUNCTION pgboss.job_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT fake.now()';
`;

/** @param makeTables runs a first process on the database, whose clock stands in front by then. */
export async function databaseClock(databaseUrl: string, makeTables: () => Promise<unknown>): Promise<DatabaseClock> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // The server ends all connections when the test is finished.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  await pool.query(functions);
  const name = new URL(databaseUrl).pathname.slice(1);
  await pool.query(`ALTER DATABASE ${name} SET search_path = fake, pg_catalog, public`);
  await makeTables();
  await pool.query(ofQueue);
  return {
    pool,
    async set(to) {
      await pool.query("UPDATE fake.clock SET moved = $1::timestamptz - pg_catalog.clock_timestamp()", [to]);
    },
    async move(seconds) {
      await pool.query("UPDATE fake.clock SET moved = moved + make_interval(secs => $1)", [seconds]);
    },
  };
}
