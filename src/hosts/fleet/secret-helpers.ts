import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import * as z from "zod";
import { unknownChoice } from "../../config/nearest.ts";
import { readConfigFile } from "../../credentials/config-file.ts";
import { abortError, InventoryError, systemCode } from "../../inventory/errors.ts";
import { usage } from "../cli/arguments.ts";

const timeoutMs = 10_000;
const largestBytes = 64 * 1024;

/** Programs that hand out secrets, by the names that configs call them. Only the operator says what they are. */
export type SecretHelpers = ReadonlyMap<string, readonly [string, ...string[]]>;

const Helper = z.tuple([z.string().min(1)], z.string());

/**
 * Reads the operator's helpers: a JSON object of names, each with the program and its arguments as a list. The handle of a reference
 * takes the place of the argument `{handle}`, or becomes the last one.
 *
 * @throws InventoryError INVALID_CONFIG where it is no such file, or anybody else could change it.
 */
export async function readSecretHelpers(path: string): Promise<SecretHelpers> {
  const { values } = readConfigFile(path);
  const { mode, uid } = await stat(path);
  const owners = [0, process.getuid?.()];
  if (process.platform !== "win32" && ((mode & 0o022) !== 0 || !owners.includes(uid))) {
    throw usage(`${path} names programs to run and can be written by others; chown it to yourself, and chmod go-w`);
  }
  const helpers = Object.entries(values).map(([name, value]) => {
    const { data } = Helper.safeParse(value);
    if (data === undefined) throw usage(`${path}: ${name} has to be a list of texts, the program first`);
    return [name, data] as const;
  });
  return new Map(helpers);
}

/**
 * Asks a helper for a secret. It is started by its name, without a shell, and killed with what it started after 10 seconds or 64 KiB.
 *
 * @param reference what stands behind `exec:`, the helper's name and a handle with a blank between them.
 * @param where names the value in messages, which never hold what the helper said.
 * @throws InventoryError INVALID_CONFIG where there is no such helper, INTERNAL where it fails, CANCELLED after the signal.
 */
export async function askSecretHelper(
  helpers: SecretHelpers,
  reference: string,
  where: string,
  signal: AbortSignal,
): Promise<string> {
  const [, name = "", handle = ""] = /^(\S+) +(\S.*)$/.exec(reference.trim()) ?? [];
  if (name === "") throw usage(`${where} has to name a helper and a handle: exec:NAME HANDLE`);
  const line = helpers.get(name);
  if (line === undefined) {
    const known = [...helpers.keys()];
    throw usage(
      `${where}: ${unknownChoice("helper", name, known)}${known.length === 0 ? "; --helpers FILE names them" : ""}`,
    );
  }
  // A helper would read it as an option of its own.
  if (handle.startsWith("-")) throw usage(`${where}: a handle must not begin with a dash`);
  if (/\p{Cc}/u.test(handle)) throw usage(`${where}: a handle must not hold control characters`);
  if (signal.aborted) throw abortError(signal);
  const failed = (how: string): InventoryError => new InventoryError("INTERNAL", `${where}: the helper ${name} ${how}`);
  const secret = (await outputOf(withHandle(line, handle), failed, signal)).trim();
  if (secret === "") throw failed("printed nothing");
  return secret;
}

function withHandle(line: readonly string[], handle: string): readonly string[] {
  const place = "{handle}";
  return line.includes(place) ? line.map((word) => (word === place ? handle : word)) : [...line, handle];
}

function outputOf(
  line: readonly string[],
  failed: (how: string) => InventoryError,
  signal: AbortSignal,
): Promise<string> {
  const [program = "", ...args] = line;
  return new Promise((resolve, reject) => {
    // A group of its own: what the helper starts ends with it.
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"], detached: true, shell: false });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (result: string | InventoryError): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancelled);
      if (pid !== undefined) endGroup(pid);
      child.stdout.destroy();
      if (typeof result === "string") resolve(result);
      else reject(result);
    };
    const cancelled = (): void => settle(abortError(signal));
    const timer = setTimeout(() => settle(failed(`did not answer within ${timeoutMs / 1000} s`)), timeoutMs);
    signal.addEventListener("abort", cancelled, { once: true });
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > largestBytes) settle(failed(`printed more than ${largestBytes / 1024} KiB`));
      else chunks.push(chunk);
    });
    child.on("error", (thrown) => settle(failed(`cannot be started (${systemCode(thrown)})`)));
    child.on("close", (status, killedBy) => {
      if (status === 0) settle(Buffer.concat(chunks).toString("utf8"));
      else settle(failed(status === null ? `was ended by ${killedBy}` : `ended with status ${status}`));
    });
  });
}

/** The groups of helpers that are under way, which end with this process unless it is killed. */
const running = new Set<number>();
process.once("exit", () => running.forEach(endGroup));

function endGroup(pid: number): void {
  running.delete(pid);
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It is gone.
  }
}
