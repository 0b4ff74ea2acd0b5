import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InventoryError, main } from "cloud-inventory-plugin/fleet";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { asDatabaseError, asJobError } from "../src/database/database-errors.ts";
import { migrate } from "../src/database/migrate.ts";
import { fleetEngine } from "../src/index.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { terminalOf } from "./terminal.ts";

/** Runs a word of the command line in this process. */
async function run(url: string, ...words: readonly string[]) {
  const { terminal, stderr } = terminalOf({ DATABASE_URL: url });
  return { code: await main(["fleet", ...words], { ...terminal, fleetEngine }), said: stderr() };
}

describe("an address of a database that cannot be used", () => {
  it.each([
    ["fleet:planted-secret@db.example/fleet", "has to begin with postgres:// or postgresql://"],
    ["mysql://fleet:planted-secret@db.example/fleet", "has to begin with postgres:// or postgresql://"],
    ["host=db.example password=planted-secret", "has to begin with postgres:// or postgresql://"],
    ["postgres://fleet:planted-secret/more@db.example/fleet", "are written as %XX"],
    ["postgres://fleet:planted-secret@db.example:70000/fleet", "cannot be read"],
    ["postgres://fleet:planted-secret@db.example/fleet?port=planted-secret", "cannot be read"],
    [
      "postgres://fleet:planted-secret@db.example/fleet?sslrootcert=/nowhere/planted-secret",
      "sslkey) cannot be read (ENOENT)",
    ],
  ])("is refused, and not repeated: %s", async (url, sentence) => {
    for (const words of [["query", "current"], ["metrics"], ["status"]]) {
      const { code, said } = await run(url, ...words);
      expect([code, said]).toEqual([2, expect.stringMatching(/^error: .*DATABASE_URL .*\n$/)]);
      expect(said).toContain(sentence);
      expect(said).not.toContain("planted-secret");
    }
  });

  it("is told with its host where nothing answers, or something else", async () => {
    const refused = await run("postgres://fleet:planted-secret@127.0.0.1:1/fleet", "query", "current");
    expect(refused).toEqual({
      code: 2,
      said: "error: the database of DATABASE_URL cannot be reached at 127.0.0.1:1 (ECONNREFUSED): check its host and port, and that it runs\n",
    });
    const noSocket = await run("postgres:///fleet?host=/nowhere", "query", "current");
    expect(noSocket.said).toContain("cannot be reached at /nowhere/.s.PGSQL.5432 (ENOENT): ");
    const other = createServer((socket) => socket.end("220 mail.example\r\n")).listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const mail = await run(`postgres://fleet:planted-secret@127.0.0.1:${port}/fleet?sslmode=verify-full`, "metrics");
    expect(mail).toEqual({
      code: 2,
      said: "error: what answers is not the database: check the host and the port of DATABASE_URL\n",
    });
  });
});

describe.skipIf(noPostgres !== undefined)("what a server refuses", () => {
  const postgres = usePostgres();

  const asRole = (url: string, role: string): string => {
    const own = new URL(url);
    own.username = role;
    return own.href;
  };

  it("is said of a role without rights, by every word", async () => {
    const url = await freshDatabase(postgres);
    const owner = await openDatabase({ DATABASE_URL: url });
    onTestFinished(() => owner.end());
    await owner.query("DROP ROLE IF EXISTS guest");
    await owner.query("CREATE ROLE guest LOGIN");
    const guest = asRole(url, "guest");
    const snapshots = mkdtempSync(join(tmpdir(), "fleet-snapshots-"));
    onTestFinished(() => rmSync(snapshots, { recursive: true }));
    expect(await run(guest, "forget", "acme", "--yes", "--snapshots", snapshots)).toMatchObject({
      code: 2,
      said: expect.stringContaining(
        `has no right to the database ${new URL(url).pathname.slice(1)} (42501): grant it, or `,
      ),
    });
    await migrate(owner);
    for (const words of [["query", "current"], ["metrics"]]) {
      expect(await run(guest, ...words)).toEqual({
        code: 2,
        said: "error: the role of DATABASE_URL has no right to the schema cloud_inventory (42501): grant it, or use the role that made the tables\n",
      });
    }
    await owner.query("GRANT USAGE ON SCHEMA cloud_inventory TO guest");
    expect((await run(guest, "metrics")).said).toContain("has no right to the table runs (42501): ");
  });

  it("is said of a role, a database and a connection that are not to be had", async () => {
    const url = await freshDatabase(postgres);
    const owner = await openDatabase({ DATABASE_URL: url });
    onTestFinished(() => owner.end());
    expect((await run(asRole(url, "nobody"), "query", "current")).said).toContain(
      "error: the database refuses the role nobody (28000): check the user",
    );
    const elsewhere = new URL(url);
    elsewhere.pathname = "/elsewhere";
    expect((await run(elsewhere.href, "query", "current")).said).toContain(
      "error: the server has no such database elsewhere (3D000): create it",
    );
    await owner.query("DROP ROLE IF EXISTS late");
    await owner.query("CREATE ROLE late LOGIN CONNECTION LIMIT 0");
    expect((await run(asRole(url, "late"), "query", "current")).said).toContain(
      "has no connection left (53300): raise",
    );
    const tls = new URL(url);
    tls.searchParams.set("sslmode", "verify-full");
    expect((await run(tls.href, "query", "current")).said).toContain("the database offers no TLS: sslmode");
  });

  it("is said of tables that are not there", async () => {
    const url = await freshDatabase(postgres);
    for (const words of [["query", "current"], ["metrics"], ["status"]]) {
      const { code, said } = await run(url, ...words);
      expect([code, said]).toEqual([
        2,
        expect.stringMatching(/holds no fleet yet, .*: fleet worker, enqueue and schedule make its tables\n$/),
      ]);
    }
  });

  const refusalOf = (database: pg.Pool | pg.PoolClient, sql: string) =>
    database.query(sql).then(() => undefined, asDatabaseError);
  const pooled = {
    code: "INVALID_CONFIG",
    message: expect.stringMatching(/\(\w{5}\): a pooler of connections before it has to be in session mode$/),
  };

  it("is said of what ends in the middle, and is a failure that may pass", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    onTestFinished(() => pool.end());
    const passing = (message: string) => ({ code: "UNAVAILABLE", message: expect.stringContaining(message) });
    expect(await refusalOf(pool, "SET statement_timeout = 1; SELECT pg_sleep(3600)")).toMatchObject(passing("(57014)"));
    expect(await refusalOf(pool, "SELECT pg_terminate_backend(pg_backend_pid())")).toMatchObject(passing("(57P01)"));
    // Not the database's, nor anything that somebody could change there.
    expect(await refusalOf(pool, "SELEC 1")).toEqual(
      new InventoryError("INTERNAL", "the database refused a statement (42601)"),
    );
  });

  it("is said of what another session has, as behind a pooler that gives a session to every transaction", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    onTestFinished(() => pool.end());
    const client = await pool.connect();
    onTestFinished(() => client.release(true));
    await client.query(
      "CREATE TEMPORARY TABLE staged (); DECLARE answer CURSOR WITH HOLD FOR SELECT 1; PREPARE known AS SELECT 1",
    );
    const missing = ["SELECT FROM staged", "COPY judged FROM STDIN", "FETCH 5 FROM answer", "EXECUTE known"];
    const twice = [
      "CREATE TEMPORARY TABLE staged ()",
      "DECLARE answer CURSOR WITH HOLD FOR SELECT 1",
      "PREPARE known AS SELECT 1",
    ];
    for (const sql of missing)
      expect([sql, await refusalOf(pool, sql)]).toEqual([sql, expect.objectContaining(pooled)]);
    for (const sql of twice)
      expect([sql, await refusalOf(client, sql)]).toEqual([sql, expect.objectContaining(pooled)]);
  });
});

describe("what no server here refuses", () => {
  const server = (code: string, message = "") => Object.assign(new pg.DatabaseError(message, 0, "error"), { code });
  const system = (fields: object) => Object.assign(new Error("planted-secret"), fields);

  it.each([
    [server("28P01", 'password authentication failed for user "fleet"'), "refuses the role fleet (28P01): check"],
    [server("28P01", "authentification par mot de passe échouée pour « planted-secret »"), "refuses the role (28P01)"],
    [server("42501", "must be owner of table runs"), "no right to the table runs (42501)"],
    [server("42501", "keine Berechtigung für Tabelle planted-secret"), "no right to what was asked of it (42501)"],
    [server("53100", "could not extend file planted-secret"), "disk of the database is full (53100)"],
    [server("42P01", "la relation « staged » n'existe pas"), "has to be in session mode"],
    [server("42P01", 'relation "cloud_inventory.runs" does not exist'), "holds no fleet yet"],
    [server("53400"), "has run out of something (53400)"],
    [server("57P03"), "starting, or stopping (57P03): try again"],
    [server("25006"), "takes no writes (25006)"],
    [system({ code: "ENOTFOUND", syscall: "getaddrinfo", hostname: "db.example" }), "at db.example (ENOTFOUND)"],
    [system({ code: "ETIMEDOUT", syscall: "connect", address: "::1", port: 5432 }), "at ::1:5432 (ETIMEDOUT)"],
    [
      Object.assign(
        new AggregateError([system({ code: "ECONNREFUSED", syscall: "connect", address: "::1", port: 1 })]),
        {
          code: "ECONNREFUSED",
        },
      ),
      "at ::1:1 (ECONNREFUSED)",
    ],
    [system({ code: "ECONNRESET", syscall: "read" }), "connection to the database was lost"],
    [system({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), "not trusted (DEPTH_ZERO_SELF_SIGNED_CERT): sslrootcert"],
    [system({ code: "ERR_TLS_CERT_ALTNAME_INVALID" }), "not trusted (ERR_TLS_CERT_ALTNAME_INVALID)"],
    [new Error("timeout expired"), "did not answer in time"],
    [new Error("Connection terminated unexpectedly"), "connection to the database was lost"],
    [new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string"), "asks for a password"],
  ])("is told in words of ours, of which a job makes a failure: %s", (thrown, sentence) => {
    const { message } = asDatabaseError(thrown);
    expect(message).toContain(sentence);
    expect(message).not.toContain("planted-secret");
    expect(asJobError(thrown)).toMatchObject({ code: "UNAVAILABLE", message });
  });

  it("is nobody's where it has nothing to do with a database", () => {
    for (const thrown of [system({ code: "ENOENT", syscall: "open" }), new TypeError("x"), server("42601"), "text"]) {
      expect(asDatabaseError(thrown).code).toBe("INTERNAL");
      expect(asJobError(thrown).code).toBe("INTERNAL");
    }
    expect(asJobError(server("22003")).message).toBe("the database refused a statement (22003)");
  });
});
