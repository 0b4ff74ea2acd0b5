import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Answer, invalid } from "../http/answer.ts";
import { mebibyte } from "../http/read-body.ts";
import type { Refusal } from "../http/refusal.ts";
import { InventoryError } from "../inventory/errors.ts";

// `CreationDate` and the like stay text, and one bucket or key is a list too.
const lists: readonly string[] = ["Bucket", "Contents", "CommonPrefixes"];
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, isArray: (name) => lists.includes(name) });

// A hundred thousand buckets, each with six `<` and 150 characters: one or two seconds in which nothing else runs. The parser
// keeps a string for each character of a tag or text.
const mostTags = 650_000;
const mostMebibytes = 16;
const longestTag = 4096;

/**
 * The document that S3 answered with; undefined where the parser refuses it.
 *
 * @throws InventoryError INVALID_RESPONSE where it is not whole, or more than any list has.
 */
export function readS3Document(answer: Answer): unknown {
  const refused = (what: string) => invalid(answer.label, what, answer.requestId);
  const text = new TextDecoder().decode(answer.body);
  const excess = excessOf(text);
  if (excess !== undefined) throw refused(`answered with XML that ${excess}`);
  if (XMLValidator.validate(text) !== true) throw refused("answered with incomplete XML");
  return parsed(text);
}

/** What in a document is more than any list of S3's has; the parser would take time and memory for it. */
function excessOf(text: string): string | undefined {
  if (text.length > mostMebibytes * mebibyte) return `is longer than ${mostMebibytes} MiB`;
  // Entities of its own could make a small document a large one.
  if (text.includes("<!DOCTYPE")) return "declares a document type";
  let tags = 0;
  for (let start = 0; start < text.length; tags += 1) {
    const next = text.indexOf("<", start + 1);
    const end = next === -1 ? text.length : next;
    if (end - start > longestTag) return `holds a tag or text of more than ${longestTag} characters`;
    if (tags > mostTags) return `holds more than ${mostTags} tags`;
    start = end;
  }
  return undefined;
}

/** The parser refuses deep nesting and odd names by throwing; its text may quote the document. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The refusal that S3's `SlowDown` stands for, which comes with status 503 (Amazon S3 API reference, list of error codes); undefined for
 * other answers.
 */
export function slowDown(answer: Answer): Refusal | undefined {
  if (answer.status !== 503 || s3ErrorCode(answer) !== "SlowDown") return undefined;
  const sentence = `${answer.label} met the provider's rate limit (status 503, SlowDown)`;
  const error = new InventoryError("RATE_LIMITED", sentence, { requestId: answer.requestId });
  return { error, again: "after-slowdown" };
}

/** The code of S3's XML error, where the body holds one. */
export function s3ErrorCode(answer: Answer): string | undefined {
  return /<Code>(\w{1,60})<\/Code>/.exec(new TextDecoder().decode(answer.body.subarray(0, 4096)))?.[1];
}
