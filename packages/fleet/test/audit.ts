import pg from "pg";
import { onTestFinished } from "vitest";

/** What triggers in the database noted of each write, whoever made it. */
export interface Audit {
  readonly pool: pg.Pool;
  /** Each change of a run's row. */
  runs(): Promise<readonly NotedRun[]>;
  /** Each write of a memory, and who had the account then. */
  memories(): Promise<readonly { readonly writer: string; readonly holder: string | null }[]>;
  /** Each end of a job: how, and of which inventory and night. */
  jobs(): Promise<readonly { readonly queue: string; readonly state: string; readonly job: string }[]>;
  /** Each lease of an account, in the order in which they were taken. */
  leases(): Promise<readonly NotedLease[]>;
}

export interface NotedRun {
  readonly job: string;
  readonly before: string | null;
  readonly state: string | null;
  readonly tokenBefore: string | null;
  readonly token: string;
  /** Whose row it is. */
  readonly worker: string;
  /** Who wrote it: the `application_name` of the connection. */
  readonly writer: string;
}

export interface NotedLease {
  readonly accountDigest: string;
  readonly customer: string;
  readonly worker: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /** When it was given back, or ended by itself, as far as its last renewal says. */
  readonly endsAt: number;
  /** How many accounts of the customer were held once it was taken, by all workers. */
  readonly held: number;
}

const triggers = `
CREATE SCHEMA audit;
CREATE TABLE audit.runs (n bigserial, job text, before text, state text, token_before bigint, token bigint, worker text, writer text);
CREATE TABLE audit.memories (n bigserial, writer text, holder text);
CREATE TABLE audit.jobs (n bigserial, queue text, state text, job text);
CREATE TABLE audit.leases (token bigint PRIMARY KEY, account_digest text, customer text, worker text,
  taken_at timestamptz DEFAULT clock_timestamp(), ends_at timestamptz, held int);
CREATE FUNCTION audit.writer() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('application_name') $$;

CREATE FUNCTION audit.run() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit.runs (job, before, state, token_before, token, worker, writer) VALUES (
    NEW.customer || '/' || NEW.name || ' ' || extract(epoch FROM NEW.night),
    CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, NEW.state,
    CASE TG_OP WHEN 'UPDATE' THEN OLD.token END, NEW.token, NEW.worker, audit.writer());
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON cloud_inventory.runs FOR EACH ROW EXECUTE FUNCTION audit.run();

CREATE FUNCTION audit.memory() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit.memories (writer, holder) VALUES (audit.writer(), (
    SELECT worker FROM cloud_inventory.account_leases
    WHERE account_digest = encode(sha256(convert_to(NEW.inventory || ' ' || NEW.account, 'UTF8')), 'hex')
      AND expires_at > clock_timestamp()));
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON cloud_inventory.memories FOR EACH ROW EXECUTE FUNCTION audit.memory();

CREATE FUNCTION audit.job() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state IN ('completed', 'failed') OR NEW.name = 'inventories-dead-letter' THEN
    INSERT INTO audit.jobs (queue, state, job) VALUES (NEW.name, NEW.state,
      (NEW.data->>'customer') || '/' || (NEW.data->>'name') || ' ' || extract(epoch FROM (NEW.data->>'night')::timestamptz));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON pgboss.job FOR EACH ROW EXECUTE FUNCTION audit.job();

CREATE FUNCTION audit.lease() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit.leases (token, account_digest, customer, worker, ends_at, held)
    SELECT NEW.token, NEW.account_digest, NEW.customer, NEW.worker, NEW.expires_at, count(*)
    FROM cloud_inventory.account_leases WHERE customer = NEW.customer AND expires_at > clock_timestamp()
  ON CONFLICT (token) DO UPDATE SET ends_at = EXCLUDED.ends_at;
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON cloud_inventory.account_leases
  FOR EACH ROW EXECUTE FUNCTION audit.lease();
`;

/** Begins to note what is written; the tables have to be there already. */
export async function audit(databaseUrl: string): Promise<Audit> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  // A server that a test takes away.
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  await pool.query(triggers);
  const rowsOf = async <Row extends pg.QueryResultRow>(query: string) => (await pool.query<Row>(query)).rows;
  return {
    pool,
    runs: () =>
      rowsOf(
        `SELECT job, before, state, token_before AS "tokenBefore", token, worker, writer FROM audit.runs ORDER BY n`,
      ),
    memories: () => rowsOf("SELECT writer, holder FROM audit.memories ORDER BY n"),
    jobs: () => rowsOf("SELECT queue, state, job FROM audit.jobs ORDER BY n"),
    leases: () =>
      rowsOf(
        `SELECT account_digest AS "accountDigest", customer, worker, held,
           (extract(epoch FROM taken_at) * 1000)::float AS "takenAt", (extract(epoch FROM ends_at) * 1000)::float AS "endsAt"
         FROM audit.leases ORDER BY token`,
      ),
  };
}
