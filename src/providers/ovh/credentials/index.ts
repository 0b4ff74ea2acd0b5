import type { Credential } from "../../../credentials/credential.ts";
import type { Clock } from "../../../http/clock.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import type { OvhConfig } from "../config.ts";
import { tokenUrl } from "../endpoints.ts";
import { createOvhAccessToken } from "./access-token.ts";
import { createOvhApplication } from "./application.ts";
import { createOvhServiceAccount } from "./service-account.ts";

/** What a config holds of its credential. */
export type OvhKeys = Pick<
  OvhConfig,
  | "endpoint"
  | "application_key"
  | "application_secret"
  | "consumer_key"
  | "client_id"
  | "client_secret"
  | "access_token"
>;

export interface CredentialSurroundings {
  /** Where version 1 of the API lives. */
  readonly base: URL;
  /** The operator's own place to get tokens. */
  readonly tokenOrigin: URL | undefined;
  readonly clock: Pick<Clock, "now" | "monotonic">;
}

/** The credential whose family the config holds. */
export function createOvhCredential(config: OvhKeys, { base, tokenOrigin, clock }: CredentialSurroundings): Credential {
  const { endpoint, application_key: applicationKey, application_secret: applicationSecret } = config;
  const { consumer_key: consumerKey, client_id: clientId, client_secret: clientSecret } = config;
  if (config.access_token !== undefined)
    return createOvhAccessToken({ endpoint, accessToken: config.access_token, base });
  if (clientId !== undefined && clientSecret !== undefined) {
    return createOvhServiceAccount({
      endpoint,
      clientId,
      clientSecret,
      tokenUrl: tokenUrl(endpoint, tokenOrigin),
      base,
      monotonic: clock.monotonic,
    });
  }
  if (applicationKey !== undefined && applicationSecret !== undefined && consumerKey !== undefined) {
    return createOvhApplication({ endpoint, applicationKey, applicationSecret, consumerKey, base, now: clock.now });
  }
  throw new InventoryError(
    "INTERNAL",
    "a config without a whole credential passed its check; this is a defect of the plugin",
  );
}
