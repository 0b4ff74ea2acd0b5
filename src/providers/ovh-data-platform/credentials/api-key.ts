import type { Credential, Expiry } from "../../../credentials/credential.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import { safeText } from "../../../inventory/safe-text.ts";
import { signS3 } from "../../../object-storage/signature.ts";
import { createSession, type SessionKeys } from "./session.ts";

export interface DataPlatformKeys extends SessionKeys {
  readonly subdomain: string;
  /** RFC 3339. */
  readonly keyExpiresAt: string | undefined;
  /** Milliseconds since the epoch, for signatures. */
  readonly now: () => number;
}

/**
 * An API key and its secret key, of a user or a service account. S3 is signed with the two; everything else takes the token
 * of a login, as `Authorization: Bearer` (ovh/docs, data_platform: technical/api-reference and the export of configurations).
 */
export function createDataPlatformApiKey(keys: DataPlatformKeys): Credential {
  const { subdomain, apiKey, secretKey, now } = keys;
  const session = createSession(keys);
  const holdsSecret = (text: string): boolean =>
    [apiKey, secretKey, session.current()?.token].some((secret) => secret !== undefined && text.includes(secret));

  return {
    kind: "ovh-data-platform-api-key",
    describe: () => `ovh-data-platform-api-key of project ${subdomain}`,
    holdsSecret,
    async prepare(send, context, renew, { audience }) {
      if (audience === undefined) await session.open(send, context, renew);
    },
    async authorize(request) {
      const { audience } = request;
      if (audience !== undefined) {
        const { method, url } = request;
        return signS3({ method, url }, { accessKey: apiKey, secretKey, region: audience.region, nowMs: now() });
      }
      const login = session.current();
      if (login === undefined) throw new InventoryError("INTERNAL", "a request needs a token before anybody logged in");
      return { Authorization: `Bearer ${login.token}` };
    },
    async inspect(send, context) {
      await session.open(send, context, true);
      const login = session.current();
      // Whether a user or a service account logged in is not told.
      const name = login?.login || login?.uid || "";
      return {
        ...(name === "" || holdsSecret(name) ? {} : { identity: safeText(name).slice(0, 80) }),
        account: subdomain,
        expiries: [expiryOf(keys)],
      };
    },
  };
}

/** When the key ends, as the config says: nothing is asked. */
export function expiryOf({ keyExpiresAt }: Pick<DataPlatformKeys, "keyExpiresAt">): Expiry {
  const what = "the API key";
  if (keyExpiresAt === undefined) {
    const unknownBecause =
      "the Data Platform does not tell; set key_expires_at to the date chosen when the key was made";
    return { what, at: undefined, unknownBecause };
  }
  const remediation = "make a new API key, and replace api_key, secret_key and key_expires_at";
  return { what: `${what} (as key_expires_at says)`, at: keyExpiresAt, remediation };
}
