import type { Emulator, EmulatorOptions, Fault, startEmulator as StartEmulator } from "../../emulator/index.ts";
import { systemCode } from "../../inventory/errors.ts";
import { numberOption, type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { print } from "./output.ts";
import type { Terminal } from "./terminal.ts";

const ovhCredentials = ["application", "service-account", "access-token"] as const;
type OvhCredential = (typeof ovhCredentials)[number];

function ruleOf(text: string): { readonly method: string; readonly path: string } {
  const [method = "", path = "", ...rest] = text.split(" ");
  if (/^[A-Z]+$/.test(method) && /^[/*]/.test(path) && rest.length === 0) return { method, path };
  throw usage("--ovh-rule must be a method and a path, such as 'GET /cloud/project/*'");
}

/** Serves a local OVHcloud, its Data Platform and Scaleway until it is interrupted; prints the lines that point a shell at it. */
export async function emulatorCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const startEmulator = await loadEmulator();
  const credential = wordOption(options, "ovh-credential", ovhCredentials);
  const number = (name: string): number | undefined => numberOption(options, name, 0);
  const chosen: { [Name in keyof EmulatorOptions]: EmulatorOptions[Name] | undefined } = {
    port: portOption(options),
    seed: number("seed"),
    ovhProjects: number("ovh-projects"),
    scalewayProjects: number("scaleway-projects"),
    zones: number("zones"),
    resources: number("resources"),
    latencyMs: number("latency-ms"),
    requestsPerSecond: number("requests-per-second"),
    retryAfterSeconds: number("retry-after-seconds"),
    faults: options.all("fault").map(faultOf),
    ovhRules: options.has("ovh-rule") ? options.all("ovh-rule").map(ruleOf) : undefined,
    ovhApproval: wordOption(options, "ovh-approval", ["validated", "refused", "never"]),
    ovhBatches: wordOption(options, "ovh-batches", ["served", "unknown"]),
    replay: options.one("replay"),
  };
  const given: EmulatorOptions = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  const emulator = await startEmulator(given).catch((thrown: unknown) => {
    throw asUsage(thrown, given);
  });
  terminal.stderr.write(
    "emulator of OVHcloud, its Data Platform and Scaleway on loopback; Ctrl-C ends it. In another shell:\n",
  );
  const environment = environmentOf(emulator, credential ?? recordedCredential(emulator) ?? "application");
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${value}\n`);
  // A comment, since a run of one project needs none of it.
  if ("SCW_ACCESS_KEY" in environment)
    lines.push(`# for --scope organization: export SCW_DEFAULT_ORGANIZATION_ID=${emulator.scalewayOrganizationId}\n`);
  try {
    await print(terminal, lines.join(""));
    await interrupted(terminal.signal);
  } finally {
    await emulator.close();
  }
  return exitCodes.complete;
}

function portOption(options: ParsedOptions): number | undefined {
  const port = numberOption(options, "port", 0);
  if (port === undefined || (Number.isInteger(port) && port <= 65_535)) return port;
  throw usage("--port must be a whole number from 0 to 65535");
}

/** What kept the emulator from starting, by the option that changes it; what no option changes stays what it is. */
function asUsage(thrown: unknown, { port, replay }: EmulatorOptions): unknown {
  const code = systemCode(thrown);
  const isListening = thrown instanceof Error && "syscall" in thrown && thrown.syscall === "listen";
  if (isListening) return usage(`--port: ${port ?? 0} cannot be listened on (${code})`);
  if (replay === undefined) return thrown;
  if (thrown instanceof RangeError) return usage(`--replay: ${replay} ${thrown.message}`);
  if (thrown instanceof SyntaxError) return usage(`--replay: ${replay} holds a .json file that is not JSON`);
  return code === "unknown" ? thrown : usage(`--replay: ${replay} cannot be read (${code})`);
}

/** Waits for Ctrl-C, which may have come while the emulator started. */
function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The kind of credential that a served recording was made with. */
function recordedCredential({ recordedCredential: kind }: Emulator): OvhCredential | undefined {
  return ovhCredentials.find((known) => kind === `ovh-${known}`);
}

/** The emulator's variables, with the OVHcloud credential that was chosen: a shell with two of them opens nothing. */
function environmentOf({ environment, credentials }: Emulator, credential: OvhCredential): Record<string, string> {
  if (!("OVH_ENDPOINT" in environment)) return environment;
  const { ovhApplication, ovhServiceAccount, ovhAccessToken } = credentials;
  const chosen = {
    application: ovhApplication,
    "service-account": ovhServiceAccount,
    "access-token": ovhAccessToken,
  }[credential];
  const variableOf = (key: string): string => `OVH_${key.toUpperCase()}`;
  const replaced = Object.keys(ovhApplication).map(variableOf);
  const variables = Object.entries(chosen).map(([key, value]) => [variableOf(key), value]);
  const others = Object.entries(environment).filter(([name]) => !replaced.includes(name));
  return Object.fromEntries([...variables, ...others]);
}

function wordOption<Word extends string>(
  options: ParsedOptions,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = options.one(name);
  const word = words.find((known) => known === text);
  if (text !== undefined && word === undefined) throw usage(`--${name} must be one of ${words.join(", ")}`);
  return word;
}

/** The emulator is for development: the published package leaves it out. */
async function loadEmulator(): Promise<typeof StartEmulator> {
  try {
    return (await import("../../emulator/index.ts")).startEmulator;
  } catch (thrown) {
    const missing = thrown instanceof Error && "code" in thrown && thrown.code === "ERR_MODULE_NOT_FOUND";
    if (missing) throw usage("the emulator is part of the repository, not of the package");
    throw thrown;
  }
}

function faultOf(text: string): Fault {
  const [, what = "", match = ""] = /^(reset|[1-5]\d\d)@(.+)$/.exec(text) ?? [];
  if (match === "") throw usage("--fault must be STATUS@PATH or reset@PATH, such as 503@/instance");
  return what === "reset" ? { match, reset: true } : { match, status: Number(what), body: { message: "made to fail" } };
}
