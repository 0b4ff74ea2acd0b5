import { createHash } from "node:crypto";
import { readlinkSync } from "node:fs";
import { type FileHandle, link, lstat, open, readdir, readlink, realpath, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { systemCode } from "../../inventory/errors.ts";

const touchEveryMs = 60_000;
const abandonedAfterMs = 10 * touchEveryMs;

/** A file that is written beside its place and takes it whole. */
export interface PartFile {
  readonly file: FileHandle;
  /**
   * Shows what is written so far as `FILE.partial`, in place of what an earlier process that was killed left there: whoever is killed
   * from now on leaves it. Where the file system has no second name for a file, nothing is shown.
   */
  show(): Promise<void>;
  /** Closes the file and gives it its name. */
  settle(): Promise<void>;
  /**
   * Leaves nothing behind but, where it is to be kept, what is shown; does nothing after `settle`.
   *
   * @returns what was kept.
   */
  remove(options?: { readonly keepsShown?: boolean }): Promise<string | undefined>;
}

/** Where a file is shown while it is written. */
function partialOf(target: string): string {
  return `${target}.partial`;
}

/**
 * Opens a file of its own beside a place, for its owner alone, and removes what processes that are gone left there.
 *
 * Each process has a name of its own: two of them never write into one file, and the one that settles last has the place.
 *
 * @throws the system's error where the file cannot be made.
 */
export async function openPart(target: string): Promise<PartFile> {
  await removeAbandoned(target);
  const path = join(dirname(target), `.${basename(target)}.${processSpace}.${process.pid}.part`);
  // Exclusive: in a folder of several people, a name that somebody guessed may be a link to anywhere.
  const file = await open(path, "wx", 0o600);
  const timer = setInterval(() => {
    const now = new Date();
    // Fails where the file was just closed: then nobody needs the sign any more.
    file.utimes(now, now).catch(() => {});
  }, touchEveryMs).unref();
  let isSettled = false;
  const { ino } = await file.stat();
  const partial = partialOf(target);
  /** Whether what is shown is this file: another process may show its own. */
  const isShown = async (): Promise<boolean> => (await lstat(partial).catch(() => undefined))?.ino === ino;
  const hide = async (): Promise<void> => {
    if (await isShown()) await rm(partial, { force: true });
  };
  return {
    file,
    async show() {
      if (await isShown()) return;
      const next = `${path}.shown`;
      // A link never replaces a file, and a renamed one does.
      await link(path, next)
        .then(() => rename(next, partial))
        .catch(() => {});
      await rm(next, { force: true });
    },
    async settle() {
      clearInterval(timer);
      await file.close();
      await rename(path, target);
      isSettled = true;
      await hide();
    },
    async remove({ keepsShown = false } = {}) {
      clearInterval(timer);
      await file.close().catch(() => {});
      if (isSettled) return undefined;
      await rm(path, { force: true });
      if (keepsShown && (await isShown())) return partial;
      await hide();
      return undefined;
    },
  };
}

/** The place that a link points to: who renames a part to the link itself replaces the link. */
export async function targetOf(path: string): Promise<string> {
  const pointedTo = async (): Promise<string> => resolve(dirname(path), await readlink(path));
  return realpath(path)
    .catch(pointedTo)
    .catch(() => path);
}

/**
 * Where process ids mean the same: containers and machines that share a folder each have a process 1. Linux names the space of a
 * process's ids in /proc/self/ns/pid (pid_namespaces(7)).
 */
const processSpace = createHash("sha256").update(`${hostname()} ${pidNamespace()}`).digest("hex").slice(0, 8);

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** What a killed process left would otherwise stay for ever, and each further one would add to it. */
async function removeAbandoned(target: string): Promise<void> {
  const folder = dirname(target);
  const start = `.${basename(target)}.`;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(start)) continue;
    const [, space, pid] = /^([0-9a-f]{8})\.(\d+)\.part(?:\.shown)?$/.exec(name.slice(start.length)) ?? [];
    const path = join(folder, name);
    if (pid === undefined || !(await isAbandoned(path, space, Number(pid)))) continue;
    // A folder of that name is not ours, and somebody else's file is not to be removed: both stay.
    await rm(path).catch(() => {});
  }
}

/**
 * A process that is gone left it. Whether one of another machine or container is gone cannot be asked, and a process id is given
 * out again: so every process touches its file, and one that was not touched for long is nobody's.
 */
async function isAbandoned(path: string, space: string | undefined, pid: number): Promise<boolean> {
  if (space === processSpace && (pid === process.pid || !isRunning(pid))) return true;
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > abandonedAfterMs;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // Somebody else's process is one too.
    return systemCode(thrown) === "EPERM";
  }
}
