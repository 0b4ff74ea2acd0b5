import { type Answer, invalid, isRecord } from "../http/answer.ts";
import { hasNextLink } from "../listing/paging/link.ts";
import { readS3Document } from "../object-storage/answers.ts";

/** What S3's ListBuckets answers, in S3's own names. */
export interface BucketList {
  /** `Owner.ID`, where the answer names one. */
  readonly ownerId: unknown;
  readonly buckets: readonly unknown[];
}

/**
 * The `Bucket` entries of a ListAllMyBucketsResult, with their owner.
 *
 * @throws InventoryError INVALID_RESPONSE where the document is not whole, or says that it goes on: no cloud read here
 * documents pages of this list, and if they come, a part must not pass for the whole.
 */
export function readBucketList(answer: Answer): BucketList {
  const refused = (what: string) => invalid(answer.label, what, answer.requestId);
  const document = readS3Document(answer);
  const result = isRecord(document) ? document["ListAllMyBucketsResult"] : undefined;
  if (!isRecord(result) || !("Buckets" in result)) throw refused("answered without a bucket list");
  const { Owner: owner, Buckets: buckets } = result;
  const isPart = goesOn(result) || goesOn(buckets) || hasNextLink(answer.headers);
  if (answer.status !== 200 || isPart) throw refused("answered with one page of several");
  const ownerId = isRecord(owner) ? owner["ID"] : undefined;
  if (buckets === "") return { ownerId, buckets: [] };
  const list = isRecord(buckets) ? buckets["Bucket"] : undefined;
  if (!Array.isArray(list)) throw refused("answered without a bucket list");
  return { ownerId, buckets: list };
}

/** The ways in which S3's lists say that they go on; an empty element says nothing. */
function goesOn(part: unknown): boolean {
  if (!isRecord(part)) return false;
  const { IsTruncated: isTruncated = "" } = part;
  if (!["", "false"].includes(String(isTruncated).trim().toLowerCase())) return true;
  return ["ContinuationToken", "NextContinuationToken", "NextMarker"].some((name) => (part[name] ?? "") !== "");
}
