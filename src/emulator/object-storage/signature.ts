import { createHash, createHmac } from "node:crypto";
import { type EmulatedRequest, headerOf } from "../answer.ts";

/** The parts of a Signature Version 4 header. */
export interface Authorization {
  readonly accessKey: string;
  /** What stands after `@` in the access key: Scaleway's way to name a project. */
  readonly project: string | undefined;
  readonly date: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const form = new RegExp(
  [
    "^AWS4-HMAC-SHA256 +Credential=(?<key>[^@/,]+)(@(?<project>[^/,]+))?/" +
      "(?<date>\\d{8})/(?<region>[^/,]+)/s3/aws4_request",
    "SignedHeaders=(?<headers>[^,]+)",
    "Signature=(?<signature>[0-9a-f]{64})$",
  ].join(", *"),
);

/** Reads an `Authorization` header for the service `s3`; anything else is undefined. */
export function readAuthorization(header: string | undefined): Authorization | undefined {
  const groups = form.exec(header ?? "")?.groups;
  if (groups === undefined) return undefined;
  const { key = "", project, date = "", region = "", headers = "", signature = "" } = groups;
  return { accessKey: key, project, date, region, signedHeaders: headers.split(";"), signature };
}

/**
 * The signature that a request should carry
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html).
 */
export function expectedSignature(request: EmulatedRequest, authorization: Authorization, secretKey: string): string {
  const { date, region } = authorization;
  const scope = [date, region, "s3", "aws4_request"];
  const time = headerOf(request, "x-amz-date") ?? "";
  const digest = sha256(canonicalRequest(request, authorization.signedHeaders));
  const key = scope.reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secretKey}`);
  return hmac(key, ["AWS4-HMAC-SHA256", time, scope.join("/"), digest].join("\n")).toString("hex");
}

function canonicalRequest(request: EmulatedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map(
    (name) => `${name}:${(headerOf(request, name) ?? "").trim().replace(/ +/g, " ")}\n`,
  );
  const payload = headerOf(request, "x-amz-content-sha256") ?? sha256(request.body);
  const query = canonicalQuery(request.query);
  return [request.method, request.path, query, headers.join(""), signedHeaders.join(";"), payload].join("\n");
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join("&");
}

/** `encodeURIComponent` leaves five characters that RFC 3986 reserves. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
