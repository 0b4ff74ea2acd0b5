import type { ReadContext } from "../inventory/provider.ts";
import type { Answer } from "./answer.ts";

/** A request before it is authorized. The URL is final: signatures cover it byte for byte. */
export interface OutgoingRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What is asked, for messages: method and path, never a query, a header or a body. */
  readonly label: string;
  /** A POST that may be sent twice (token, login, authorization check). GET always may. */
  readonly idempotent?: boolean;
  /** Statuses other than 2xx that the caller wants to see for itself, such as the 404 of an item that has gone. */
  readonly accept?: readonly number[];
  /** What the credential is for, where it has several forms: Scaleway signs S3 for a region, and mostly for a project. */
  readonly audience?: { readonly region: string; readonly project?: string };
  /** Sent as it is, without the credential. */
  readonly anonymous?: boolean;
}

export type Send = (request: OutgoingRequest, context: ReadContext) => Promise<Answer>;

/** What the door asks of a credential; `credentials/` builds on it. */
export interface Authorizer {
  /**
   * Gets ready what authorizing needs (server clock, token); called before a slot is taken, and must do its work once for
   * all callers. With `renew` it was refused as stale and has to be fetched anew. `request` is what it is for: a request that
   * is signed needs no token.
   */
  prepare(send: Send, context: ReadContext, renew: boolean, request: OutgoingRequest): Promise<void>;
  /** The headers of one attempt, on the final URL; called for every attempt while the slot is held. */
  authorize(request: OutgoingRequest): Promise<Readonly<Record<string, string>>>;
  /** Whether a text from outside repeats one of its secrets, and so may not go into a report. */
  holdsSecret(text: string): boolean;
}
