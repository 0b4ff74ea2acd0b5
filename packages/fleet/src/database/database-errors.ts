import { asInventoryError, InventoryError } from "cloud-inventory-plugin/fleet";
import pg from "pg";

/** What went wrong with a database, in words of ours. */
interface Told {
  readonly what: string;
  readonly mend: string;
  /** Whether it may pass without anybody changing a setting. */
  readonly mayPass?: true;
}

/**
 * The error of whoever used the database. What the server or its driver refuses is told with what to do about it; of their own words it
 * has the names of tables, roles, databases and hosts alone, and never the address, which may hold a password.
 *
 * @returns INVALID_CONFIG where somebody has to change something, UNAVAILABLE where it may pass; INTERNAL where it is unknown.
 */
export function asDatabaseError(thrown: unknown): InventoryError {
  const told = toldOf(thrown);
  return told === undefined ? unknownError(thrown) : errorOf(told.mayPass ? "UNAVAILABLE" : "INVALID_CONFIG", told);
}

/** The same for a job, which is tried again whatever the database lacks: none of it is the fault of an inventory's entry. */
export function asJobError(thrown: unknown): InventoryError {
  const told = toldOf(thrown);
  return told === undefined ? unknownError(thrown) : errorOf("UNAVAILABLE", told);
}

/** What nobody foresaw. What the server refuses has a code, which says where to look. */
function unknownError(thrown: unknown): InventoryError {
  if (!(thrown instanceof pg.DatabaseError)) return asInventoryError(thrown);
  return new InventoryError("INTERNAL", `the database refused a statement (${thrown.code})`, { cause: thrown });
}

function errorOf(code: "INVALID_CONFIG" | "UNAVAILABLE", { what, mend }: Told): InventoryError {
  return new InventoryError(code, `${what}: ${mend}`);
}

function toldOf(thrown: unknown): Told | undefined {
  if (!(thrown instanceof Error) || thrown instanceof InventoryError) return undefined;
  // Of several addresses of a host, the first one stands for all.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return toldOf(thrown.errors[0]);
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  if (thrown instanceof pg.DatabaseError) return ofServer(code, thrown.message);
  return ofNetwork(code, thrown) ?? ofPg.find(([pattern]) => pattern.test(thrown.message))?.[1];
}

type Refusal = Omit<Told, "what"> & { readonly what: string | ((message: string) => string) };

const tryAgain = { mend: "try again", mayPass: true } as const;
const lost: Told = { what: "the connection to the database was lost", ...tryAgain };
const noTables: Refusal = {
  what: "the database of DATABASE_URL holds no fleet yet, or one of an older version",
  mend: "fleet worker, enqueue and schedule make its tables",
};

const otherSession: Refusal = {
  what: "one connection to the database led to several of its sessions",
  mend: "a pooler of connections before it has to be in session mode",
};
/** Temporary tables, which a session alone has. */
const temporary = /\b(staged|judged)\b/;

/**
 * By the beginning of a code (https://www.postgresql.org/docs/current/errcodes-appendix.html), and by what the message names where that
 * matters: the first that fits counts.
 */
const refusals: readonly (readonly [string, Refusal, RegExp?])[] = [
  ["08", lost],
  [
    "25006",
    {
      what: "the database takes no writes",
      mend: "it is a standby, or read-only; name the primary one in DATABASE_URL",
    },
  ],
  ["25P0", { what: "the database ended a transaction that stood still", ...tryAgain }],
  [
    "28",
    {
      what: (message) => `the database refuses the role${nameIn(message, /(?:user|role) "([^"]+)"/)}`,
      mend: "check the user and the password of DATABASE_URL, and what pg_hba.conf of the server asks for",
    },
  ],
  ["42P01", otherSession, temporary],
  ["42P07", otherSession, temporary],
  // Cursors, and statements that were prepared.
  ["34", otherSession],
  ["42P03", otherSession],
  ["26", otherSession],
  ["42P05", otherSession],
  ["3F000", noTables],
  ["42P01", noTables],
  ["42703", noTables],
  ["42883", noTables],
  [
    "3D000",
    {
      what: (message) => `the server has no such database${nameIn(message, /database "([^"]+)"/)}`,
      mend: "create it, or name another one in DATABASE_URL",
    },
  ],
  ["40", { what: "somebody else wrote to the database at the same time", ...tryAgain }],
  [
    "42501",
    {
      what: (message) => `the role of DATABASE_URL has no right to ${objectIn(message)}`,
      mend: "grant it, or use the role that made the tables",
    },
  ],
  ["53100", { what: "the disk of the database is full", mend: "make room", mayPass: true }],
  ["53200", { what: "the server of the database has no memory left", ...tryAgain }],
  [
    "53300",
    {
      what: "the server of the database has no connection left",
      mend: "raise max_connections, or start fewer workers, or with a lower --at-once",
      mayPass: true,
    },
  ],
  ["53", { what: "the server of the database has run out of something", mend: "its log says of what", mayPass: true }],
  ["55", { what: "somebody else holds what was to be changed in the database", ...tryAgain }],
  [
    "57014",
    {
      what: "the database ended a statement before it was done",
      mend: "somebody cancelled it, or statement_timeout of the role is too short",
      mayPass: true,
    },
  ],
  ["57P03", { what: "the database is starting, or stopping", ...tryAgain }],
  ["57P04", { what: "the database was dropped", mend: "name another one in DATABASE_URL" }],
  ["57", { what: "the database was shut down, or somebody ended the connection", ...tryAgain }],
  ["58", { what: "the server of the database failed", mend: "its log says why", mayPass: true }],
];

/** What is none of these may be a defect of ours. */
function ofServer(code: string, message: string): Told | undefined {
  const refusal = refusals.find(([beginning, , named = /^/]) => code.startsWith(beginning) && named.test(message))?.[1];
  if (refusal === undefined) return undefined;
  const what = typeof refusal.what === "string" ? refusal.what : refusal.what(message);
  return { ...refusal, what: `${what} (${code})` };
}

/** A server that speaks another language than English may name nothing that is found. */
function nameIn(message: string, pattern: RegExp): string {
  const name = pattern.exec(message)?.[1];
  return name === undefined ? "" : ` ${name}`;
}

function objectIn(message: string): string {
  const found = /\b(table|view|schema|database|sequence|function|relation) "?([^\s"]+)"?$/.exec(message);
  return found === null ? "what was asked of it" : `the ${found[1]} ${found[2]}`;
}

function ofNetwork(code: string, thrown: Error): Told | undefined {
  if (/CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/.test(code)) {
    return {
      what: `the TLS certificate of the database is not trusted (${code})`,
      mend: "sslrootcert=FILE in DATABASE_URL names whose certificates are, and its host has to be the certificate's",
    };
  }
  const { syscall, hostname, address, port } = Object(thrown);
  if ((syscall === "read" || syscall === "write") && ["ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code)) return lost;
  if (syscall !== "connect" && syscall !== "getaddrinfo") return undefined;
  const at = [hostname ?? address ?? [], port ?? []].flat().join(":");
  return {
    what: `the database of DATABASE_URL cannot be reached${at === "" ? "" : ` at ${at}`} (${code})`,
    mend: "check its host and port, and that it runs",
    mayPass: true,
  };
}

/** What `pg` says itself has no code. */
const ofPg: readonly (readonly [RegExp, Told])[] = [
  [
    /^SASL: .*password must be/,
    { what: "the database asks for a password", mend: "DATABASE_URL has none, nor has PGPASSWORD" },
  ],
  [
    /^The server does not support SSL/,
    { what: "the database offers no TLS", mend: "sslmode in DATABASE_URL, or PGSSLMODE, asks for it" },
  ],
  [
    /^There was an error establishing an SSL/,
    { what: "what answers is not the database", mend: "check the host and the port of DATABASE_URL" },
  ],
  [
    /timeout (expired|exceeded)|due to connection timeout/,
    {
      what: "the database of DATABASE_URL did not answer in time",
      mend: "check its host and port, and what else it is doing",
      mayPass: true,
    },
  ],
  [
    /^Connection terminated|^Client has encountered a connection error|^Client was closed|^Cannot use a pool after/,
    lost,
  ],
];
