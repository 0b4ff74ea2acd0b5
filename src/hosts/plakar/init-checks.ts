import type { Expiry } from "../../credentials/credential.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import type { Coverage } from "../../preflight/examiner.ts";
import { daysLeft, expiryCheck } from "../../preflight/expiry.ts";
import { listed } from "../../preflight/listed.ts";
import type { Log } from "./log.ts";

/** The kinds that a credential may read, somewhere and without a condition: a later denial is then a right that was lost. */
export function grantedKinds(coverage: readonly Coverage[]): ReadonlySet<string> {
  return new Set(coverage.filter(({ status }) => status === "granted").map(({ kind }) => kind));
}

/**
 * Refuses a credential of which it is known that it may read none of the selected kinds.
 *
 * @throws InventoryError PERMISSION_DENIED naming the missing rights.
 */
export function refuseUnreadable(kinds: readonly KindSummary[], coverage: readonly Coverage[]): void {
  if (coverage.length === 0) return;
  const isMissing = ({ id, optional }: KindSummary): boolean => {
    const rows = coverage.filter(({ kind }) => kind === id);
    // An optional kind of which nothing is known makes no credential worth a list.
    return (rows.length > 0 || optional === true) && rows.every(({ status }) => status === "missing");
  };
  if (!kinds.every(isMissing)) return;
  const rights = [...new Set(coverage.flatMap(({ missing }) => missing))];
  const named = rights.length === 0 ? "" : `: ${listed(rights)} missing`;
  const sentence = `the credential may read none of the selected kinds${named}`;
  const remediation = "grant the rights, as docs/rights.md shows";
  throw new InventoryError("PERMISSION_DENIED", sentence, { advice: { check: "rights.granted", remediation } });
}

/** Announces what ends soon or has ended; neither is a reason to refuse, since the provider still accepts the credential. */
export function announceEnds(expiries: readonly Expiry[], leadDays: readonly number[], nowMs: number, log: Log): void {
  for (const expiry of expiries) {
    const { what, at } = expiry;
    const { status, message, remediation } = expiryCheck(expiry, leadDays, nowMs);
    if (typeof at !== "string" || status === "pass") continue;
    log("credential.expiring", {
      what,
      at,
      daysLeft: daysLeft(at, nowMs),
      reason: message.text,
      remediation: remediation?.text,
    });
  }
}
