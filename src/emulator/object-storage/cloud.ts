import { type Answer, answered, type Cloud, type EmulatedRequest, headerOf, withHeaders } from "../answer.ts";
import type { Plan } from "../plan.ts";
import { seriesOf } from "../random.ts";
import { isExpired, type ScalewayKey } from "../scaleway/key.ts";
import { regions } from "../scaleway/localities.ts";
import type { Permissions } from "../scaleway/permissions.ts";
import { scalewayRefusals } from "../scaleway/refusals.ts";
import type { Bucket, ScalewaySource } from "../scaleway/source.ts";
import { s3Refusals } from "./refusals.ts";
import { expectedSignature, readAuthorization } from "./signature.ts";

/** What the emulated Object Storage needs to know. */
export interface ObjectStorageParts {
  readonly plan: Plan;
  readonly source: ScalewaySource;
  readonly key: ScalewayKey;
  readonly permissions: Permissions;
  /** The server's clock, in milliseconds. */
  clock(): number;
}

/** As in the S3 protocol at large. */
const toleranceMs = 15 * 60 * 1000;

/** ListBuckets of Scaleway's Object Storage: region and project both come out of the signature's credential. */
export function createObjectStorage(parts: ObjectStorageParts): Cloud {
  const ids = seriesOf(parts.plan.seed, "object storage request");
  return (request) => {
    const answer = answered(() => listBuckets(request, parts));
    const digits = ids.hexadecimal(request.sequence);
    const id = `txg${digits.slice(0, 20)}-00${digits.slice(20, 28)}`;
    return withHeaders(answer, { "X-Amz-Request-Id": id, "X-Amz-Id-2": id });
  };
}

function listBuckets(request: EmulatedRequest, parts: ObjectStorageParts): Answer {
  const { plan, source, key, permissions } = parts;
  if (request.method !== "GET") throw s3Refusals.unknownMethod();
  const authorization = readAuthorization(headerOf(request, "authorization"));
  if (authorization === undefined) throw s3Refusals.accessDenied();
  const timeMs = parts.clock();
  const { accessKey, region, project = key.defaultProjectId } = authorization;
  if (accessKey !== key.accessKey || isExpired(key, timeMs)) throw s3Refusals.unknownKey();
  if (!regions.includes(region)) throw s3Refusals.unknownRegion();
  const signedAt = headerOf(request, "x-amz-date") ?? "";
  if (!signedAt.startsWith(authorization.date)) throw s3Refusals.badSignature();
  if (!isInTime(signedAt, timeMs)) throw s3Refusals.clockSkew();
  const signature = expectedSignature(request, authorization, key.secretKey);
  if (signature !== authorization.signature) throw s3Refusals.badSignature();
  if (!permissions.inProject("ObjectStorageReadOnly", project)) throw s3Refusals.accessDenied();
  if (!plan.isOffered("scaleway.object.bucket", region)) throw scalewayRefusals.unknownService();
  // Nobody has a right in a project that does not exist.
  if (plan.present([project], (id) => [id]).length === 0) throw s3Refusals.accessDenied();
  return bucketList(
    plan.present(source.buckets(region, project), ({ name }) => [name]),
    project,
  );
}

/** Whether a signature of this time is accepted. */
export function isInTime(signedAt: string, timeMs: number): boolean {
  return Math.abs(timeOf(signedAt) - timeMs) <= toleranceMs;
}

/** `20251104T101153Z` in milliseconds. */
function timeOf(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, "$1-$2-$3:$4:$5"));
}

/** The recorded form: the date comes before the name, and the owner is the project, twice. */
function bucketList(buckets: readonly Bucket[], project: string): Answer {
  const rows = buckets.map(
    ({ name, createdAt }) => `<Bucket><CreationDate>${createdAt}</CreationDate><Name>${name}</Name></Bucket>`,
  );
  const owner = `${project}:${project}`;
  const body = [
    `<?xml version="1.0" encoding="UTF-8"?>\n`,
    `<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Buckets>${rows.join("")}</Buckets>`,
    `<Owner><DisplayName>${owner}</DisplayName><ID>${owner}</ID></Owner></ListAllMyBucketsResult>`,
  ];
  return { status: 200, headers: { "Content-Type": "text/xml; charset=utf-8" }, body: body.join("") };
}
