import type { Credential } from "../../../credentials/credential.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import { signS3 } from "../../s3-signature.ts";

export interface ApiKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * An API key: access key and secret key. The JSON APIs take the secret key as a header, which the SDK's client has already
 * set when a request reaches the door; S3 is signed here, with the project behind the access key (`AK@project`): without it
 * the key's preferred project would be listed (scaleway/terraform-provider-scaleway, helpers_object.go).
 */
export function createScalewayApiKey({ accessKey, secretKey, now }: ApiKey): Credential {
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
      const key = `${accessKey}@${audience.project}`;
      return signS3(request, { accessKey: key, secretKey, region: audience.region, nowMs: now() });
    },
    async inspect() {
      return { expiries: [] };
    },
  };
}
