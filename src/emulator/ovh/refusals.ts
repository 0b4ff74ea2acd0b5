import { type Answer, jsonAnswer, Refusal } from "../answer.ts";
import type { Item } from "../lists.ts";

const contentType = "application/json; charset=utf-8";

/** A successful answer in OVHcloud's form. */
export function ovhAnswer(value: unknown): Answer {
  return jsonAnswer(200, value, contentType);
}

/**
 * OVHcloud's answers to requests that it refuses. Two shapes live side by side: codes for whatever is wrong with the
 * credential, classes for the rest (https://github.com/ovh/python-ovh, `ovh/client.py` reads the first).
 */
export const ovhRefusals = {
  noCredential: () => byClass(401, "Client::Unauthorized", "You must login first"),
  unknownApplication: () => byCode(403, "INVALID_KEY", "This application key is invalid"),
  noConsumerKey: () => byCode(403, "NOT_CREDENTIAL", "You must login first"),
  unknownConsumerKey: () => byCode(403, "INVALID_CREDENTIAL", "This credential does not exist"),
  unusableConsumerKey: () => byCode(403, "INVALID_CREDENTIAL", "This credential is not valid"),
  clockSkew: () => byCode(400, "QUERY_TIME_OUT", "Query out of time"),
  badSignature: () => byCode(400, "INVALID_SIGNATURE", "Invalid signature"),
  badRequest: (field: string) => byClass(400, "Client::BadRequest", `Missing or invalid ${field}`),
  notGranted: () => byCode(403, "NOT_GRANTED_CALL", "This call has not been granted"),
  // Both details: https://github.com/ovh/go-ovh, `ovh/error.go`.
  notAuthorized: (action: string) =>
    byClass(403, "Client::Forbidden", "User not granted for this request", {
      unauthorizedActionsByAuthentication: "",
      unauthorizedActionsByIAM: action,
    }),
  unknownRoute: () => byClass(404, "Client::NotFound", "Got an invalid (or empty) URL"),
  unknownService: () => byClass(404, "Client::NotFound", "This service does not exist"),
};

/** What OVHcloud's front answers to a caller that asks too much. */
export function ovhTooManyRequests(): Answer {
  return jsonAnswer(429, { message: "Too many requests" }, contentType);
}

const reasons: Readonly<Record<number, string>> = { 400: "Bad Request", 403: "Forbidden" };

function byCode(status: number, errorCode: string, message: string): Refusal {
  return new Refusal(jsonAnswer(status, { errorCode, httpCode: `${status} ${reasons[status]}`, message }, contentType));
}

function byClass(status: number, name: string, message: string, details: Item = {}): Refusal {
  return new Refusal(jsonAnswer(status, { class: name, message, details }, contentType));
}
