import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import pLimit from "p-limit";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { createBucket, fileBody } from "../../object-storage/bucket.ts";
import type { S3Way } from "../../object-storage/requests.ts";
import { readS3Place } from "../../object-storage/settings.ts";
import { usage } from "../cli/arguments.ts";
import { plainFile } from "../cli/plain-file.ts";
import { claimBucket } from "./bucket-claim.ts";
import { snapshotName, startOf } from "./snapshot-names.ts";
import type { SnapshotOwner, SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

const lockName = ".cloud-inventory.lock";
const listsAtOnce = 8;
/** Far more than the first line of a snapshot has. */
const beginningBytes = 64 * 1024;
/** What hangs on the claim must not wait longer than the claim lasts. */
const claimPatience = { attemptTimeoutMs: 20_000, totalTimeoutMs: 30_000 };

/**
 * Snapshots in a bucket: `PREFIX/CUSTOMER/NAME/TIME.ndjson.gz`. Each is written to a file for its owner alone, and uploaded whole.
 *
 * @param address `s3://BUCKET/PREFIX`.
 * @param signal ends what is under way.
 * @throws InventoryError INVALID_CONFIG where the address is none.
 */
export function s3Store(address: string, way: S3Way, signal: AbortSignal): SnapshotStore {
  const { bucket: name, prefix } = readS3Place(address);
  const root = `s3://${name}/`;
  const bucketOf = createBucket(name, way);
  let bucket = bucketOf(signal);
  const customerPrefix = (customer: string): string => `${prefix}${customer}/`;
  const ownerPrefix = ({ customer, name }: SnapshotOwner): string => `${customerPrefix(customer)}${name}/`;
  const keyOf = ({ place }: StoredSnapshot): string => place.slice(root.length);
  /** Those that this process still has as a file, by their place. */
  const files = new Map<string, string>();

  const foldersIn = async (parent: string): Promise<readonly string[]> => {
    const { folders } = await bucket.list(parent);
    return folders.map((folder) => folder.slice(parent.length, -1));
  };

  /** Uses the file that this process still has, or a copy that goes again. */
  const withCopy = async <Result>(
    snapshot: StoredSnapshot,
    use: (path: string) => Promise<Result>,
    fetch: (key: string, copy: string) => Promise<void>,
  ): Promise<Result> => {
    const path = files.get(snapshot.place);
    if (path !== undefined) return use(path);
    const folder = await privateFolder();
    const copy = join(folder, "snapshot.ndjson.gz");
    try {
      await fetch(keyOf(snapshot), copy);
      return await use(copy);
    } catch (thrown) {
      throw namingPlace(thrown, copy, snapshot.place);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return {
    async claim() {
      const limits = { ...way.limits, ...claimPatience };
      const claim = await claimBucket({
        place: root + prefix,
        key: prefix + lockName,
        bucketOf: createBucket(name, { ...way, limits }),
        signal,
        ...(way.clock === undefined ? {} : { clock: way.clock }),
      });
      bucket = bucketOf(AbortSignal.any([signal, claim.lost]));
      return claim;
    },
    async list(owner) {
      const folder = ownerPrefix(owner);
      const { keys } = await bucket.list(folder);
      return keys.flatMap((key) => {
        const startedAt = startOf(key.slice(folder.length));
        return startedAt === undefined ? [] : [{ place: root + key, startedAt }];
      });
    },
    async owners() {
      const customers = await foldersIn(prefix);
      const limit = pLimit(listsAtOnce);
      const ofCustomer = async (one: string): Promise<readonly SnapshotOwner[]> =>
        (await foldersIn(customerPrefix(one))).map((name) => ({ customer: one, name }));
      return (await Promise.all(customers.map((one) => limit(() => ofCustomer(one))))).flat();
    },
    async create(owner, startedAt) {
      const key = ownerPrefix(owner) + snapshotName(startedAt);
      const place = root + key;
      const folder = await privateFolder();
      const path = join(folder, snapshotName(startedAt));
      const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
      const file = await plainFile(path).catch(async (thrown: unknown) => {
        await removeFolder();
        throw thrown;
      });
      return {
        place,
        startedAt: startedAt.toISOString(),
        file: {
          write: file.write,
          async finish() {
            await file.finish();
            const isNew = await bucket.put(key, await fileBody(path), { "if-none-match": "*" });
            if (!isNew) throw usage(`${place} is there already, and nothing is overwritten`);
            files.set(place, path);
          },
          async discard() {
            files.delete(place);
            await file.discard();
            await removeFolder();
          },
        },
      };
    },
    withFile: (snapshot, use) => withCopy(snapshot, use, (key, copy) => bucket.download(key, copy)),
    withBeginning: (snapshot, use) =>
      withCopy(snapshot, use, async (key, copy) => {
        await bucket.download(key, copy, beginningBytes);
        // What has no first line by then is looked at whole, and told as what it is.
        if (!(await keepFirstLine(copy))) await bucket.download(key, copy);
      }),
    remove: (snapshot) => bucket.remove(keyOf(snapshot)),
    // A bucket has no folders, and holds nothing that is half written.
    async clear() {},
  };
}

/**
 * Leaves the first line of a compressed file that may end in the middle.
 *
 * @returns false where it does not begin with one; the file stays as it is then.
 */
async function keepFirstLine(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0)
    .finally(() => file.close());
  const text = beginningOf(buffer.subarray(0, bytesRead));
  const end = text.indexOf("\n");
  if (end === -1) return false;
  await writeFile(path, text.subarray(0, end + 1));
  return true;
}

/** What compressed data that may end in the middle holds; nothing where it is damaged. */
function beginningOf(compressed: Buffer): Buffer {
  try {
    return gunzipSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/** A folder for its owner alone. */
async function privateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "cloud-inventory-snapshot-")).catch((thrown: unknown) => {
    throw usage(`no folder can be made in ${tmpdir()}, where temporary files go (${systemCode(thrown)})`);
  });
}

/** Who reads the error knows nothing of the copy, which has gone then. */
function namingPlace(thrown: unknown, copy: string, place: string): unknown {
  if (!(thrown instanceof InventoryError) || !thrown.message.includes(copy)) return thrown;
  return new InventoryError(thrown.code, thrown.message.replaceAll(copy, place), { cause: thrown });
}
