import { AwsV4Signer } from "aws4fetch";
import type { OutgoingRequest } from "../http/request.ts";

export interface S3Signer {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** The headers that sign a request to S3 (AWS Signature Version 4). */
export async function signS3(
  { method, url }: Pick<OutgoingRequest, "method" | "url">,
  { accessKey, secretKey, region, nowMs }: S3Signer,
): Promise<Readonly<Record<string, string>>> {
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: "s3",
    region,
    datetime: new Date(nowMs).toISOString().replace(/[:-]|\.\d{3}/g, ""),
  });
  const { headers } = await signer.sign();
  return Object.fromEntries(headers.entries());
}
