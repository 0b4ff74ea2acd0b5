import { s3Store } from "../../src/hosts/fleet/s3-store.ts";
import type { SnapshotStore } from "../../src/hosts/fleet/snapshot-store.ts";
import type { Clock } from "../../src/http/clock.ts";
import type { S3Way } from "../../src/object-storage/requests.ts";
import { readS3Settings } from "../../src/object-storage/settings.ts";
import { fakeClock } from "../clock.ts";
import { bucketName, type OwnS3 } from "./own-s3.ts";
import { night, owner } from "./store-contract.ts";

export const address = `s3://${bucketName}/fleet/one`;
export const lockKey = "fleet/one/.cloud-inventory.lock";
export const never = new AbortController().signal;

export const minute = 60_000;
/** No wait between two tries takes time, and claims are not renewed; signatures need the time of day. */
export function hasty(): Clock {
  const clock = fakeClock();
  const sleep: Clock["sleep"] = (milliseconds, signal) =>
    milliseconds === minute
      ? new Promise((resolve) => signal.addEventListener("abort", () => resolve()))
      : clock.sleep(milliseconds, signal);
  return { ...clock, now: Date.now, sleep };
}

/** A store in a bucket, such that nothing waits. */
export function storeOf(s3: OwnS3, way: Partial<S3Way> = {}, signal = never): SnapshotStore {
  return s3Store(address, { settings: readS3Settings(s3.environment), clock: hasty(), ...way }, signal);
}

/** @returns the place of a small snapshot. */
export async function write(store: SnapshotStore, day = 1): Promise<string> {
  const snapshot = await store.create(owner, night(day));
  try {
    await snapshot.file.write("text\n");
    await snapshot.file.finish();
    return snapshot.place;
  } finally {
    await snapshot.file.discard();
  }
}
