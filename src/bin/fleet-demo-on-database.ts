/** The part of `npm run fleet:demo` that DATABASE_URL adds: the same night by three workers, and what differs. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { usage } from "../hosts/cli/arguments.ts";
import { type ExitCode, exitCodes } from "../hosts/cli/exit-codes.ts";
import { main } from "../hosts/cli/main.ts";
import type { Terminal } from "../hosts/cli/terminal.ts";

const runner = join(import.meta.dirname, "..", "..", "scripts", "fleet-package.js");
const program = join(import.meta.dirname, "..", "..", "packages", "fleet", "dist", "bin", "cloud-inventory-fleet.js");
const workerCount = 3;

export interface DemoNight {
  /** The folder of configs. */
  readonly customers: string;
  /** What one process kept of the night, beside those of earlier ones. */
  readonly snapshots: string;
  readonly onDatabase: string;
}

/** Reads a fleet by three workers on a database. @returns what it came to, as `fleet status` prints it. */
export async function nightOnDatabase(
  { customers, onDatabase }: DemoNight,
  { environment, stderr, signal }: Terminal,
): Promise<string> {
  const runFile = promisify(execFile);
  const node = (await runFile(process.execPath, [runner, "node"], { signal })).stdout.trim();
  const run = async (...words: readonly string[]): Promise<string> => {
    try {
      return (await runFile(node, [program, ...words], { env: environment, signal })).stdout;
    } catch (thrown) {
      const said = thrown instanceof Error && "stderr" in thrown ? String(thrown.stderr) : "";
      throw usage(said.replace(/^error: /, "").trim() || `fleet ${words[0]} cannot be started`);
    }
  };
  await run("enqueue", customers);
  const workers = Array.from({ length: workerCount }, () =>
    spawn(node, [program, "worker", customers, "--snapshots", onDatabase], {
      env: environment,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  try {
    await untilRead(async () => JSON.parse(await run("status", "--json")), workers);
    return await run("status");
  } finally {
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => (worker.exitCode === null ? once(worker, "exit") : undefined)));
    stderr.write(`${workerCount} workers have stopped\n`);
  }
}

interface Status {
  readonly queue: { readonly waiting: number; readonly active: number };
}

async function untilRead(status: () => Promise<Status>, workers: readonly ChildProcess[]): Promise<void> {
  for (;;) {
    const { queue } = await status();
    if (queue.waiting === 0 && queue.active === 0) return;
    if (workers.every(({ exitCode }) => exitCode !== null)) throw new Error("all workers have ended");
    await sleep(1000);
  }
}

/** What `diff` says of the last snapshots of each inventory in two folders. */
export interface ComparedNights {
  readonly same: number;
  /** Nothing differs in what both read; both lack something. */
  readonly untold: readonly string[];
  readonly different: readonly string[];
}

export async function compareNights({ snapshots, onDatabase }: DemoNight, terminal: Terminal): Promise<ComparedNights> {
  const names = new Set([...(await inventoriesIn(snapshots)), ...(await inventoriesIn(onDatabase))]);
  const found = new Map<string, ExitCode>();
  for (const name of [...names].toSorted()) {
    const [one, other] = [await lastIn(join(snapshots, name)), await lastIn(join(onDatabase, name))];
    const isThere = one !== undefined && other !== undefined;
    found.set(
      name,
      isThere ? await main(["diff", one, other, "--output", "/dev/null"], terminal) : exitCodes.different,
    );
  }
  const ended = (...codes: readonly ExitCode[]) => [...names].filter((name) => codes.includes(found.get(name) ?? 1));
  const [same, untold] = [ended(exitCodes.complete), ended(exitCodes.incomplete)];
  const different = [...names].filter((name) => !same.includes(name) && !untold.includes(name));
  return { same: same.length, untold, different };
}

async function inventoriesIn(folder: string): Promise<readonly string[]> {
  const customers = await foldersIn(folder);
  const names = await Promise.all(
    customers.map(async (customer) => (await foldersIn(join(folder, customer))).map((name) => join(customer, name))),
  );
  return names.flat();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function lastIn(folder: string): Promise<string | undefined> {
  // An inventory that has no snapshot has no folder.
  const names = await readdir(folder).catch(() => []);
  const name = names.toSorted().at(-1);
  return name === undefined ? undefined : join(folder, name);
}
