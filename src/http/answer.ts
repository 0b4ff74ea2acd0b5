import { InventoryError } from "../inventory/errors.ts";

/** An answer that was read to its end: bytes and metadata, holding no slot and no socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** After decompression. */
  readonly body: Uint8Array;
  readonly requestId: string | undefined;
  /** What was asked, for messages: `GET /cloud/project`, never a query or a header. */
  readonly label: string;
}

/**
 * The JSON value of a body.
 *
 * @throws InventoryError INVALID_RESPONSE where it is not one whole JSON document; the parser's text, which quotes the
 * body, goes no further.
 */
export function parseJson(answer: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(answer.body));
  } catch {
    throw invalid(answer.label, "answered with something that is not one whole JSON document", answer.requestId);
  }
}

/** The fields of a JSON object body, or nothing: for error bodies, which are often HTML or empty. */
export function fieldsOf(answer: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

export function invalid(label: string, what: string, requestId?: string): InventoryError {
  return new InventoryError("INVALID_RESPONSE", `${label} ${what}`, { requestId });
}
