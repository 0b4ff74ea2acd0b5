import { InventoryError } from "../inventory/errors.ts";
import type { Refusal } from "./refusal.ts";

// Failures that another try will not change: a name that does not exist, a certificate that is not trusted.
const lasting = /^(ENOTFOUND|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_INVALID_URL|HPE_)/;

/**
 * The refusal that a rejected `fetch` stands for. Only the system code is used: the text of these errors holds addresses.
 * A rejection without any code is what `redirect: "error"` gives for a redirect, which is never followed because fetch
 * carries X-Auth-Token and X-Ovh-Consumer to the new origin.
 */
export function networkRefusal(thrown: unknown, label: string): Refusal {
  const code = systemCode(thrown);
  if (code === undefined) {
    const error = new InventoryError(
      "INVALID_RESPONSE",
      `${label} got no usable answer: a redirect, which is never followed, or an address that cannot be asked`,
      { cause: thrown },
    );
    return { error, again: "never" };
  }
  const error = new InventoryError("UNAVAILABLE", `${label} could not reach the provider (${code})`, { cause: thrown });
  return { error, again: lasting.test(code) ? "never" : "after-backoff" };
}

function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    if ("code" in error && typeof error.code === "string" && /^[A-Z_0-9]+$/.test(error.code)) return error.code;
    // `fetch` to a name with several addresses fails with one error for each.
    if (error instanceof AggregateError && error.errors.length > 0) return systemCode(error.errors[0]);
  }
  return undefined;
}
