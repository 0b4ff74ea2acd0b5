import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Emulator } from "../../src/emulator/index.ts";
import { placesOf } from "../cli/run.ts";
import { commandOf, type ProviderId } from "./child.ts";

type Texts = Readonly<Record<string, string>>;

interface GoAnswer {
  readonly code: string;
  readonly message: string;
  readonly entries?: number;
}

/** What the Go host saw, and what the plugin logged meanwhile. */
export interface GoRun {
  readonly entries: readonly { readonly urn: string; readonly class?: string; readonly details: string }[];
  readonly init: GoAnswer;
  readonly list?: GoAnswer;
  readonly close?: GoAnswer;
  /** The plugin's exit status. */
  readonly exit: number;
  readonly log: string;
}

export interface GoHost {
  run(id: ProviderId, emulator: Emulator, config: Texts): Promise<GoRun>;
  remove(): void;
}

// Where Debian's golang-google-grpc-dev puts its sources.
const systemGoPath = "/usr/share/gocode";

/** Why the host in Go cannot be built here; undefined where it can. The rest of the tests needs no Go. */
export function whyNoGo(): string | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return "no Go toolchain; Debian: golang-go";
  if (existsSync(join(systemGoPath, "src/google.golang.org/grpc"))) return undefined;
  return "no grpc-go among the system's sources; Debian: golang-google-grpc-dev";
}

/** Builds test/go-host outside of the repository, offline, against the system's grpc-go. */
export function buildGoHost(): GoHost {
  const folder = mkdtempSync(join(tmpdir(), "go-host-"));
  const sources = join(folder, "src/gohost");
  cpSync(fileURLToPath(new URL("../go-host", import.meta.url)), sources, { recursive: true });
  const program = join(folder, "host");
  execFileSync("go", ["build", "-o", program, "."], {
    cwd: sources,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      GOCACHE: join(folder, "cache"),
      GO111MODULE: "off",
      GOPATH: [folder, systemGoPath].join(delimiter),
    },
  });
  return {
    run: (id, emulator, config) => run(program, folder, id, emulator, config),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function run(program: string, folder: string, id: ProviderId, emulator: Emulator, config: Texts): Promise<GoRun> {
  const configFile = join(folder, "config.json");
  writeFileSync(configFile, JSON.stringify(config), { mode: 0o600 });
  const child = spawn(program, [configFile, ...commandOf(id)], {
    env: { PATH: process.env["PATH"], HOME: folder, ...placesOf(emulator) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, log] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`the host in Go ended with ${status}: ${log}`);
  const lines = output.trimEnd().split("\n");
  return { entries: lines.slice(0, -1).map((line) => JSON.parse(line)), ...JSON.parse(lines.at(-1) ?? ""), log };
}
