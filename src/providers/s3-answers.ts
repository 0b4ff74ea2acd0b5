import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Answer, invalid, isRecord } from "../http/answer.ts";
import type { Refusal } from "../http/refusal.ts";
import { InventoryError } from "../inventory/errors.ts";

/** What S3's ListBuckets answers, in S3's own names. */
export interface BucketList {
  /** `Owner.ID`, where the answer names one. */
  readonly ownerId: unknown;
  readonly buckets: readonly unknown[];
}

// `CreationDate` and the like stay text, and one bucket is a list too.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, isArray: (name) => name === "Bucket" });

/**
 * The `Bucket` entries of a ListAllMyBucketsResult, with their owner.
 *
 * @throws InventoryError INVALID_RESPONSE where the document is not whole, or says that it goes on: no cloud read here
 * documents pages of this list, and if they come, a part must not pass for the whole.
 */
export function readBucketList(answer: Answer): BucketList {
  const refused = (what: string) => invalid(answer.label, what, answer.requestId);
  const text = new TextDecoder().decode(answer.body);
  if (XMLValidator.validate(text) !== true) throw refused("answered with incomplete XML");
  const document: unknown = parser.parse(text);
  const result = isRecord(document) ? document["ListAllMyBucketsResult"] : undefined;
  if (!isRecord(result) || !("Buckets" in result)) throw refused("answered without a bucket list");
  const { Owner: owner, Buckets: buckets, ContinuationToken: continuation } = result;
  if (continuation !== undefined) throw refused("answered with one page of several");
  const ownerId = isRecord(owner) ? owner["ID"] : undefined;
  if (buckets === "") return { ownerId, buckets: [] };
  const list = isRecord(buckets) ? buckets["Bucket"] : undefined;
  if (!Array.isArray(list)) throw refused("answered without a bucket list");
  return { ownerId, buckets: list };
}

/**
 * The refusal that S3's `SlowDown` stands for, which comes with status 503 (Amazon S3 API reference, list of error codes); undefined for
 * other answers.
 */
export function slowDown(answer: Answer): Refusal | undefined {
  if (answer.status !== 503 || s3ErrorCode(answer) !== "SlowDown") return undefined;
  const sentence = `${answer.label} met the provider's rate limit (status 503, SlowDown)`;
  const error = new InventoryError("RATE_LIMITED", sentence, { requestId: answer.requestId });
  return { error, again: "after-slowdown" };
}

/** The code of S3's XML error, where the body holds one. */
export function s3ErrorCode(answer: Answer): string | undefined {
  return /<Code>(\w{1,60})<\/Code>/.exec(new TextDecoder().decode(answer.body.subarray(0, 4096)))?.[1];
}
