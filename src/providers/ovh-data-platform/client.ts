import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { readBucketList } from "../s3-answers.ts";
import { labels } from "./errors.ts";
import { datastorePath, datastoreRegion } from "./places.ts";

/** Reads the buckets of the project. */
export type BucketReader = (context: ReadContext) => Promise<readonly unknown[]>;

/** ListBuckets, path style. MinIO names one owner in every list (minio/minio, cmd/api-response.go): it proves nothing. */
export function createBucketReader(door: Door, origin: URL, project: string): BucketReader {
  const url = urlWithin(origin, datastorePath);
  const audience = { region: datastoreRegion, project };
  return async (context) => {
    const request = { method: "GET", url, headers: {}, label: labels.buckets, audience } as const;
    return readBucketList(await door.send(request, context)).buckets;
  };
}
