import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, onTestFinished } from "vitest";

/** A Postgres server of a test's own, on a socket in a folder of its own: no port is taken. */
export interface TestPostgres {
  readonly url: string;
  /** Stops it as an outage would. */
  halt(): void;
  /** Starts it again. */
  start(): void;
  stop(): void;
}

const installed = "/usr/lib/postgresql";

/** The folder of Postgres's programs; undefined where it is not installed. */
function programsFolder(): string | undefined {
  if (!existsSync(installed)) return undefined;
  const versions = readdirSync(installed).filter((version) => Number(version) >= 15);
  const newest = versions.toSorted((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? undefined : join(installed, newest, "bin");
}

const programs = programsFolder();
/** Why tests that need Postgres are skipped; undefined where they run. */
export const noPostgres = programs === undefined ? "Postgres 15 or newer is not installed" : undefined;

/** Postgres refuses to run as root. */
function run(program: string, args: readonly string[]): void {
  const path = join(programs ?? "", program);
  const isRoot = process.getuid?.() === 0;
  const [command, ...before] = isRoot ? ["runuser", "-u", "postgres", "--", path] : [path];
  if (command === undefined) return;
  execFileSync(command, [...before, ...args], { stdio: "ignore", cwd: tmpdir() });
}

/** Starts a server of its own. */
function startPostgres(): TestPostgres {
  const folder = mkdtempSync(join(tmpdir(), "fleet-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  run("initdb", ["-D", data, "-U", "fleet", "-A", "trust", "--no-sync", "-E", "UTF8"]);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`;
  const start = (): void => run("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  const halt = (): void => run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]);
  start();
  return {
    url: `postgres://fleet@localhost/postgres?host=${encodeURIComponent(folder)}`,
    halt,
    start,
    stop() {
      halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server for the tests of a `describe`, from before the first to after the last. */
export function usePostgres(): Omit<TestPostgres, "stop"> {
  let server: TestPostgres | undefined;
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server?.stop());
  const running = (): TestPostgres => {
    if (server === undefined) throw new Error("the server is there in tests alone");
    return server;
  };
  return {
    get url() {
      return running().url;
    },
    halt: () => running().halt(),
    start: () => running().start(),
  };
}

let made = 0;

/** A fresh database in a server, which goes when the test is finished. */
export async function freshDatabase({ url }: Pick<TestPostgres, "url">): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  onTestFinished(async () => {
    const admin = new pg.Client(url);
    await admin.connect();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
