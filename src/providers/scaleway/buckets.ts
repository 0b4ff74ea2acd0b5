import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Answer, invalid, isRecord } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { Page, ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";

/** Reads the buckets of one project in one region. */
export type BucketReader = (project: string, region: string, context: ReadContext) => Promise<readonly unknown[]>;

/** Where Object Storage lives; `{region}` is filled in. */
export const publicS3Url = "https://s3.{region}.scw.cloud";

// `CreationDate` and the like stay text, and one bucket is a list too.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, isArray: (name) => name === "Bucket" });

export function createBucketReader(door: Door, urlTemplate: string): BucketReader {
  return async (project, region, context) => {
    const label = `GET S3 buckets of ${project} in ${region}`;
    const url = urlWithin(new URL(urlTemplate.replaceAll("{region}", region)), "/");
    const audience = { region, project };
    const answer = await door.send({ method: "GET", url, headers: {}, label, audience }, context);
    return bucketsOf(answer, project, label);
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
 * The `Bucket` entries of a ListAllMyBucketsResult.
 *
 * @throws InventoryError INVALID_RESPONSE where the document is not whole, says that it goes on, or is not about the
 * project that was asked for: the owner is the only proof of whose buckets these are.
 */
function bucketsOf(answer: Answer, project: string, label: string): readonly unknown[] {
  const text = new TextDecoder().decode(answer.body);
  if (XMLValidator.validate(text) !== true) throw invalid(label, "answered with incomplete XML", answer.requestId);
  const document: unknown = parser.parse(text);
  const result = isRecord(document) ? document["ListAllMyBucketsResult"] : undefined;
  if (!isRecord(result) || !("Buckets" in result))
    throw invalid(label, "answered without a bucket list", answer.requestId);
  const { Owner: owner, Buckets: buckets, ContinuationToken: continuation } = result;
  if (!isRecord(owner) || owner["ID"] !== `${project}:${project}`) {
    throw invalid(label, "answered with the buckets of another owner", answer.requestId);
  }
  // Never recorded: Scaleway documents no paging of this list. If it comes, a part must not pass for the whole.
  if (continuation !== undefined) throw invalid(label, "answered with one page of several", answer.requestId);
  if (buckets === "") return [];
  const list = isRecord(buckets) ? buckets["Bucket"] : undefined;
  if (!Array.isArray(list)) throw invalid(label, "answered without a bucket list", answer.requestId);
  return list;
}
