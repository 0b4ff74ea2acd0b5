import type { Dirent } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode } from "../../inventory/errors.ts";
import { usage } from "../cli/arguments.ts";
import { plainFile } from "../cli/plain-file.ts";
import { snapshotName, startOf } from "./snapshot-names.ts";
import type { SnapshotOwner, SnapshotStore } from "./snapshot-store.ts";

const lockName = ".cloud-inventory.lock";
/** The system keeps a lock as long as the process lives. */
const neverLost = new AbortController().signal;

/**
 * Snapshots in a folder: `CUSTOMER/NAME/TIME.ndjson.gz`, for their owner alone.
 *
 * @param makesFolder whether the folder is made where it is not there: who only removes has misspelled it.
 * @throws InventoryError INVALID_CONFIG where the folder is not there, or cannot be made.
 */
export async function folderStore(
  root: string,
  { makesFolder }: { readonly makesFolder: boolean },
): Promise<SnapshotStore> {
  if (makesFolder) await makeFolder(root);
  else if (!(await isFolder(root))) throw usage(`${root} is no folder of snapshots`);
  const folderOf = ({ customer, name }: SnapshotOwner): string => join(root, customer, name);
  return {
    async claim() {
      const file = await openLock(join(root, lockName));
      // Loaded here alone: what it is made of is of the system, and nothing else needs it.
      const { tryLock, unlock } = await import("fs-native-extensions");
      if (!tryLock(file.fd)) {
        await file.close();
        throw usage(`another fleet run has ${root}; wait for its end, or name another folder`);
      }
      return {
        lost: neverLost,
        async release() {
          unlock(file.fd);
          await file.close();
        },
      };
    },
    async list(owner) {
      const names = await namesIn(folderOf(owner), (entry) => entry.isFile());
      return names.flatMap((name) => {
        const startedAt = startOf(name);
        return startedAt === undefined ? [] : [{ place: join(folderOf(owner), name), startedAt }];
      });
    },
    async owners() {
      const isDirectory = (entry: Dirent): boolean => entry.isDirectory();
      const customers = await namesIn(root, isDirectory);
      const owners = customers.map(async (customer) => {
        const names = await namesIn(join(root, customer), isDirectory);
        return names.map((name) => ({ customer, name }));
      });
      return (await Promise.all(owners)).flat();
    },
    async create(owner, startedAt) {
      const folder = folderOf(owner);
      await makeFolder(folder);
      // What is written behind a link would be found by nobody who looks for old snapshots, or for a customer's.
      for (const one of [dirname(folder), folder])
        if (await isLink(one)) throw usage(`${one} is a link, and has to be a folder`);
      await removeLeftovers(folder);
      const place = join(folder, snapshotName(startedAt));
      const file = await plainFile(place);
      const discard = async (): Promise<void> => {
        await file.discard();
        await rmdir(folder).catch(() => {});
      };
      return { place, startedAt: startedAt.toISOString(), file: { ...file, discard } };
    },
    withFile: ({ place }, use) => use(place),
    withBeginning: ({ place }, use) => use(place),
    async remove({ place }) {
      await rm(place, { force: true });
      // Of an inventory, then of a customer, that has none any more.
      for (const folder of [dirname(place), dirname(dirname(place))]) await rmdir(folder).catch(() => {});
    },
    async clear(owner) {
      const folder = folderOf(owner);
      await removeLeftovers(folder);
      for (const empty of [folder, dirname(folder)]) await rmdir(empty).catch(() => {});
    },
  };
}

/** What a process left that was killed while it wrote: who has claimed the store is the only one that writes here. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await namesIn(folder, ({ name }) => /^\..*\.part(\.shown)?$/.test(name));
  for (const name of names) await rm(join(folder, name), { force: true });
}

async function openLock(path: string): Promise<FileHandle> {
  return open(path, "a+", 0o600).catch((thrown: unknown) => {
    throw usage(`${path} cannot be written (${systemCode(thrown)})`);
  });
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((thrown: unknown) => {
    throw usage(`the folder ${path} cannot be made (${systemCode(thrown)})`);
  });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path)).isSymbolicLink();
}

/** None where there is no such folder; a folder that cannot be read is not empty. */
async function namesIn(folder: string, isMeant: (entry: Dirent) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    if (systemCode(thrown) === "ENOENT") return [];
    throw usage(`${folder} cannot be read (${systemCode(thrown)})`);
  });
  return entries.flatMap((entry) => (isMeant(entry) ? [entry.name] : [])).toSorted();
}
