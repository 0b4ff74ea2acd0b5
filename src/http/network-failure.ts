import { InventoryError } from "../inventory/errors.ts";
import { ProxyRefusal } from "./proxied-fetch.ts";
import type { Refusal } from "./refusal.ts";

// Failures that another try will not change: a name that does not exist, a certificate that is not trusted.
const lasting = /^(ENOTFOUND|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_INVALID_URL)/;

// Nothing of the provider's own was reached: its support could not help.
const unreachable = {
  check: "provider.reachable",
  remediation: "check this machine's network, its name servers, and the proxy and address that it is told to use",
} as const;

/**
 * The refusal that a rejected `fetch` stands for. Only the system code is used: the text of these errors holds addresses.
 * A rejection without any code is what `redirect: "error"` gives for a redirect, which is never followed because fetch
 * carries X-Auth-Token and X-Ovh-Consumer to the new origin.
 *
 * @param way how the provider was asked, as a part of the sentence; empty where it was asked directly.
 */
export function networkRefusal(thrown: unknown, label: string, way = ""): Refusal {
  const byProxy = [...errorsIn(thrown)].find((error) => error instanceof ProxyRefusal);
  if (byProxy !== undefined) return refusalOfProxy(byProxy, label);
  const code = systemCode(thrown);
  if (code === undefined) return { error: errorWithoutCode(thrown, label), again: "never" };
  const what = code.startsWith("HPE_") ? `got an answer that is no HTTP${way}` : `could not reach the provider${way}`;
  const sentence = `${label} ${what} (${code})`;
  const error = new InventoryError("UNAVAILABLE", sentence, { advice: unreachable, cause: thrown });
  return { error, again: lasting.test(code) ? "never" : "after-backoff" };
}

/**
 * What `fetch` rejects with on its own account has no code: only its sentence, one of undici's, tells a redirect from a port that no
 * request may go to (https://fetch.spec.whatwg.org/#port-blocking). Nothing of it is repeated.
 */
function errorWithoutCode(thrown: unknown, label: string): InventoryError {
  const says = (sentence: string): boolean => [...errorsIn(thrown)].some(({ message }) => message === sentence);
  if (says("bad port")) {
    const sentence = `${label} was not sent: its address has a port that no request may go to`;
    return new InventoryError("UNAVAILABLE", sentence, { advice: unreachable, cause: thrown });
  }
  const what = says("unexpected redirect")
    ? "was answered with a redirect, which is never followed"
    : "got no usable answer, and nothing tells why";
  return new InventoryError("INVALID_RESPONSE", `${label} ${what}`, { cause: thrown });
}

/** The refusal that a body stands for which broke off after its headers: cut, malformed, or not compressed as it says. */
export function cutBody(thrown: unknown, label: string, way = ""): Refusal {
  const code = systemCode(thrown);
  const sentence = `${label} was answered with a body that broke off${way}${code === undefined ? "" : ` (${code})`}`;
  return { error: new InventoryError("UNAVAILABLE", sentence, { cause: thrown }), again: "after-backoff" };
}

function refusalOfProxy({ status }: ProxyRefusal, label: string): Refusal {
  const why = status === 407 ? "the user and password in its URL are missing or wrong" : "it does not let us through";
  const sentence = `${label} could not reach the provider: the proxy answered ${status} instead of connecting, ${why}`;
  const error = new InventoryError("UNAVAILABLE", sentence, { advice: unreachable });
  return { error, again: status >= 500 ? "after-backoff" : "never" };
}

function systemCode(thrown: unknown): string | undefined {
  for (const error of errorsIn(thrown)) {
    if ("code" in error && typeof error.code === "string" && /^[A-Z_0-9]+$/.test(error.code)) return error.code;
  }
  return undefined;
}

/** An error and what caused it. `fetch` to a name with several addresses fails with one error for each: the first stands for all. */
function* errorsIn(thrown: unknown): Generator<Error, void, void> {
  let error = thrown;
  for (let depth = 0; error instanceof Error && depth < 5; depth += 1) {
    yield error;
    error = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error.cause;
  }
}
