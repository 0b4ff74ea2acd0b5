import type { Credential, CredentialReport } from "../../../credentials/credential.ts";
import { invalid, parseJson } from "../../../http/answer.ts";
import { urlWithin } from "../../../http/path.ts";
import { refusalByStatus } from "../../../http/refusal.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import { signS3 } from "../../../object-storage/signature.ts";
import { classifyScaleway, replaceKey } from "../errors.ts";
import { ApiKeyDocument } from "../schemas.ts";

export interface ApiKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Where the JSON APIs live. */
  readonly origin: URL;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * An API key: access key and secret key. The JSON APIs take the secret key as a header, which the SDK's client has already
 * set when a request reaches the door; S3 is signed here, with the project behind the access key (`AK@project`): without it
 * the key's preferred project would be listed (scaleway/terraform-provider-scaleway, helpers_object.go).
 *
 * A key may not read itself without an IAM right (scaleway/scaleway-cli, init.go): `inspect` then ends as PERMISSION_DENIED.
 */
export function createScalewayApiKey({ accessKey, secretKey, origin, now }: ApiKey): Credential {
  return {
    kind: "scaleway-api-key",
    describe: () => "scaleway-api-key",
    holdsSecret: (text) => text.includes(secretKey) || text.includes(accessKey),
    async prepare(_send, _context, renew) {
      if (renew) throw new InventoryError("INTERNAL", "a Scaleway API key cannot be renewed");
    },
    async authorize(request) {
      const { audience } = request;
      if (audience === undefined) return {};
      const key = audience.project === undefined ? accessKey : `${accessKey}@${audience.project}`;
      const { method, url } = request;
      return signS3({ method, url }, { accessKey: key, secretKey, region: audience.region, nowMs: now() });
    },
    async inspect(send, context) {
      // The label goes into messages: it must not hold the access key.
      const label = "GET /iam/v1alpha1/api-keys/{access_key}";
      const url = urlWithin(origin, `/iam/v1alpha1/api-keys/${encodeURIComponent(accessKey)}`);
      const headers = { "X-Auth-Token": secretKey };
      // Most keys may not read themselves, which is no reason to wait and ask again.
      const answer = await send({ method: "GET", url, headers, label, accept: [403] }, context);
      if (answer.status === 403) throw (classifyScaleway(answer) ?? refusalByStatus(answer, now())).error;
      const { data } = ApiKeyDocument.safeParse(parseJson(answer));
      // A key without a bearer does not exist: that would be somebody else's `{}`.
      if (!data?.application_id && !data?.user_id)
        throw invalid(label, "answered without an API key", answer.requestId);
      return reportOf(data);
    },
  };
}

function reportOf(key: ApiKeyDocument): CredentialReport {
  const { application_id, user_id, expires_at, default_project_id } = key;
  const bearerId = application_id ?? user_id;
  return {
    ...(bearerId ? { bearer: application_id ? "application" : "user", bearerId } : {}),
    ...(default_project_id ? { preferredProject: default_project_id.toLowerCase() } : {}),
    expiries: [
      {
        ...apiKeyExpiry,
        at: expires_at,
        ...(expires_at === undefined ? { unknownBecause: "the answer does not say" } : {}),
      },
    ],
  };
}

/** What the end of an API key is called, and what to do before it; `at` is still to be read. */
export const apiKeyExpiry = { what: "the API key", remediation: `${replaceKey} before then` } as const;
