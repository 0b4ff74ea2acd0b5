import type { Answer } from "../http/answer.ts";
import { type Again, type Refusal, refusalByStatus, withWait } from "../http/refusal.ts";
import { InventoryError } from "../inventory/errors.ts";
import { s3ErrorCode, slowDown } from "./answers.ts";

interface KnownCode {
  readonly codes: readonly string[];
  readonly says: string;
  readonly again?: Again;
}

// Amazon S3 API reference, list of error codes; other clouds and MinIO use the same.
const knownCodes: readonly KnownCode[] = [
  { codes: ["InvalidAccessKeyId"], says: "does not know the key in AWS_ACCESS_KEY_ID" },
  { codes: ["SignatureDoesNotMatch"], says: "refused the signature: AWS_SECRET_ACCESS_KEY is that of another key" },
  {
    codes: ["ExpiredToken", "InvalidToken", "TokenRefreshRequired"],
    says: "refused AWS_SESSION_TOKEN: it has ended, or is that of another key",
  },
  { codes: ["RequestTimeTooSkewed"], says: "refused the time of the request: the clock of this machine is wrong" },
  { codes: ["NoSuchBucket"], says: "does not know the bucket" },
  {
    codes: ["PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed"],
    says: "has the bucket elsewhere: AWS_REGION and AWS_ENDPOINT_URL_S3 say where it is asked for",
  },
  { codes: ["AccessDenied", "AllAccessDisabled"], says: "does not permit it to the key in AWS_ACCESS_KEY_ID" },
  // What was sent did not arrive whole.
  { codes: ["RequestTimeout", "IncompleteBody", "BadDigest"], says: "did not get it whole", again: "after-backoff" },
  // Another conditional write of the same key is under way.
  {
    codes: ["ConditionalRequestConflict", "OperationAborted"],
    says: "is busy with the same object",
    again: "after-backoff",
  },
];

/** The refusal that an answer of an operator's own S3 stands for: what can be mended is named by its variable. */
export function s3Refusal(answer: Answer, nowMs: number): Refusal {
  const slow = slowDown(answer);
  if (slow !== undefined) return withWait(slow, answer, nowMs);
  const { status, label, requestId } = answer;
  const code = s3ErrorCode(answer) ?? codeOfStatus(status);
  const known = knownCodes.find(({ codes }) => codes.includes(code ?? ""));
  if (known === undefined) return refusalByStatus(answer, nowMs);
  const { says, again = "never" } = known;
  const sentence = `${label}: S3 ${says} (status ${status})`;
  const error = new InventoryError(again === "never" ? "INVALID_CONFIG" : "UNAVAILABLE", sentence, { requestId });
  return withWait({ error, again }, answer, nowMs);
}

/** An answer to HEAD has no body that could say more. */
function codeOfStatus(status: number): string | undefined {
  if (status >= 300 && status < 400) return "PermanentRedirect";
  return status === 403 ? "AccessDenied" : undefined;
}
