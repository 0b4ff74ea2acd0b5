import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import http2 from "node:http2";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { expect, inject, onTestFinished } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { builtFile } from "../built.ts";
import { configsOf, placesOf } from "../cli/run.ts";
import { patienceMs } from "../patience.ts";
import { type Answer, type CallOptions, call, initRequest } from "./grpc.ts";

export type ProviderId = "ovh" | "scaleway" | "ovh-data-platform";
type Texts = Readonly<Record<string, string>>;

export interface PluginOptions {
  readonly args?: readonly string[];
  readonly environment?: Texts;
  /** Files in the child's folder, as `{name: text}`; `{folder}` in arguments stands for the folder. */
  readonly files?: Texts;
}

export interface Plugin {
  readonly child: ChildProcess;
  readonly session: http2.ClientHttp2Session;
  init(config: Texts, options?: CallOptions): Promise<Answer>;
  list(options?: CallOptions): Promise<Answer>;
  close(): Promise<Answer>;
  /** Closes our end of its input. */
  hangUp(): void;
  /** Closes our end of its output. */
  stopReading(): void;
  /** The exit status, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  stderr(): string;
}

const leftSecrets = new Set<string>();

/** Marks a text that neither a status nor the log may hold. */
export function secret(text: string): string {
  leftSecrets.add(text.toLowerCase());
  return text;
}

/** What starts an inventory: its packaged executable where the test runs on packages, else the build's program. */
export function commandOf(id: ProviderId): readonly [string, ...string[]] {
  const packaged = inject("executables")?.[id];
  if (packaged !== undefined) return [packaged];
  return [process.execPath, builtFile(`bin/${id}-inventory.js`)];
}

/** Starts an executable on two OS pipes, as the control plane does, and speaks HTTP/2 with it. */
export function startPlugin(id: ProviderId, emulator: Emulator, options: PluginOptions = {}): Plugin {
  const folder = mkdtempSync(join(tmpdir(), "plakar-host-"));
  for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(join(folder, name), text);
  const inFolder = (text: string): string => text.replaceAll("{folder}", folder);
  const [input, output] = openFifos(folder, ["in", "out"]);
  const [program, ...programArgs] = commandOf(id);
  const args = [...programArgs, ...(options.args ?? []).map(inFolder)];
  const given = Object.entries({ ...placesOf(emulator), ...options.environment });
  const environment = Object.fromEntries(given.map(([name, value]) => [name, inFolder(value)]));
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, ...environment },
    stdio: [input.read, output.write, "pipe"],
  });
  closeSync(input.read);
  closeSync(output.write);
  let log = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal)),
  );
  const writer = new Socket({ fd: input.write, readable: false, writable: true });
  const reader = new Socket({ fd: output.read, readable: true, writable: false });
  const connection = Duplex.from({ readable: reader, writable: writer });
  const session = http2.connect("http://any.authority:1", { createConnection: () => connection });
  for (const part of [session, connection, writer, reader]) part.on("error", () => {});
  const hidden = [...Object.values(configsOf(emulator)).flatMap(secretsOf)];
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    writer.destroy();
    reader.destroy();
    rmSync(folder, { recursive: true, force: true });
    expectNoSecret(log, hidden);
    expect(log).not.toMatch(/^\s+at /m);
  });
  const checked = async (answer: Promise<Answer>): Promise<Answer> => {
    const { message } = await answer;
    expectNoSecret(message, hidden);
    return answer;
  };
  return {
    child,
    session,
    init: (config, callOptions) => checked(call(session, "Init", initRequest(config), callOptions)),
    list: (callOptions) => checked(call(session, "List", undefined, callOptions)),
    close: () => checked(call(session, "Close")),
    hangUp: () => void writer.destroy(),
    stopReading: () => void reader.destroy(),
    ended,
    stderr: () => log,
  };
}

/** The lines of a JSON log, all of them: the process is ended first, since its two pipes keep no order between them. */
export async function logOf(plugin: Plugin): Promise<readonly Readonly<Record<string, unknown>>[]> {
  plugin.hangUp();
  await plugin.ended;
  const lines = plugin.stderr().split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** Fails where the process does not end by itself. */
export async function expectEnd(plugin: Plugin, status = 0): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("still running"), patienceMs.child);
  });
  const end = await Promise.race([plugin.ended, late]);
  clearTimeout(timer);
  expect(end, plugin.stderr()).toBe(status);
}

function secretsOf(config: Texts): readonly string[] {
  const keys = Object.entries(config).filter(([key]) => /key|secret/.test(key));
  return keys.map(([, value]) => value.toLowerCase());
}

function expectNoSecret(text: string, hidden: readonly string[]): void {
  const found = [...hidden, ...leftSecrets].filter((one) => text.toLowerCase().includes(one));
  expect(found.join(), "secrets in what the plugin said").toBe("");
}

interface Fifo {
  readonly read: number;
  readonly write: number;
}

/** OS pipes with both of their ends here: Node's own `pipe` is a pair of sockets, which a control plane does not use. */
function openFifos(folder: string, names: readonly [string, string]): [Fifo, Fifo] {
  const [first, second] = names.map((name) => join(folder, name)) as [string, string];
  execFileSync("mkfifo", [first, second]);
  return [openEnds(first), openEnds(second)];
}

function openEnds(path: string): Fifo {
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  return { read, write };
}
