import { usage } from "cloud-inventory-plugin/fleet";
import pg from "pg";

/** Where everything of a fleet is, but the jobs, which are pg-boss's own. */
export const schema = "cloud_inventory";

/** The oldest Postgres that has all that is used here (`security_invoker` views). */
const oldestVersion = 15;

/**
 * Opens the database of a fleet.
 *
 * @param environment `DATABASE_URL` says where it is; libpq's variables (`PGHOST`, `PGSSLMODE`, …) say what it leaves open.
 * @throws InventoryError INVALID_CONFIG where nothing names a database, or it is too old, or not to be reached.
 */
export async function openDatabase(environment: NodeJS.ProcessEnv, { connections = 10 } = {}): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl(environment),
    max: connections,
    application_name: "cloud-inventory-fleet",
    // A process that stands still must not keep what others wait for.
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; whoever uses one is told by the query.
  pool.on("error", () => {});
  // One that breaks while it is in use, too: without anybody who listens, that would end the process. Its next statement fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    const { rows } = await pool.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    const [{ version } = { version: 0 }] = rows;
    if (version < oldestVersion) throw usage(`the database is Postgres ${version}, and ${oldestVersion} is needed`);
    return pool;
  } catch (thrown) {
    await pool.end();
    throw asUnreachable(thrown);
  }
}

/** @throws InventoryError INVALID_CONFIG */
export function databaseUrl({ DATABASE_URL: url }: NodeJS.ProcessEnv): string {
  if (url === undefined || url === "") {
    throw usage(
      "DATABASE_URL is not set: it names the Postgres of the fleet, such as postgres://fleet@db.example/fleet",
    );
  }
  return url;
}

/** What the driver says names hosts and users, and never a password; the address itself may hold one, and is not repeated. */
function asUnreachable(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return usage("the database cannot be reached");
  if (thrown.name === "InventoryError") return thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : thrown.message;
  return usage(`the database of DATABASE_URL cannot be reached (${code})`);
}
