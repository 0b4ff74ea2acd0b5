import type { Answer } from "./answer.ts";
import type { OutgoingRequest } from "./request.ts";

/** Why no answer could be read: the network, or a body beyond the size that is read. */
export type Unanswered = "network" | "too-large";

/**
 * Looks on: told of every answer to an authorized request, whatever its status, before anybody reads it. It changes nothing, and
 * must not throw. What is asked without the credential (logins, tokens, the time) is none of its business.
 */
export interface Observer {
  answered(request: OutgoingRequest, answer: Answer): void;
  unanswered(request: OutgoingRequest, why: Unanswered): void;
}
