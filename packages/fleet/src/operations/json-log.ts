import { Writable } from "node:stream";
import { type ParsedOptions, safeText, type Terminal, usage } from "cloud-inventory-plugin/fleet";

export type LogFormat = "json" | "text";
type Level = "info" | "warning" | "error";

/** Which run a line is about; whatever is known of it. */
export interface RunIds {
  readonly customer?: string;
  readonly name?: string;
  /** RFC 3339: the instant that the run was scheduled for. */
  readonly night?: string;
  readonly runId?: string;
}

/** What a worker says, a line each. */
export interface Log {
  info(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** The log of one run: its lines name it. */
  of(ids: RunIds): Log;
}

const longestMessage = 4096;
/** What may wait for whoever reads the log, in bytes: some thousand lines. */
const mostUnread = 1024 * 1024;

/**
 * How lines are written: as `--log` says, else as text where a person reads them, and as JSON elsewhere.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function logFormat(options: ParsedOptions, { stderr }: Pick<Terminal, "stderr">): LogFormat {
  const format = options.one("log") ?? (stderr.isTTY === true ? "text" : "json");
  if (format !== "json" && format !== "text") throw usage("--log must be json or text");
  return format;
}

/**
 * A log on standard error. The password of the database is in no line, whoever tells it.
 *
 * Nothing waits for its reader: where one is too slow, lines are left out, and how many is said as soon as there is room.
 */
export function openLog({ stderr, environment }: Pick<Terminal, "stderr" | "environment">, format: LogFormat): Log {
  const secrets = passwordsIn(environment);
  let leftOut = 0;
  const write = (level: Level, ids: RunIds, message: string): void => {
    stderr.write(`${format === "json" ? asJson(level, ids, message) : asText(level, ids, message)}\n`);
  };
  const line = (level: Level, ids: RunIds, message: string): void => {
    if (stderr.writableLength >= mostUnread) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0)
      write("warning", {}, `lines of this log that nobody read in time, and that are left out: ${leftOut}`);
    leftOut = 0;
    write(level, ids, withoutSecrets(safeText(message), secrets).slice(0, longestMessage).toWellFormed());
  };
  const of = (ids: RunIds): Log => ({
    info: (message) => line("info", ids, message),
    warning: (message) => line("warning", ids, message),
    error: (message) => line("error", ids, message),
    of: (more) => of({ ...ids, ...more }),
  });
  return of({});
}

/** A terminal whose lines for people, such as those of a run, go to a log. */
export function logged(terminal: Terminal, log: Log): Terminal {
  let unfinished = "";
  const tell = (line: string): void => {
    const [, level, message = line] = /^(error|warning|note): (.*)$/.exec(line) ?? [];
    if (level === "error" || level === "warning") log[level](message);
    else if (message.trim() !== "") log.info(message);
  };
  const stderr = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      const lines = `${unfinished}${String(chunk)}`.split("\n");
      unfinished = (lines.pop() ?? "").slice(0, longestMessage);
      lines.forEach(tell);
      done();
    },
    final(done) {
      tell(unfinished);
      done();
    },
  });
  return { ...terminal, stderr };
}

function asJson(level: Level, { customer, name, night, runId }: RunIds, message: string): string {
  return JSON.stringify({ time: new Date().toISOString(), level, message, customer, name, night, runId });
}

function asText(level: Level, { customer, name }: RunIds, message: string): string {
  const about = customer === undefined ? "" : safeText(name === undefined ? `${customer}: ` : `${customer}/${name}: `);
  return `${level === "info" ? "" : `${level}: `}${about}${message}`;
}

/** As they are written, and as they are meant, the longest first. */
function passwordsIn({ DATABASE_URL: url = "", PGPASSWORD = "" }: NodeJS.ProcessEnv): readonly string[] {
  const written = /^[a-z]+:\/\/[^/]*?:([^/]*)@/i.exec(url)?.[1] ?? "";
  const inQuery = /[?&]password=([^&]*)/i.exec(url)?.[1] ?? "";
  const all = [url, PGPASSWORD, written, inQuery, decoded(written), decoded(inQuery)];
  return [...new Set(all)].filter((one) => one !== "").toSorted((one, other) => other.length - one.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text);
}
