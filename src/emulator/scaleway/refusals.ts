import { type Answer, jsonAnswer, Refusal } from "../answer.ts";

/** Scaleway's SDK refuses any other media type, a charset included, and the real API sends exactly this one. */
const contentType = "application/json";

/** A successful answer in Scaleway's form. */
export function scalewayAnswer(value: unknown): Answer {
  return jsonAnswer(200, value, contentType);
}

/** How Scaleway refuses requests (types: https://github.com/scaleway/scaleway-sdk-go, `scw/errors.go`). */
export const scalewayRefusals = {
  unauthenticated: (reason: "invalid_argument" | "not_found" | "expired") =>
    refusal(401, { message: "authentication is denied", method: "api_key", reason, type: "denied_authentication" }),
  denied: (resource: string) =>
    refusal(403, {
      details: [{ action: "read", resource }],
      message: "insufficient permissions",
      type: "permissions_denied",
    }),
  invalidArgument: (argument: string, reason: "required" | "constraint") =>
    refusal(400, {
      details: [{ argument_name: argument, reason }],
      message: "invalid argument(s)",
      type: "invalid_arguments",
    }),
  notFound: (resource: string, id: string) =>
    refusal(404, { message: "resource is not found", resource, resource_id: id, type: "not_found" }),
  unknownLocality: () => refusal(400, { message: "Unknown zone in path" }),
  unknownService: () => refusal(404, { message: "unknown service" }),
  unknownRoute: () => refusal(404, { message: "Not Found" }),
};

/** The gateway's answer to a caller that asks too much: no body and no media type, as recorded in 2026. */
export function scalewayTooManyRequests(): Answer {
  return { status: 429, headers: { "X-Envoy-Ratelimited": "true" }, body: "" };
}

function refusal(status: number, body: unknown): Refusal {
  return new Refusal(jsonAnswer(status, body, contentType));
}
