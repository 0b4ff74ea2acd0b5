import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Answer, invalid, isRecord } from "../http/answer.ts";
import { mebibyte } from "../http/read-body.ts";
import type { Refusal } from "../http/refusal.ts";
import { InventoryError } from "../inventory/errors.ts";
import { hasNextLink } from "../listing/paging/link.ts";

/** What S3's ListBuckets answers, in S3's own names. */
export interface BucketList {
  /** `Owner.ID`, where the answer names one. */
  readonly ownerId: unknown;
  readonly buckets: readonly unknown[];
}

// `CreationDate` and the like stay text, and one bucket is a list too.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, isArray: (name) => name === "Bucket" });

// A hundred thousand buckets, each with six `<` and 150 characters: one or two seconds in which nothing else runs. The parser
// keeps a string for each character of a tag or text.
const mostTags = 650_000;
const mostMebibytes = 16;
const longestTag = 4096;

/**
 * The `Bucket` entries of a ListAllMyBucketsResult, with their owner.
 *
 * @throws InventoryError INVALID_RESPONSE where the document is not whole, or says that it goes on: no cloud read here
 * documents pages of this list, and if they come, a part must not pass for the whole.
 */
export function readBucketList(answer: Answer): BucketList {
  const refused = (what: string) => invalid(answer.label, what, answer.requestId);
  const text = new TextDecoder().decode(answer.body);
  const excess = excessOf(text);
  if (excess !== undefined) throw refused(`answered with XML that ${excess}`);
  if (XMLValidator.validate(text) !== true) throw refused("answered with incomplete XML");
  const document = parsed(text);
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

/** What in a document is more than any bucket list has; the parser would take time and memory for it. */
function excessOf(text: string): string | undefined {
  if (text.length > mostMebibytes * mebibyte) return `is longer than ${mostMebibytes} MiB`;
  // Entities of its own could make a small document a large one.
  if (text.includes("<!DOCTYPE")) return "declares a document type";
  let tags = 0;
  for (let start = 0; start < text.length; tags += 1) {
    const next = text.indexOf("<", start + 1);
    const end = next === -1 ? text.length : next;
    if (end - start > longestTag) return `holds a tag or text of more than ${longestTag} characters`;
    if (tags > mostTags) return `holds more than ${mostTags} tags`;
    start = end;
  }
  return undefined;
}

/** The parser refuses deep nesting and odd names by throwing; its text may quote the document. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
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
