import type { Answer } from "../../http/answer.ts";
import type { Refusal } from "../../http/refusal.ts";
import { type ErrorCode, InventoryError } from "../../inventory/errors.ts";
import { s3ErrorCode, slowDown } from "../../object-storage/answers.ts";
import { datastorePath, loginPath } from "./places.ts";

/** What requests are called in messages, and how their answers are told apart. */
export const labels = { login: `POST ${loginPath}`, buckets: `GET ${datastorePath}` } as const;

// S3's codes arrive in XML with status 403.
const s3Refusals: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  InvalidAccessKeyId: ["UNAUTHENTICATED", "the Data Platform's buckets do not know api_key"],
  SignatureDoesNotMatch: [
    "UNAUTHENTICATED",
    "the Data Platform's buckets refused the signature: api_key and secret_key are not one pair",
  ],
  // No fault of the credential.
  RequestTimeTooSkewed: [
    "UNAVAILABLE",
    "the Data Platform's buckets refused the time of the signature: the clock of this machine is wrong",
  ],
};

/** The Data Platform's known refusals; undefined leaves an answer to the table of statuses. */
export function classifyDataPlatform(answer: Answer): Refusal | undefined {
  switch (answer.label) {
    case labels.login:
      return loginRefusal(answer);
    case labels.buckets:
      return bucketsRefusal(answer);
    default:
      return answer.status === 401 ? staleToken(answer) : undefined;
  }
}

/** Which status goes with wrong keys is not documented; what we send has one form, so these are about its values. */
function loginRefusal(answer: Answer): Refusal | undefined {
  const { status, requestId } = answer;
  if ([400, 401, 403].includes(status)) {
    const sentence = `the Data Platform refused api_key and secret_key (${answer.label}, status ${status})`;
    const remediation =
      "make a new API key in the project's Identity Access Manager, and replace api_key and secret_key";
    const advice = { check: "credential.accepted", remediation };
    return { error: new InventoryError("UNAUTHENTICATED", sentence, { requestId, advice }), again: "never" };
  }
  if (status !== 404) return undefined;
  const sentence = `no Data Platform project answers at project_subdomain (${answer.label}, status 404)`;
  const advice = { check: "provider.reachable", remediation: "check project_subdomain" };
  return { error: new InventoryError("NOT_FOUND", sentence, { requestId, advice }), again: "never" };
}

function bucketsRefusal(answer: Answer): Refusal | undefined {
  const { status, requestId } = answer;
  if (status === 503) return slowDown(answer);
  const known = status === 403 ? s3Refusals[s3ErrorCode(answer) ?? ""] : undefined;
  if (known === undefined) return undefined;
  const [code, sentence] = known;
  return { error: new InventoryError(code, sentence, { requestId }), again: "never" };
}

function staleToken({ label, requestId }: Answer): Refusal {
  const sentence = `${label} refused the token of a login that was just made`;
  return { error: new InventoryError("UNAUTHENTICATED", sentence, { requestId }), again: "after-renewal" };
}
