import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type AccountOptions,
  type EmulatedAccount,
  type Emulators,
  madeUpFleet,
  startEmulators,
} from "../../../src/emulator/index.ts";

const program = join(import.meta.dirname, "..", "dist", "bin", "cloud-inventory-fleet.js");

/** What a fleet is made of. */
export interface FleetToMake {
  readonly options: readonly AccountOptions[];
  /** An entry of each inventory. */
  inventories(
    accounts: readonly EmulatedAccount[],
  ): readonly { readonly customer: string; readonly name: string; readonly config: object; readonly kinds?: string }[];
}

/** A made-up fleet on emulators, and the programs that work on it. */
export interface FleetAtWork {
  /** A folder of configs, one folder a customer. */
  readonly customers: string;
  readonly snapshots: string;
  readonly emulators: Emulators;
  /** How many inventories there are. */
  readonly count: number;
  /** The variables that its programs are started with. */
  readonly environment: NodeJS.ProcessEnv;
  /** Runs a word to its end. */
  run(...words: readonly string[]): Promise<Ended>;
  /** Begins a word. */
  start(...words: readonly string[]): Started;
  /** Starts a worker, and waits until it is ready. */
  worker(...words: readonly string[]): Promise<Worker>;
  /** Starts a worker that has its configs elsewhere. */
  workerOf(fleet: string, ...words: readonly string[]): Promise<Worker>;
  /** The same, where other variables are set. */
  with(environment: NodeJS.ProcessEnv): Pick<FleetAtWork, "run" | "start" | "worker" | "workerOf">;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Worker {
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal, and waits for the end of the process. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** @param databaseUrl a database of the test's own. */
export async function fleetAtWork(
  databaseUrl: string,
  made: FleetToMake = madeUpFleet(Date.now()),
): Promise<FleetAtWork> {
  const emulators = await startEmulators(made.options);
  const folder = mkdtempSync(join(tmpdir(), "fleet-at-work-"));
  onTestFinished(async () => {
    await emulators.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const [customers, snapshots] = [join(folder, "customers"), join(folder, "snapshots")];
  const inventories = made.inventories(emulators.accounts);
  for (const { customer, name, ...entry } of inventories) {
    mkdirSync(join(customers, customer), { recursive: true, mode: 0o700 });
    writeFileSync(join(customers, customer, `${name}.json`), JSON.stringify(entry), { mode: 0o600 });
  }
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    ...emulators.environment,
    CLOUD_INVENTORY_STATE_DIR: "off",
    DATABASE_URL: databaseUrl,
  };
  const programsIn = (environment: NodeJS.ProcessEnv): ReturnType<FleetAtWork["with"]> => {
    const workerOf: FleetAtWork["workerOf"] = (configs, ...words) =>
      startWorker(
        ["worker", configs, "--snapshots", snapshots, ...(words.includes("--log") ? [] : ["--log", "text"]), ...words],
        environment,
      );
    return {
      run: (...words) => start(words, environment).ended,
      start: (...words) => start(words, environment),
      worker: (...words) => workerOf(customers, ...words),
      workerOf,
    };
  };
  return {
    customers,
    snapshots,
    emulators,
    count: inventories.length,
    environment: env,
    ...programsIn(env),
    with: (more) => programsIn({ ...env, ...more }),
  };
}

function start(words: readonly string[], env: NodeJS.ProcessEnv): Started {
  let child: ChildProcess | undefined;
  const ended = new Promise<Ended>((resolve) => {
    child = execFile(process.execPath, [program, ...words], { env }, (_, stdout, stderr) =>
      resolve({ code: child?.exitCode ?? -1, stdout, stderr }),
    );
  });
  if (child === undefined) throw new Error("a promise begins at once");
  return { child, ended };
}

async function startWorker(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Worker> {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  const ended = once(child, "exit") as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.includes("is ready")) resolve();
    });
    child.once("exit", () => reject(new Error(`the worker ended before it was ready: ${text}`)));
  });
  return {
    child,
    said: () => text,
    ended: ended.then(([code]) => code),
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
