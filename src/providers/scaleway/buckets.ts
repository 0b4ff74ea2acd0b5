import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Answer, invalid, isRecord } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import type { Page, ReadContext } from "../../inventory/provider.ts";
import type { Scope } from "../../inventory/scope.ts";

/** Reads the buckets of one project in one region. */
export type BucketReader = (project: string, region: string, context: ReadContext) => Promise<readonly unknown[]>;

interface BucketList {
  /** Undefined where it is no project's. */
  readonly owner: string | undefined;
  readonly buckets: readonly unknown[];
  readonly requestId: string | undefined;
}

/** Asked where any region will do. */
export const homeRegion = "fr-par";

/** Where Object Storage lives; `{region}` is filled in. */
export const publicS3Url = "https://s3.{region}.scw.cloud";

// `CreationDate` and the like stay text, and one bucket is a list too.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, isArray: (name) => name === "Bucket" });

export function createBucketReader(door: Pick<Door, "send">, urlTemplate: string): BucketReader {
  return async (project, region, context) => {
    const label = `GET S3 buckets of ${project} in ${region}`;
    const { owner, buckets, requestId } = await askForBuckets(door, urlTemplate, { region, project }, label, context);
    if (owner !== project) throw invalid(label, "answered with the buckets of another owner", requestId);
    return buckets;
  };
}

/** Reads the project that a key stands for where a request names none: what a tool without our project form will see. */
export type PreferredProjectReader = (context: ReadContext) => Promise<string>;

export function createPreferredProjectReader(door: Pick<Door, "send">, urlTemplate: string): PreferredProjectReader {
  return async (context) => {
    const label = "GET S3 buckets of the preferred project";
    const { owner, requestId } = await askForBuckets(door, urlTemplate, { region: homeRegion }, label, context);
    if (owner === undefined) throw invalid(label, "answered without a usable owner", requestId);
    return owner;
  };
}

async function askForBuckets(
  door: Pick<Door, "send">,
  urlTemplate: string,
  audience: { readonly region: string; readonly project?: string },
  label: string,
  context: ReadContext,
): Promise<BucketList> {
  const url = urlWithin(new URL(urlTemplate.replaceAll("{region}", audience.region)), "/");
  const answer = await door.send({ method: "GET", url, headers: {}, label, audience }, context);
  return { ...bucketListOf(answer, label), requestId: answer.requestId };
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
 * The entries of a ListAllMyBucketsResult, with the project that they belong to: the owner is the only proof of whose they are.
 *
 * @throws InventoryError INVALID_RESPONSE where the document is not whole, or says that it goes on.
 */
function bucketListOf(answer: Answer, label: string): Omit<BucketList, "requestId"> {
  const text = new TextDecoder().decode(answer.body);
  if (XMLValidator.validate(text) !== true) throw invalid(label, "answered with incomplete XML", answer.requestId);
  const document: unknown = parser.parse(text);
  const result = isRecord(document) ? document["ListAllMyBucketsResult"] : undefined;
  if (!isRecord(result) || !("Buckets" in result))
    throw invalid(label, "answered without a bucket list", answer.requestId);
  const { Owner, Buckets: buckets, ContinuationToken: continuation } = result;
  // Never recorded: Scaleway documents no paging of this list. If it comes, a part must not pass for the whole.
  if (continuation !== undefined) throw invalid(label, "answered with one page of several", answer.requestId);
  const owner = projectOf(Owner);
  if (buckets === "") return { owner, buckets: [] };
  const list = isRecord(buckets) ? buckets["Bucket"] : undefined;
  if (!Array.isArray(list)) throw invalid(label, "answered without a bucket list", answer.requestId);
  return { owner, buckets: list };
}

/** The owner is written `<project>:<project>`. */
function projectOf(owner: unknown): string | undefined {
  const [project, again, ...rest] = isRecord(owner) ? String(owner["ID"]).split(":") : [];
  return project && project === again && rest.length === 0 ? project : undefined;
}
