import { type Advice, abortError, asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { RequestSurroundings } from "../credential-request.ts";

const pollEveryMs = 3_000;

/**
 * Waits until the customer has decided on a key that was asked for.
 *
 * @param ask the key's status (schema enum `auth.CredentialStateEnum`).
 * @throws InventoryError UNAUTHENTICATED for a key that was refused or is over; UNAVAILABLE after `timeoutMs`; CANCELLED.
 */
export async function untilApproved(
  ask: () => Promise<string | undefined>,
  timeoutMs: number,
  { clock, signal }: Pick<RequestSurroundings, "clock" | "signal">,
): Promise<void> {
  const deadlineMs = clock.monotonic() + timeoutMs;
  let mayAsk = false;
  let last: InventoryError | undefined;
  while (clock.monotonic() < deadlineMs) {
    await clock.sleep(Math.min(pollEveryMs, deadlineMs - clock.monotonic()), signal).catch((thrown: unknown) => {
      throw signal.aborted ? abortError(signal) : thrown;
    });
    try {
      const status = await ask();
      if (status === "validated") return;
      if (status !== "pendingValidation") throw lost(status);
      mayAsk = true;
    } catch (thrown) {
      last = asInventoryError(thrown);
      if (thrown instanceof LostKey || !saysNothing(last, mayAsk)) throw last;
    }
  }
  const seconds = Math.round(timeoutMs / 1000);
  // A person may have approved it all the same, where no question was ever answered.
  const what = mayAsk
    ? `nobody approved the key within ${seconds} s`
    : `within ${seconds} s it could not be learnt whether the key was approved`;
  const advice = adviceOf("ask for a key again, and agree on its page while it is waited for");
  const message = last === undefined ? what : `${what}; the last refusal: ${last.message}`;
  throw new InventoryError("UNAVAILABLE", message, { advice });
}

function adviceOf(remediation: string): Advice {
  return { check: "credential.accepted", remediation };
}

/** A key that will never be of use. */
class LostKey extends InventoryError {}

function lost(status: string | undefined): LostKey {
  if (status === "refused") {
    const advice = adviceOf("ask again and agree there, or use a key that was made otherwise");
    return new LostKey("UNAUTHENTICATED", "the request was refused on the page: there is no key", { advice });
  }
  if (status === "expired")
    return new LostKey("UNAUTHENTICATED", "the key has expired already: ask for another, and approve it for longer");
  return new LostKey("INVALID_RESPONSE", "GET /auth/currentCredential answered with a status that is not known");
}

/**
 * Whether a failed question leaves the key's fate open. That a key which nobody has approved may ask is not documented:
 * before it was seen to, a refusal may only mean that the customer has not decided.
 */
function saysNothing({ code }: InventoryError, mayAsk: boolean): boolean {
  // A key for other addresses than this machine's may be refused here for ever.
  const isRefusal = code === "UNAUTHENTICATED" || code === "PERMISSION_DENIED";
  return code === "UNAVAILABLE" || code === "RATE_LIMITED" || (isRefusal && !mayAsk);
}
