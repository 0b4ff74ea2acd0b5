import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { builtFile } from "../built.ts";
import { patienceMs, patiently } from "../patience.ts";
import { readFiles } from "./run.ts";

type Texts = Readonly<Record<string, string>>;

/** Whether this machine can make a terminal for a program: script of util-linux does. */
export const hasTerminals = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

export const keys = {
  enter: "\r",
  down: "\u001b[B",
  space: " ",
  escapeKey: "\u001b",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
};

/** What is particular about a terminal. */
export interface TerminalOptions {
  readonly size?: string;
  /** The biggest file that the program may write, in blocks of the shell's `ulimit`. */
  readonly fileBlocks?: number;
}

/** The built program in a terminal of its own, and the hands of who sits there. */
export interface AtTerminal {
  /** Waits until the terminal shows something new, and then types. */
  answer(question: RegExp, ...typed: readonly string[]): Promise<void>;
  /** Everything that was ever written to the terminal, its commands left out. */
  shown(): string;
  /** The same with the terminal's commands. */
  written(): string;
  end(): Promise<number | null>;
  /** The files in its folder, which is its home too. */
  files(): Readonly<Record<string, { readonly text: string; readonly mode: number }>>;
  readonly folder: string;
  close(): void;
}

export function atTerminal(
  args: string,
  environment: Texts,
  { size = "cols 80 rows 24", fileBlocks }: TerminalOptions = {},
): AtTerminal {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "at-terminal-")));
  const program = `${process.execPath} ${builtFile("bin/cloud-inventory.js")}`;
  const own = { HOME: folder, TMPDIR: folder, TERM: "xterm", CLOUD_INVENTORY_STATE_DIR: "off" };
  const env = { PATH: process.env["PATH"], ...own, ...environment };
  const limit = fileBlocks === undefined ? "" : `ulimit -f ${fileBlocks}; `;
  const command = `stty ${size}; ${limit}exec ${program} ${args}`;
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: folder, env });
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs.child);
  let text = "";
  let seen = 0;
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const shown = (): string => withoutCommands(text);
  return {
    folder,
    shown,
    written: () => text,
    async answer(question, ...typed) {
      await vi
        .waitUntil(() => question.test(withoutCommands(text.slice(seen))), patiently)
        .catch(() => {
          throw new Error(`never asked ${question}; the terminal shows:\n${shown().slice(-3000)}`);
        });
      for (const part of typed) {
        seen = text.length;
        child.stdin.write(part);
        // The next key is for what this one brought.
        if (part !== typed.at(-1)) await vi.waitUntil(() => text.length > seen, patiently);
      }
    },
    end: () => ended,
    files: () => readFiles(folder),
    close() {
      clearTimeout(timer);
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withoutCommands(text: string): string {
  return text
    .split("\u001b")
    .map((part, index) => (index === 0 ? part : part.replace(/^\[[0-9;?]*[A-Za-z]/, "")))
    .join("");
}
