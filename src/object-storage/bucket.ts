import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { type Answer, invalid, isRecord } from "../http/answer.ts";
import { systemClock } from "../http/clock.ts";
import { InventoryError } from "../inventory/errors.ts";
import { readS3Document, s3ErrorCode } from "./answers.ts";
import { createS3Send, type S3Body, type S3Request, type S3Way } from "./requests.ts";

/** What has to hold of a key for its object to be written: that there is none, or that it is still the one of an ETag. */
export type PutCondition = { readonly "if-none-match": "*" } | { readonly "if-match": string };

/** A small object that was read. */
export interface ReadObject {
  readonly text: string;
  readonly etag: string;
  /** When it was read, by the clock of S3. */
  readonly atMs: number;
}

/** The objects of one bucket at any S3, as long as a signal is not aborted. */
export interface Bucket {
  /** What is directly below a prefix: keys, and longer prefixes up to the next slash. */
  list(prefix: string): Promise<{ readonly keys: readonly string[]; readonly folders: readonly string[] }>;
  /** @returns false where the condition does not hold. */
  put(key: string, body: S3Body, condition: PutCondition): Promise<boolean>;
  /** @returns undefined where there is no such object. */
  read(key: string): Promise<ReadObject | undefined>;
  /** Writes an object to a file, or so many bytes of its beginning; an S3 may give more. */
  download(key: string, path: string, bytes?: number): Promise<void>;
  /** Does nothing where there is no such object. */
  remove(key: string): Promise<void>;
}

/** What one PUT may hold (Amazon S3 user guide, "Uploading objects"). */
const largestPut = 5 * 1024 ** 3;
const partial = 206;
const unsatisfiable = 416;
const digestHeader = "x-amz-meta-sha256";

/** Opens a bucket of an operator's own, by path-style addresses, which every S3 understands. */
export function createBucket(name: string, way: S3Way): (signal: AbortSignal) => Bucket {
  const sendS3 = createS3Send(way);
  const {
    settings: { endpoint },
    clock = systemClock,
  } = way;
  let knowsConditions = true;

  return (signal) => {
    const send = (key: string, request: Omit<S3Request, "url" | "label">, query = {}): Promise<Answer> => {
      const url = new URL(`/${[name, ...key.split("/")].map(encodeURIComponent).join("/")}`, endpoint);
      url.search = new URLSearchParams(query).toString();
      return sendS3({ ...request, url, label: `${request.method} s3://${name}/${key}` }, signal);
    };
    const head = (key: string): Promise<Answer> => send(key, { method: "HEAD", accepts: isAbsent });
    const write = (
      key: string,
      body: S3Body,
      condition: PutCondition | Record<string, never>,
      accepts: (answer: Answer) => boolean = () => false,
    ): Promise<Answer> => {
      const headers = { ...condition, [digestHeader]: body.digest };
      return send(key, { method: "PUT", headers, body, accepts });
    };

    return {
      async list(prefix) {
        const keys: string[] = [];
        const folders: string[] = [];
        const tokens = new Set<string>();
        let more: Record<string, string> = {};
        for (;;) {
          const query = { "list-type": "2", delimiter: "/", prefix, ...more };
          const page = readPage(await send("", { method: "GET" }, query), prefix);
          keys.push(...page.keys);
          folders.push(...page.folders);
          if (page.next === undefined) return { keys: keys.toSorted(), folders: folders.toSorted() };
          if (tokens.has(page.next)) throw invalid(page.label, "answered with the same page twice");
          tokens.add(page.next);
          more = { "continuation-token": page.next };
        }
      },
      async put(key, body, condition) {
        if (body.size > largestPut) {
          const sentence = `${key} has ${body.size} bytes, and one upload to a bucket may have 5 GiB (${largestPut})`;
          throw new InventoryError("INVALID_CONFIG", sentence);
        }
        // Whoever asks again after a broken connection may find there what it wrote itself.
        const isOurs = (there: Answer): boolean => there.headers.get(digestHeader) === body.digest;
        if (knowsConditions) {
          const isUnmet = isUnmetOf(condition);
          const answer = await write(key, body, condition, (one) => isUnmet(one) || isUnknownHeader(one));
          if (isUnmet(answer)) return isOurs(await head(key));
          if (!isUnknownHeader(answer)) return true;
          knowsConditions = false;
        }
        const there = await head(key);
        const etag = there.status === 404 ? undefined : there.headers.get("etag");
        if (isOurs(there)) return true;
        if ("if-match" in condition ? etag !== condition["if-match"] : etag !== undefined) return false;
        await write(key, body, {});
        return true;
      },
      async read(key) {
        const answer = await send(key, { method: "GET", accepts: isAbsent });
        if (isAbsent(answer)) return undefined;
        const atMs = Date.parse(answer.headers.get("date") ?? "") || clock.now();
        return { text: new TextDecoder().decode(answer.body), etag: answer.headers.get("etag") ?? "", atMs };
      },
      async download(key, path, bytes) {
        const range: Record<string, string> = bytes === undefined ? {} : { range: `bytes=0-${bytes - 1}` };
        const accepts = (answer: Answer): boolean => bytes !== undefined && answer.status === unsatisfiable;
        const { status, headers, label } = await send(key, { method: "GET", into: path, headers: range, accepts });
        // An empty object has no first byte.
        if (status === unsatisfiable) return writeFile(path, "", { mode: 0o600 });
        const digest = headers.get(digestHeader);
        if (status !== partial && digest !== null && digest !== (await digestOf(path))) {
          throw invalid(label, "answered with something else than was written");
        }
      },
      async remove(key) {
        await send(key, { method: "DELETE", accepts: isAbsent });
      },
    };
  };
}

/** A text as the content of an object. */
export function textBody(text: string): S3Body {
  const content = new TextEncoder().encode(text);
  return { content, size: content.byteLength, digest: createHash("sha256").update(content).digest("hex") };
}

/** A file as the content of an object. */
export async function fileBody(path: string): Promise<S3Body> {
  const { size } = await stat(path);
  // What is too large is refused by its size; nobody looks at its digest.
  return { content: path, size, digest: size > largestPut ? "" : await digestOf(path) };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

interface Page {
  readonly keys: readonly string[];
  readonly folders: readonly string[];
  readonly next: string | undefined;
  readonly label: string;
}

/** @throws InventoryError INVALID_RESPONSE where the page may be less than it seems. */
function readPage(answer: Answer, prefix: string): Page {
  const { label, requestId } = answer;
  const refused = (what: string): InventoryError => invalid(label, `answered ${what}`, requestId);
  const document = readS3Document(answer);
  const result = isRecord(document) ? document["ListBucketResult"] : undefined;
  if (!isRecord(result)) throw refused("without a list of objects");
  const { IsTruncated: isTruncated, NextContinuationToken: token, Contents: contents = [] } = result;
  if (isTruncated !== "true" && isTruncated !== "false") throw refused("without saying whether the list goes on");
  const next = isTruncated === "true" ? token : undefined;
  if (isTruncated === "true" && (typeof next !== "string" || next === "")) {
    throw refused("that the list goes on, and not where");
  }
  const texts = (entries: unknown, field: string): readonly string[] => {
    if (!Array.isArray(entries)) throw refused("with a list that is none");
    return entries.map((entry: unknown) => {
      const text = isRecord(entry) ? entry[field] : undefined;
      if (typeof text !== "string" || !text.startsWith(prefix)) throw refused("with what is not below the prefix");
      return text;
    });
  };
  return {
    keys: texts(contents, "Key"),
    folders: texts(result["CommonPrefixes"] ?? [], "Prefix"),
    next: typeof next === "string" ? next : undefined,
    label,
  };
}

/** A bucket that is not there has no objects either, and is no answer to a question about one. */
function isAbsent(answer: Answer): boolean {
  return answer.status === 404 && s3ErrorCode(answer) !== "NoSuchBucket";
}

/** What is to be replaced may have gone: S3 answers 404 then. */
function isUnmetOf(condition: PutCondition): (answer: Answer) => boolean {
  return (answer) => answer.status === 412 || ("if-match" in condition && isAbsent(answer));
}

/** An S3 without conditional writes answers 501 NotImplemented, or 400 with words about the header. */
function isUnknownHeader({ status, body }: Answer): boolean {
  if (status === 501) return true;
  return status === 400 && /if-(none-)?match/i.test(new TextDecoder().decode(body));
}
