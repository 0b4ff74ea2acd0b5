import { InventoryError } from "../inventory/errors.ts";

/** Where an operator's S3 is, and what it is asked with. */
export interface S3Settings {
  readonly endpoint: URL;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string | undefined;
}

/** A bucket, or what is below a prefix in it. */
export interface S3Place {
  readonly bucket: string;
  /** With a slash at its end; empty for all of the bucket. */
  readonly prefix: string;
}

/**
 * Reads the standard variables of S3 clients.
 *
 * @throws InventoryError INVALID_CONFIG naming the variable, never its value.
 */
export function readS3Settings(environment: NodeJS.ProcessEnv): S3Settings {
  const region = required(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
  if (!/^[\w-]+$/.test(region)) throw bad("AWS_REGION is no name of a region, such as eu-west-3");
  const accessKey = required(environment, "AWS_ACCESS_KEY_ID");
  const secretKey = required(environment, "AWS_SECRET_ACCESS_KEY");
  const sessionToken = environment["AWS_SESSION_TOKEN"] || undefined;
  const given = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_SESSION_TOKEN: sessionToken };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !/^[\x21-\x7e]+$/.test(value)) throw bad(`${name} holds a space or a line break`);
  }
  return { endpoint: readEndpoint(environment, region), region, accessKey, secretKey, sessionToken };
}

/**
 * Reads `s3://BUCKET/PREFIX`.
 *
 * @throws InventoryError INVALID_CONFIG where it is none.
 */
export function readS3Place(address: string): S3Place {
  const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? [];
  if (bucket === undefined) throw bad(`${address} names no bucket; s3://BUCKET/PREFIX is meant`);
  const parts = path.replace(/\/$/, "").split("/");
  if (path === "" || path === "/") return { bucket, prefix: "" };
  // What means something in a URL or a path would lead elsewhere with one client or another.
  const isPlain = parts.every((part) => /^[\w.=-]+$/.test(part) && !/^\.+$/.test(part));
  if (!isPlain)
    throw bad(`${address}: a prefix is made of letters, digits, dots, dashes, underscores and single slashes`);
  return { bucket, prefix: `${parts.join("/")}/` };
}

function readEndpoint(environment: NodeJS.ProcessEnv, region: string): URL {
  const name = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"].find((one) => environment[one]);
  if (name === undefined) return new URL(`https://s3.${region}.amazonaws.com`);
  const text = environment[name] ?? "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url;
  throw bad(`${name} must be an origin such as https://s3.example.com, without a path`);
}

/** The first of some variables that says something. */
function required(environment: NodeJS.ProcessEnv, ...names: readonly string[]): string {
  const value = names.map((name) => environment[name]).find((text) => text);
  if (value === undefined) throw bad(`${names.join(" or ")} is missing: a bucket is asked with it`);
  return value;
}

function bad(message: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", message);
}
