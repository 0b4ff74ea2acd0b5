import { randomUUID } from "node:crypto";
import { constants, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { InventoryError, systemCode } from "../inventory/errors.ts";
import type { LearnedRates } from "../inventory/provider.ts";
import type { Reads } from "./reads.ts";

const Reader = z.strictObject({
  credential: z.string(),
  fingerprint: z.string(),
  at: z.iso.datetime(),
});
/** Which credential read last, and when: a right that is missing now may be another credential's. */
export type Reader = z.infer<typeof Reader>;

const Read = z.strictObject({
  held: z.boolean(),
  count: z.int().positive().exactOptional(),
  foreign: z.int().positive().exactOptional(),
  lists: z.int().positive().exactOptional(),
  joined: z.array(z.string()).exactOptional(),
  urns: z.array(z.string()).exactOptional(),
});
const Rate = z.strictObject({
  limitPerSecond: z.number().positive().exactOptional(),
  isConfirmed: z.boolean(),
  provenPerSecond: z.number().nonnegative(),
});
const Content = z.strictObject({
  version: z.literal(2),
  inventory: z.string(),
  readBy: Reader,
  reads: z.record(z.string(), z.record(z.string(), Read)),
  notGranted: z.array(z.string()).exactOptional(),
  rates: z.record(z.string(), Rate).exactOptional(),
});
// Before it was remembered what a place held: a right that it shows is still one.
const FormerContent = z.strictObject({
  version: z.literal(1),
  inventory: z.string(),
  grants: z.record(z.string(), z.array(z.string())),
});

/** What a file holds. */
export interface Recollection {
  readonly reads: Reads;
  readonly readBy?: Reader;
  /** The kinds that the last run found not to be granted. */
  readonly notGranted?: readonly string[];
  /** How fast the hosts were found to let themselves be asked. */
  readonly rates?: LearnedRates;
}

// Far above what an account of a hundred thousand scopes takes.
const largestBytes = 64 * 1024 * 1024;
const staleAfterMs = 60 * 60 * 1000;

/**
 * Reads a memory.
 *
 * @returns undefined where there is none yet.
 * @throws Unusable where there is something that is no memory, or that cannot be read.
 */
export async function readMemory(path: string, inventory: string): Promise<Recollection | undefined> {
  const text = await readPlainFile(path);
  if (text === undefined) return undefined;
  const recollection = parseMemory(text, inventory);
  if (recollection !== undefined) return recollection;
  throw new Unusable(`${basename(path)} does not hold what was written there; remove the file to begin anew`);
}

/** A memory as it is written down, on one line. */
export function memoryText(inventory: string, content: Recollection): string {
  return `${JSON.stringify({ version: 2, inventory, ...content })}\n`;
}

/**
 * Writes a memory whole: nobody ever reads half a file, and the last of several writers wins.
 *
 * @throws Unusable
 */
export async function writeMemory(path: string, inventory: string, content: Recollection): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, memoryText(inventory, content), { mode: 0o600, flag: "wx", flush: true });
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Unusable(`${basename(path)} cannot be written (${systemCode(thrown)})`);
  }
  await removeStale(path);
}

/**
 * Removes a memory.
 *
 * @returns whether there was one.
 * @throws InventoryError INVALID_CONFIG
 */
export async function removeMemory(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return false;
    throw new InventoryError("INVALID_CONFIG", `${path} cannot be removed (${systemCode(thrown)})`);
  }
}

/** Why a memory cannot be used; its message is a sentence of ours. */
export class Unusable extends Error {}

/** A dangling link, a pipe or a device in the place of a file is no first run, and opening one must not wait for a writer. */
async function readPlainFile(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  let file: Awaited<ReturnType<typeof open>> | undefined;
  try {
    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const status = await file.stat();
    if (!status.isFile()) throw new Unusable(`${basename(path)} is no plain file; remove it to begin anew`);
    if (status.size > largestBytes) throw new Unusable(`${basename(path)} is too large; remove it to begin anew`);
    return await file.readFile("utf8");
  } catch (thrown) {
    if (thrown instanceof Unusable) throw thrown;
    const code = systemCode(thrown);
    if (code === "ENOENT") return undefined;
    const what = code === "ELOOP" ? "is a link; remove it to begin anew" : `cannot be read (${code})`;
    throw new Unusable(`${basename(path)} ${what}`);
  } finally {
    await file?.close();
  }
}

/** What was written down by {@link memoryText}, or by an earlier version of it; undefined where it is anything else. */
export function parseMemory(text: string, inventory: string): Recollection | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = Content.safeParse(value);
  if (data?.inventory === inventory) {
    const { reads, readBy, notGranted = [], rates = {} } = data;
    return { reads, readBy, notGranted, rates };
  }
  const { data: former } = FormerContent.safeParse(value);
  if (former?.inventory !== inventory) return undefined;
  const placesOf = (scopes: readonly string[]) => Object.fromEntries(scopes.map((scope) => [scope, { held: false }]));
  return { reads: Object.fromEntries(Object.entries(former.grants).map(([kind, scopes]) => [kind, placesOf(scopes)])) };
}

/** What a process that was killed left behind; a younger part is another process's that is writing now. */
async function removeStale(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.`) && one.endsWith(".part"))) {
    const part = join(folder, name);
    const writtenMs = (await stat(part).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - writtenMs > staleAfterMs) await rm(part, { force: true }).catch(() => {});
  }
}
