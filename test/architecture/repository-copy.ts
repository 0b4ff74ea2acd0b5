import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { patienceMs } from "../patience.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** What a person has who changes this repository: a copy to write to and to run programs in. */
export interface RepositoryCopy {
  readonly folder: string;
  run(program: string, words: readonly string[], environment?: Environment): Promise<Ended>;
  /** Runs a line of a page, which has to succeed. */
  follow(line: string): Promise<string>;
  /** Starts a line that serves until it is stopped, and waits for what it prints first. */
  serve(
    line: string,
    isReady: (printed: string) => boolean,
  ): Promise<{ readonly printed: string; stop(): Promise<void> }>;
  cli(words: readonly string[], environment?: Environment): Promise<Ended>;
  read(path: string): string;
  write(path: string, text: string): void;
  remove(): void;
}

/** A copy of some files and folders of this repository, which knows nothing of this machine's own settings. */
export function copyRepository(name: string, copied: readonly string[]): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const settings = (environment: Environment) => {
    const { PATH = "" } = process.env;
    return { cwd: folder, env: { PATH, HOME: folder, NO_COLOR: "1", ...environment } };
  };
  const run: RepositoryCopy["run"] = (program, words, environment = {}) =>
    new Promise((resolve) => {
      const options = { ...settings(environment), timeout: patienceMs.child, maxBuffer: 64 * 1024 * 1024 };
      execFile(program, words, options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
      });
    });
  return {
    folder,
    run,
    cli: (words, environment) => run(process.execPath, ["dist/bin/cloud-inventory.js", ...words], environment),
    async follow(line) {
      const { code, stdout, stderr } = await run("sh", ["-ec", line]);
      expect({ line, code, told: code === 0 ? "" : `${stdout}${stderr}` }).toEqual({ line, code: 0, told: "" });
      return stdout;
    },
    async serve(line, isReady) {
      const child = spawn("sh", ["-c", `exec ${line}`], settings({}));
      const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
      let printed = "";
      await new Promise<void>((resolve, reject) => {
        child.stdout.on("data", (chunk) => {
          printed += chunk;
          if (isReady(printed)) resolve();
        });
        void ended.then(() => reject(new Error(`${line} ended: ${printed}`)));
      });
      const stop = (): Promise<void> => {
        child.kill("SIGINT");
        return ended;
      };
      return { printed, stop };
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
