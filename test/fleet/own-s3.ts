import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the server does with `If-None-Match` and `If-Match`: looks at them, does not know them, or lets them be. */
export type Conditions = "known" | "501" | "400" | "ignored";

interface Fault {
  /** Against `METHOD /path?query`. */
  readonly match: RegExp;
  readonly times?: number;
  readonly status?: number;
  readonly code?: string;
  /** Ends the connection in the middle of the answer, or before any. */
  readonly breaks?: "body" | "connection";
  /** Does what was asked before it breaks the connection. */
  readonly isDone?: boolean;
  readonly body?: string;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly key: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answered {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A small S3 on loopback, which keeps objects of one bucket, and checks every signature by computing it itself. */
export interface OwnS3 {
  readonly environment: Record<string, string>;
  /** By key; may be changed. */
  readonly objects: Map<string, Buffer>;
  readonly asked: readonly Pick<Asked, "method" | "key" | "headers">[];
  conditions: Conditions;
  /** Whether it answers a part of an object where a part is asked for; it need not. */
  knowsRanges: boolean;
  /** How many keys and prefixes one page of a list has. */
  pageSize: number;
  /** Its clock, in milliseconds since the epoch; the machine's when absent. */
  nowMs: number | undefined;
  addFault(fault: Fault): void;
}

export const bucketName = "nights";

/** Lives as long as the test that started it. */
export async function startOwnS3(): Promise<OwnS3> {
  const key = { id: "AKIDOWNBUCKET", secret: "own/bucket+secret0123456789", token: "own-session-token" };
  const region = "eu-test-1";
  const objects = new Map<string, Buffer>();
  const metadata = new Map<string, Record<string, string>>();
  const asked: Asked[] = [];
  const faults: (Fault & { left: number })[] = [];
  const own: OwnS3 = {
    environment: {},
    objects,
    asked,
    conditions: "known",
    knowsRanges: true,
    pageSize: 1000,
    nowMs: undefined,
    addFault: (fault) => faults.push({ ...fault, left: fault.times ?? 1 }),
  };

  function answerTo(request: Asked): Answered {
    const { method, url, headers, body } = request;
    if (headers["x-amz-security-token"] !== key.token) return failure(403, "InvalidToken");
    if (!isSigned(request, key.secret, region)) return failure(403, "SignatureDoesNotMatch");
    if (createHash("sha256").update(body).digest("hex") !== headers["x-amz-content-sha256"]) {
      return failure(400, "XAmzContentSHA256Mismatch");
    }
    if (!url.pathname.startsWith(`/${bucketName}/`)) return failure(404, "NoSuchBucket");
    if (request.key === "") return listed(url.searchParams);
    const found = objects.get(request.key);
    const etag = found && etagOf(found);
    switch (method) {
      case "GET":
      case "HEAD":
        if (found === undefined || etag === undefined) return failure(404, "NoSuchKey");
        return partOf(headers.range, { status: 200, headers: { ...metadata.get(request.key), etag }, body: found });
      case "DELETE":
        objects.delete(request.key);
        return { status: 204 };
      default: {
        if (headers["content-length"] === undefined) return failure(411, "MissingContentLength");
        const [none, match] = [headers["if-none-match"], headers["if-match"]];
        if (none !== undefined || match !== undefined) {
          if (own.conditions === "501") return failure(501, "NotImplemented");
          if (own.conditions === "400") return failure(400, "InvalidArgument", "the header If-None-Match is not known");
          if (own.conditions === "known") {
            if (none === "*" && found !== undefined) return failure(412, "PreconditionFailed");
            if (match !== undefined && found === undefined) return failure(404, "NoSuchKey");
            if (match !== undefined && match !== etag) return failure(412, "PreconditionFailed");
          }
        }
        objects.set(request.key, body);
        const { "x-amz-meta-sha256": digest } = headers;
        metadata.set(request.key, typeof digest === "string" ? { "x-amz-meta-sha256": digest } : {});
        return { status: 200, headers: { etag: etagOf(body) } };
      }
    }
  }

  /** What is there of the bytes that were asked for. */
  function partOf(range: string | undefined, whole: Answered & { readonly body: Buffer }): Answered {
    const [, last] = /^bytes=0-(\d+)$/.exec(range ?? "") ?? [];
    if (last === undefined || !own.knowsRanges) return whole;
    if (whole.body.byteLength === 0) return failure(416, "InvalidRange");
    return { ...whole, status: 206, body: whole.body.subarray(0, Number(last) + 1) };
  }

  /** ListObjectsV2, whose continuation token is the last entry of a page. */
  function listed(query: URLSearchParams): Answered {
    if (query.get("list-type") !== "2") return failure(400, "InvalidArgument");
    const prefix = query.get("prefix") ?? "";
    const entries = new Set<string>();
    for (const one of [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted()) {
      const end = one.indexOf("/", prefix.length);
      entries.add(end === -1 ? one : one.slice(0, end + 1));
    }
    const after = query.get("continuation-token");
    const rest = [...entries].filter((entry) => after === null || entry > unpacked(after));
    const page = rest.slice(0, own.pageSize);
    const isTruncated = rest.length > page.length;
    const parts = page.map((entry) =>
      entry.endsWith("/")
        ? `<CommonPrefixes><Prefix>${entry}</Prefix></CommonPrefixes>`
        : `<Contents><Key>${entry}</Key><Size>1</Size></Contents>`,
    );
    const next = isTruncated ? `<NextContinuationToken>${packed(page.at(-1) ?? "")}</NextContinuationToken>` : "";
    const body = `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${parts.join("")}</ListBucketResult>`;
    return { status: 200, body };
  }

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      return;
    }
    const { method = "", headers, url: path = "" } = incoming;
    const url = new URL(path, "http://s3.test");
    const name = decodeURIComponent(url.pathname).slice(bucketName.length + 2);
    const request = { method, url, key: name, headers, body: Buffer.concat(chunks) };
    asked.push(request);
    const fault = faults.find(({ match, left }) => left > 0 && match.test(`${method} ${path}`));
    if (fault !== undefined) fault.left -= 1;
    if (own.nowMs !== undefined) response.setHeader("date", new Date(own.nowMs).toUTCString());
    if (fault?.isDone) answerTo(request);
    if (fault?.breaks === "connection") {
      response.destroy();
      return;
    }
    const answer =
      fault === undefined || fault.breaks === "body"
        ? answerTo(request)
        : { ...failure(fault.status ?? 200, fault.code ?? ""), ...(fault.body ? { body: fault.body } : {}) };
    send(response, method, answer, fault?.breaks === "body");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  Object.assign(own.environment, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: key.id,
    AWS_SECRET_ACCESS_KEY: key.secret,
    AWS_SESSION_TOKEN: key.token,
  });
  return own;
}

function send(response: ServerResponse, method: string, answer: Answered, isCut: boolean): void {
  const body = Buffer.from(answer.body ?? "");
  response.writeHead(answer.status, { ...answer.headers, "content-length": body.byteLength });
  if (method === "HEAD") return void response.end();
  if (!isCut) return void response.end(body);
  response.write(body.subarray(0, body.byteLength / 2), () => response.destroy());
}

function failure(status: number, code: string, message = ""): Answered {
  const headers: Record<string, string> = status >= 300 && status < 400 ? { location: "/elsewhere" } : {};
  return { status, headers, body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>` };
}

function etagOf(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}

// With signs in it that mean something in a query.
const packed = (text: string): string => `+/=${Buffer.from(text).toString("base64")}`;
const unpacked = (token: string): string => Buffer.from(token.slice(3), "base64").toString();

/** AWS Signature Version 4, as the reference of S3 tells it ("Signature Calculations for the Authorization Header"). */
function isSigned({ method, url, headers }: Asked, secret: string, region: string): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, day = "", ofRegion = "", names = "", signature] = form.exec(headers.authorization ?? "") ?? [];
  const time = String(headers["x-amz-date"]);
  const mustBeSigned = Object.keys(headers).filter((name) => /^(x-amz-.*|if-(none-)?match|host)$/.test(name));
  const signed = names.split(";");
  if (ofRegion !== region || !time.startsWith(day) || mustBeSigned.some((name) => !signed.includes(name))) return false;
  const encoded = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const path = url.pathname
    .split("/")
    .map((part) => encoded(decodeURIComponent(part)))
    .join("/");
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).toSorted();
  const canonical = [
    method,
    path,
    query.join("&"),
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    names,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const sign = (by: string | Buffer, text: string): Buffer => createHmac("sha256", by).update(text).digest();
  const signingKey = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(sign, `AWS4${secret}`);
  return sign(signingKey, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${digest}`).toString("hex") === signature;
}
