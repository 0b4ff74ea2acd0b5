import * as z from "zod";
import { type Answer, fieldsOf, invalid, parseJson } from "../../../http/answer.ts";
import type { Send } from "../../../http/request.ts";
import { InventoryError } from "../../../inventory/errors.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import { type EndpointName, tokenEndpointNames } from "../endpoints.ts";

/** Who asks for a token, and where. */
export interface TokenClient {
  readonly endpoint: EndpointName;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenUrl: URL;
}

export interface Token {
  readonly text: string;
  /** How long it may be used, in milliseconds from when it was asked for. */
  readonly usableMs: number;
}

/** What a bearer token consists of, beside `=` at its end (RFC 6750 section 2.1, b64token). */
export const bearerCharacter = "[A-Za-z0-9._~+/-]";

// A lifetime is recommended and not required (RFC 6749 section 5.1). A token that ends earlier than assumed is refused, and
// then renewed.
const assumedLifetimeSeconds = 300;

const TokenAnswer = z.object({
  access_token: z.string().regex(new RegExp(`^${bearerCharacter}+=*$`)),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().catch(assumedLifetimeSeconds),
});

const label = "POST /auth/oauth2/token";
const headers = {
  Accept: "application/json",
  "Content-Type": "application/x-www-form-urlencoded",
  "User-Agent": "cloud-inventory-plugin",
};

/**
 * Asks for a token with the client's own credentials (RFC 6749 section 4.4). Without the scope `all` OVHcloud refuses
 * (external-secrets/external-secrets PR 6931).
 *
 * @throws InventoryError UNAUTHENTICATED where the client is refused, INVALID_RESPONSE where the answer is no bearer token.
 */
export async function requestToken(client: TokenClient, send: Send, context: ReadContext): Promise<Token> {
  const { clientId, clientSecret, tokenUrl: url } = client;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret, scope: "all" };
  const body = new URLSearchParams(form).toString();
  // A refusal here has RFC 6749's form, not that of the API, and must not be read as one of a list.
  const accept = [400, 401, 403, 404];
  const request = { method: "POST", url, headers, body, label, accept, anonymous: true, idempotent: true } as const;
  const answer = await send(request, context);
  if (answer.status === 404) throw invalid(label, "found no token endpoint there", answer.requestId);
  if (accept.includes(answer.status)) throw refusalOf(answer, client);
  const { data } = TokenAnswer.safeParse(parseJson(answer));
  if (data === undefined) throw invalid(label, "answered with something that is no bearer token", answer.requestId);
  return { text: data.access_token, usableMs: usableSeconds(data.expires_in) * 1000 };
}

/** Until a minute before its end, so that it does not end on its way; a short life is used to its half. */
function usableSeconds(lifetimeSeconds: number): number {
  return Math.max(lifetimeSeconds - 60, lifetimeSeconds / 2);
}

/** The errors of RFC 6749 section 5.2 in our sentences; their description is never repeated. */
function refusalOf(answer: Answer, { endpoint }: TokenClient): InventoryError {
  const others = tokenEndpointNames.filter((name) => name !== endpoint).join(" or ");
  const reasons: Readonly<Record<string, string>> = {
    invalid_client: `client_id or client_secret is wrong, or the client belongs to another region (${others})`,
    invalid_scope: "this client_id may not ask for the scope `all`",
    unauthorized_client: "this client_id may not ask for tokens by itself; its flow has to be CLIENT_CREDENTIALS",
  };
  const { error } = fieldsOf(answer);
  const known = typeof error === "string" && Object.hasOwn(reasons, error) ? reasons[error] : undefined;
  const reason = known ?? `its token endpoint answered with status ${answer.status}`;
  const advice = { check: "credential.accepted", remediation: "check client_id, client_secret and `endpoint`" };
  return new InventoryError("UNAUTHENTICATED", `OVHcloud gave the service account no token: ${reason}`, {
    requestId: answer.requestId,
    advice,
  });
}
