import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { Event } from "../../src/inventory/event.ts";
import { builtFile } from "../built.ts";
import { patienceMs } from "../patience.ts";

type Texts = Readonly<Record<string, string>>;
type ConfiguredId = "ovh" | "scaleway" | "ovh-data-platform";

/** What the tests of the built program give it. */
interface RunOptions {
  readonly program?: "cloud-inventory" | "start" | "fleet-demo";
  /** The child's whole environment beside PATH and HOME. */
  readonly environment?: Texts;
  /** Files in the child's folder, which is its home too; anything but text is written as JSON, for the owner alone. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly mode?: number;
  /** Files that the child is asked to write secrets into. */
  readonly secretFiles?: readonly string[];
  /** Is called once the child runs. */
  readonly meanwhile?: (child: ChildProcess) => unknown;
  /** The biggest file that the child may write, in blocks of the shell's `ulimit`. */
  readonly fileBlocks?: number;
  /** What a shell does to the child's streams, such as `>&-`. */
  readonly redirect?: string;
  /** Where standard output goes instead of {@link Ended.stdout}. */
  readonly stdout?: string;
  /** How long the child may take before it counts as hanging. */
  readonly withinMs?: number;
}

interface Ended {
  readonly code: number | NodeJS.Signals | null;
  /** The child's folder reads `~` in what it wrote. */
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of standard error that say what is not part of the run. */
  readonly notes: readonly string[];
  /** Every file in the child's folder at its end, by its path. */
  readonly files: Readonly<Record<string, { readonly text: string; readonly mode: number }>>;
}

const secretNames = [
  "OVH_APPLICATION_KEY",
  "OVH_APPLICATION_SECRET",
  "OVH_CONSUMER_KEY",
  "SCW_ACCESS_KEY",
  "SCW_SECRET_KEY",
  "OVH_DATA_PLATFORM_API_KEY",
  "OVH_DATA_PLATFORM_SECRET_KEY",
];
const secrets = new Set<string>();

/** Marks a text as one that no run may ever write anywhere. */
export function planted(text: string): string {
  secrets.add(text.toLowerCase());
  return text;
}

/** An emulator whose credentials are planted. Its OVHcloud account is small: the door spaces those requests out. */
export async function startCloud(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ ovhProjects: 1, ovhRegions: 2, scalewayProjects: 1, zones: 2, ...options });
  for (const name of secretNames) planted(emulator.environment[name] ?? "");
  planted(emulator.credentials.ovhServiceAccount.client_secret);
  planted(emulator.credentials.ovhAccessToken.access_token);
  return emulator;
}

/** The variables that say where the emulator is, without its credentials. */
export function placesOf({ environment }: Emulator): Texts {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith("CLOUD_INVENTORY_")));
}

/** The emulator's credentials as the config of each provider. */
export function configsOf({ environment, credentials }: Emulator): Record<ConfiguredId, Texts> {
  const value = (name: string): string => environment[name] ?? "";
  return {
    ovh: {
      endpoint: value("OVH_ENDPOINT"),
      application_key: value("OVH_APPLICATION_KEY"),
      application_secret: value("OVH_APPLICATION_SECRET"),
      consumer_key: value("OVH_CONSUMER_KEY"),
    },
    scaleway: {
      scw_project_id: value("SCW_DEFAULT_PROJECT_ID"),
      scw_access_key: value("SCW_ACCESS_KEY"),
      scw_secret_key: value("SCW_SECRET_KEY"),
    },
    "ovh-data-platform": credentials.dataPlatform,
  };
}

/**
 * Runs the built program in a folder of its own and waits for its end. Whatever the test is about, a planted secret in
 * anything the child wrote fails it, and so does a stack trace.
 */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cloud-inventory-")));
  try {
    const given = writeFiles(folder, options);
    const ended = await runIn(folder, args, options);
    const written = Object.entries(ended.files).filter(
      ([path, { text }]) => given[path] !== text && !options.secretFiles?.includes(path),
    );
    const output = [ended.stdout, ended.stderr, ...ended.notes, ...written.map(([, { text }]) => text)]
      .join("\n")
      .toLowerCase();
    const leaked = [...secrets].filter((secret) => output.includes(secret));
    expect(leaked.join(), "planted secrets in what the child wrote").toBe("");
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    return ended;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const {
    program = "cloud-inventory",
    environment = {},
    fileBlocks,
    redirect = "",
    withinMs = patienceMs.child,
  } = options;
  const command = [process.execPath, builtFile(`bin/${program}.js`), ...args];
  const limit = fileBlocks === undefined ? "" : `ulimit -f ${fileBlocks} && `;
  const limited = limit + redirect === "" ? command : ["sh", "-c", `${limit}exec "$0" "$@" ${redirect}`, ...command];
  const [executable = "", ...rest] = limited;
  const off = { CLOUD_INVENTORY_STATE_DIR: "off" };
  const env = { PATH: process.env["PATH"], HOME: folder, ...off, ...environment };
  const place = options.stdout === undefined ? undefined : openSync(options.stdout, "w");
  const child = spawn(executable, rest, { cwd: folder, env, stdio: ["ignore", place ?? "pipe", "pipe"] });
  if (place !== undefined) closeSync(place);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const end = new Promise<Ended["code"]>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, withinMs);
  try {
    await options.meanwhile?.(child);
    await end;
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
  const code = await end;
  expect(isLate, `did not end by itself; it wrote:\n${texts.stderr}`).toBe(false);
  const inHome = (text: string): string => text.replaceAll(folder, "~");
  // Which provider had no credentials is said on most runs of these tests; kept apart, and checked on its own.
  const isNote = /^note: .*\n/gm;
  const notes = inHome(texts.stderr).match(isNote) ?? [];
  const stderr = inHome(texts.stderr).replaceAll(isNote, "");
  return { code, stdout: inHome(texts.stdout), stderr, notes, files: readFiles(folder) };
}

function writeFiles(folder: string, { files = {}, mode = 0o600 }: RunOptions): Texts {
  const texts = Object.entries(files).map(([path, content]) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    chmodSync(join(folder, path), mode);
    return [path, text] as const;
  });
  return Object.fromEntries(texts);
}

/** What is in a folder, by its path. */
export function readFiles(folder: string): Ended["files"] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => {
      const mode = statSync(join(folder, path)).mode & 0o777;
      return [path, { text: readFileSync(join(folder, path), "utf8"), mode }];
    }),
  );
}

/** The events of an NDJSON document, or of a snapshot, each checked against its schema. */
export function eventsOf(ndjson: string): Event[] {
  expect(ndjson.endsWith("\n")).toBe(true);
  const lines = ndjson
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line));
  const isSnapshot = lines[0]?.type === "snapshot" && lines.at(-1)?.type === "end";
  const told = isSnapshot ? lines.slice(1, -1).map(({ readAt, ...event }) => event) : lines;
  return told.map((event) => Event.parse(event));
}

/** The events of one type. */
export function ofType<Type extends Event["type"]>(events: readonly Event[], type: Type) {
  return events.filter((event): event is Extract<Event, { type: Type }> => event.type === type);
}

/** Rows and cells of an RFC 4180 document. */
export function parseCsv(text: string): string[][] {
  expect(text.endsWith("\r\n")).toBe(true);
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
    if (cell.lastIndex === text.length) break;
  }
  expect(cell.lastIndex, "the document is CSV to its end").toBe(text.length);
  return rows.slice(0, -1);
}

/** The provider's own id, which ends every URN; IAM's own may hold what it is in before a slash. */
export function idOf({ urn, kind }: { readonly urn: string; readonly kind?: string }): string {
  // IAM's index knows a service by its whole URN.
  if (kind === "ovh.iam.resource") return urn;
  return decodeURIComponent(urn.split(/[:/]/).at(-1) ?? "");
}
