import { type Answer, answered, type Cloud, type EmulatedRequest, headerOf, jsonAnswer } from "../answer.ts";
import { isInTime } from "../object-storage/cloud.ts";
import { s3Refusals } from "../object-storage/refusals.ts";
import { expectedSignature, readAuthorization } from "../object-storage/signature.ts";
import type { DataPlatformBucket } from "./buckets.ts";
import type { DataPlatformKey } from "./key.ts";
import { dataPlatformRefusals } from "./refusals.ts";

/** What the emulated Data Platform needs to know. */
export interface DataPlatformParts {
  readonly key: DataPlatformKey;
  readonly buckets: readonly DataPlatformBucket[];
  /** The server's clock, in milliseconds. */
  clock(): number;
}

type Route = (request: EmulatedRequest, parts: DataPlatformParts) => Answer;

// ovh/docs, pages/public_cloud/data_platform: technical/api-reference and the export of configurations.
const routes: Readonly<Record<string, Route>> = {
  "POST /iam/login": login,
  "GET /datastore": listBuckets,
  "GET /dwh/v4/configuration/export": exportConfiguration,
};

/** Whether a path is one of the Data Platform's; Scaleway has an `/iam` too. */
export function isDataPlatformPath(path: string): boolean {
  return path === "/iam/login" || /^\/(datastore|dwh)(\/|$)/.test(path);
}

/** One project of OVHcloud's Data Platform: its login, its buckets, and one of its APIs that take a token. */
export function createDataPlatform(parts: DataPlatformParts): Cloud {
  return (request) =>
    answered(() => {
      const route = routes[`${request.method} ${request.path}`];
      if (route === undefined) throw dataPlatformRefusals.unknownRoute();
      return route(request, parts);
    });
}

function login({ body }: EmulatedRequest, { key, clock }: DataPlatformParts): Answer {
  const { auth_mode, apikey, secretkey } = fieldsOf(body);
  if (auth_mode !== "apikey") throw dataPlatformRefusals.badLogin();
  const isKnown = apikey === key.apiKey && secretkey === key.secretKey && !key.isExpired(clock());
  if (!isKnown) throw dataPlatformRefusals.badKey();
  const person = { uid: "inventory", user: "Inventory", firstname: "Inventory", lastname: "", civility: "" };
  const password = { password_renew: false, password_expiration: null };
  const answer = { ...person, login: "inventory.reader", ...password, token: key.issue(clock()) };
  return jsonAnswer(200, answer, "application/json");
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body));
  } catch {
    throw dataPlatformRefusals.badLogin();
  }
}

function listBuckets(request: EmulatedRequest, { key, buckets, clock }: DataPlatformParts): Answer {
  const authorization = readAuthorization(headerOf(request, "authorization"));
  if (authorization === undefined) throw s3Refusals.accessDenied();
  if (authorization.accessKey !== key.apiKey || key.isExpired(clock())) throw s3Refusals.unknownKey();
  if (authorization.region !== "forepaas") throw s3Refusals.unknownRegion();
  if (!isInTime(headerOf(request, "x-amz-date") ?? "", clock())) throw s3Refusals.clockSkew();
  const signature = expectedSignature(request, authorization, key.secretKey);
  if (signature !== authorization.signature) throw s3Refusals.badSignature();
  if (!key.mayListBuckets) throw s3Refusals.accessDenied();
  return bucketList(buckets);
}

/** MinIO's form: the owner comes first, and is the same for everybody (minio/minio, cmd/api-response.go). */
function bucketList(buckets: readonly DataPlatformBucket[]): Answer {
  const rows = buckets.map(
    ({ name, createdAt }) => `<Bucket><Name>${name}</Name><CreationDate>${createdAt}</CreationDate></Bucket>`,
  );
  const body = [
    `<?xml version="1.0" encoding="UTF-8"?>\n`,
    `<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
    `<Owner><ID>owner</ID><DisplayName>minio</DisplayName></Owner>`,
    `<Buckets>${rows.join("")}</Buckets></ListAllMyBucketsResult>`,
  ];
  return { status: 200, headers: { "Content-Type": "application/xml" }, body: body.join("") };
}

function exportConfiguration(request: EmulatedRequest, { key, clock }: DataPlatformParts): Answer {
  key.verifyToken(request, clock());
  return { status: 200, headers: { "Content-Type": "application/gzip" }, body: "" };
}
