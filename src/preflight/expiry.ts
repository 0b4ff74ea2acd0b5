import type { Expiry } from "../credentials/credential.ts";
import type { CheckResult, PreflightReport } from "./report.ts";
import { sentence } from "./sentence.ts";

/** Days before an end at which it is announced, unless the config says otherwise. */
export const defaultLeadDays: readonly number[] = [30, 14, 7, 1];

const dayMs = 86_400_000;

/** Whole days from now to an end; negative once it is past. */
export function daysLeft(at: string, nowMs: number): number {
  return Math.floor((Date.parse(at) - nowMs) / dayMs);
}

/** The rows of the report. */
export function expiryRows(expiries: readonly Expiry[], nowMs: number): PreflightReport["expiries"] {
  return expiries.map(({ what, at }) => ({
    what,
    ...(at === undefined ? {} : { at }),
    ...(typeof at === "string" ? { daysLeft: daysLeft(at, nowMs) } : {}),
  }));
}

/** One check for each end: a warning from the longest lead time on, and never silence. */
export function expiryCheck(expiry: Expiry, leadDays: readonly number[], nowMs: number): CheckResult {
  const { what, at, unknownBecause, remediation } = expiry;
  const id = expiry.check ?? "credential.expiry";
  const advice = remediation === undefined ? {} : { remediation: sentence`${{ renewal: remediation }}` };
  if (at === undefined) {
    const reason = unknownBecause ?? "it could not be read";
    return { id, status: "unknown", message: sentence`when ${{ what }} ends is not known: ${{ reason }}` };
  }
  if (at === null) return { id, status: "pass", message: sentence`${{ what }} never expires` };
  const days = daysLeft(at, nowMs);
  const day = at.slice(0, 10);
  if (Date.parse(at) <= nowMs) {
    return { id, status: "fail", message: sentence`${{ what }} expired on ${{ day }}`, ...advice };
  }
  const message =
    days === 1
      ? sentence`${{ what }} expires in ${{ days }} day, on ${{ day }}`
      : sentence`${{ what }} expires in ${{ days }} days, on ${{ day }}`;
  return days <= Math.max(...leadDays, 0)
    ? { id, status: "warn", message, ...advice }
    : { id, status: "pass", message };
}
