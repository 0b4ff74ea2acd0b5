import type { Socket } from "node:net";
import { type InventoryError, usage } from "cloud-inventory-plugin/fleet";
import pg from "pg";
import { asDatabaseError } from "./database-errors.ts";

/** Where everything of a fleet is, but the jobs, which are pg-boss's own. */
export const schema = "cloud_inventory";

/** The oldest Postgres that has all that is used here (`security_invoker` views). */
const oldestVersion = 15;

export interface DatabaseOptions {
  /** How many connections at most (10). */
  readonly connections?: number;
  /** Who is connected, as the database tells others. */
  readonly application?: string;
  /** What a connection is made of, where its owner ends it. */
  readonly stream?: (() => Socket) | undefined;
}

/**
 * Opens the database of a fleet.
 *
 * @param environment `DATABASE_URL` says where it is; libpq's variables (`PGHOST`, `PGSSLMODE`, …) say what it leaves open.
 * @throws InventoryError INVALID_CONFIG where nothing names a database, or it is too old, or not to be reached.
 */
export async function openDatabase(
  environment: NodeJS.ProcessEnv,
  { connections = 10, application = "cloud-inventory-fleet", stream }: DatabaseOptions = {},
): Promise<pg.Pool> {
  const pool = new pg.Pool({
    ...connectionSettings(environment, stream),
    max: connections,
    application_name: application,
    // A process that stands still must not keep what others wait for.
    idle_in_transaction_session_timeout: 30_000,
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
    throw asUnusable(thrown);
  }
}

/**
 * How every connection to the database is made.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function connectionSettings(environment: NodeJS.ProcessEnv, stream?: () => Socket) {
  return {
    connectionString: databaseUrl(environment),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...(stream === undefined ? {} : { stream }),
  };
}

function databaseUrl({ DATABASE_URL: url }: NodeJS.ProcessEnv): string {
  if (url === undefined || url === "") {
    throw usage(
      "DATABASE_URL is not set: it names the Postgres of the fleet, such as postgres://fleet@db.example/fleet",
    );
  }
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    throw usage(
      "DATABASE_URL has to begin with postgres:// or postgresql://, such as postgres://fleet@db.example/fleet",
    );
  }
  let port: number;
  try {
    ({ port } = new pg.Client({ connectionString: url }));
  } catch (thrown) {
    throw unreadableUrl(thrown);
  }
  if (Number.isNaN(port)) throw unreadableUrl(undefined);
  return url;
}

function unreadableUrl(thrown: unknown): InventoryError {
  // What the address names for TLS is read with it.
  if (thrown instanceof Error && "syscall" in thrown && "code" in thrown) {
    return usage(`a file that DATABASE_URL names (sslrootcert, sslcert or sslkey) cannot be read (${thrown.code})`);
  }
  return usage(
    "DATABASE_URL cannot be read: in its user and its password, other characters than letters and digits are written as %XX, such as %2F for a slash",
  );
}

/** A database that cannot be opened is not the one that was meant, until somebody says otherwise. */
function asUnusable(thrown: unknown): InventoryError {
  const error = asDatabaseError(thrown);
  if (error.code !== "INTERNAL") return usage(error.message);
  const code = thrown instanceof Error && "code" in thrown ? ` (${thrown.code})` : "";
  return usage(`the database of DATABASE_URL cannot be used${code}`);
}
