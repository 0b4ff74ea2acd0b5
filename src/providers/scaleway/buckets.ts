import { type Answer, invalid } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { Page, ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";
import { readBucketList } from "../s3-answers.ts";

/** Reads the buckets of one project in one region. */
export type BucketReader = (project: string, region: string, context: ReadContext) => Promise<readonly unknown[]>;

/** Where Object Storage lives; `{region}` is filled in. */
export const publicS3Url = "https://s3.{region}.scw.cloud";

export function createBucketReader(door: Door, urlTemplate: string): BucketReader {
  return async (project, region, context) => {
    const label = `GET S3 buckets of ${project} in ${region}`;
    const url = urlWithin(new URL(urlTemplate.replaceAll("{region}", region)), "/");
    const audience = { region, project };
    const answer = await door.send({ method: "GET", url, headers: {}, label, audience }, context);
    return bucketsOf(answer, project);
  };
}

/** Bucket lists as pages: S3's ListBuckets is one document. */
export async function* bucketPages(
  read: BucketReader,
  scope: Scope,
  context: ReadContext,
): AsyncGenerator<Page, void, void> {
  yield { number: 1, items: await read(scope.project ?? "", scope.locality ?? "", context) };
}

/**
 * The buckets of a list that is about the project that was asked for: its owner is the only proof of whose buckets these are.
 *
 * @throws InventoryError INVALID_RESPONSE
 */
function bucketsOf(answer: Answer, project: string): readonly unknown[] {
  const { ownerId, buckets } = readBucketList(answer);
  if (ownerId === `${project}:${project}`) return buckets;
  throw invalid(answer.label, "answered with the buckets of another owner", answer.requestId);
}
