import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Emulators, madeUpFleet, startEmulators } from "../../../src/emulator/index.ts";

const program = join(import.meta.dirname, "..", "dist", "bin", "cloud-inventory-fleet.js");

/** A made-up fleet on emulators, and the programs that work on it. */
export interface FleetAtWork {
  /** A folder of configs, one folder a customer. */
  readonly customers: string;
  readonly snapshots: string;
  readonly emulators: Emulators;
  readonly made: ReturnType<typeof madeUpFleet>;
  /** How many inventories there are. */
  readonly count: number;
  /** Runs a word to its end. */
  run(...words: readonly string[]): Promise<Ended>;
  /** Starts a worker, and waits until it is ready. */
  worker(...words: readonly string[]): Promise<Worker>;
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
  /** Sends a signal, and waits for the end of the process. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** @param databaseUrl a database of the test's own. */
export async function fleetAtWork(databaseUrl: string): Promise<FleetAtWork> {
  const made = madeUpFleet(Date.now());
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
  return {
    customers,
    snapshots,
    emulators,
    made,
    count: inventories.length,
    run: (...words) =>
      new Promise((resolve) => {
        const child = execFile(process.execPath, [program, ...words], { env }, (_, stdout, stderr) =>
          resolve({ code: child.exitCode ?? -1, stdout, stderr }),
        );
      }),
    async worker(...words) {
      const args = [
        program,
        "worker",
        customers,
        "--snapshots",
        snapshots,
        ...(words.includes("--log") ? [] : ["--log", "text"]),
        ...words,
      ];
      const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
      let text = "";
      const ended = once(child, "exit") as Promise<[number | null]>;
      const ready = new Promise<void>((resolve, reject) => {
        child.stderr.setEncoding("utf8").on("data", (more: string) => {
          text += more;
          if (text.includes("is ready")) resolve();
        });
        child.once("exit", () => reject(new Error(`the worker ended before it was ready: ${text}`)));
      });
      onTestFinished(() => void child.kill("SIGKILL"));
      await ready;
      return {
        child,
        said: () => text,
        async end(signal) {
          child.kill(signal);
          const [code] = await ended;
          return code;
        },
      };
    },
  };
}
