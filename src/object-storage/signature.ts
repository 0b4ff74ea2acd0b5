import { AwsV4Signer } from "aws4fetch";

export interface S3Signer {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Of credentials that end by themselves. */
  readonly sessionToken?: string | undefined;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** What is signed of a request; of a body the digest, in the header `x-amz-content-sha256`. */
export interface SignedParts {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers that sign a request to S3 (AWS Signature Version 4), with those that are signed. */
export async function signS3(
  { method, url, headers = {} }: SignedParts,
  { accessKey, secretKey, sessionToken, region, nowMs }: S3Signer,
): Promise<Readonly<Record<string, string>>> {
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers },
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    service: "s3",
    region,
    datetime: new Date(nowMs).toISOString().replace(/[:-]|\.\d{3}/g, ""),
  });
  const signed = await signer.sign();
  return Object.fromEntries(signed.headers.entries());
}
