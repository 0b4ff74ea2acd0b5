import { invalid } from "../../http/answer.ts";
import type { Door } from "../../http/door.ts";
import { urlWithin } from "../../http/path.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { readBucketList } from "../s3-answers.ts";

/** Reads the buckets of one project in one region. */
export type BucketReader = (project: string, region: string, context: ReadContext) => Promise<readonly unknown[]>;

/** Object Storage answered as it should, and showed that the buckets are not the project's. */
export class ForeignBuckets extends InventoryError {}

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

export function createBucketReader(door: Pick<Door, "send">, urlTemplate: string): BucketReader {
  return async (project, region, context) => {
    const label = `GET S3 buckets of ${project} in ${region}`;
    const { owner, buckets, requestId } = await askForBuckets(door, urlTemplate, { region, project }, label, context);
    if (owner !== project) {
      const sentence = `${label} answered with the buckets of another owner`;
      throw new ForeignBuckets("INVALID_RESPONSE", sentence, { requestId });
    }
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
  const { ownerId, buckets } = readBucketList(answer);
  return { owner: projectOf(ownerId), buckets, requestId: answer.requestId };
}

/** The owner is written `<project>:<project>`, and is the only proof of whose buckets these are. */
function projectOf(ownerId: unknown): string | undefined {
  const [project, again, ...rest] = String(ownerId).split(":");
  return project && project === again && rest.length === 0 ? project : undefined;
}
