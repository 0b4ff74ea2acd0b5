import { type Answer, answered, type Cloud, type EmulatedRequest, headerOf, jsonAnswer, Refusal } from "../answer.ts";
import type { OvhBearers } from "./bearers.ts";

/** The path of the token endpoint, which OVHcloud serves from another host than the API. */
export const tokenPath = "/auth/oauth2/token";

/**
 * Gives the service account its tokens (RFC 6749, section 4.4). That the scope is mandatory is not in the RFC:
 * https://github.com/external-secrets/external-secrets/pull/6931.
 */
export function createTokenEndpoint(bearers: OvhBearers, clock: () => number): Cloud {
  return (request) => answered(() => tokenAnswer(request, bearers, clock()));
}

function tokenAnswer(request: EmulatedRequest, bearers: OvhBearers, timeMs: number): Answer {
  const form = formOf(request);
  if (form.get("grant_type") !== "client_credentials") throw refusal(400, "unsupported_grant_type");
  const isKnown = form.get("client_id") === bearers.clientId && form.get("client_secret") === bearers.clientSecret;
  if (!isKnown) throw refusal(401, "invalid_client");
  if (form.get("scope") !== "all") throw refusal(400, "invalid_scope");
  return oauthAnswer(200, {
    access_token: bearers.issue(timeMs),
    token_type: "Bearer",
    expires_in: bearers.tokenLifetimeSeconds,
    scope: "all",
  });
}

function formOf(request: EmulatedRequest): URLSearchParams {
  const type = headerOf(request, "content-type") ?? "";
  const isForm = request.method === "POST" && /^application\/x-www-form-urlencoded\b/i.test(type);
  const form = new URLSearchParams(isForm ? request.body : "");
  if (!form.has("grant_type")) throw refusal(400, "invalid_request");
  return form;
}

/** Errors of OAuth2 do not have the form of OVHcloud's API (RFC 6749, section 5.2). */
function refusal(status: 400 | 401, error: string): Refusal {
  return new Refusal(oauthAnswer(status, { error }));
}

function oauthAnswer(status: number, value: unknown): Answer {
  const answer = jsonAnswer(status, value, "application/json;charset=UTF-8");
  return { ...answer, headers: { ...answer.headers, "Cache-Control": "no-store", Pragma: "no-cache" } };
}
