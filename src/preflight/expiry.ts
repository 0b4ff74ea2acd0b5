import type { Expiry } from "../credentials/credential.ts";
import type { Check, PreflightReport } from "./report.ts";

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
export function expiryCheck(expiry: Expiry, leadDays: readonly number[], nowMs: number): Check {
  const { what, at, unknownBecause, remediation } = expiry;
  const id = expiry.check ?? "credential.expiry";
  const advice = remediation === undefined ? {} : { remediation };
  if (at === undefined) {
    return {
      id,
      status: "unknown",
      message: `when ${what} ends is not known: ${unknownBecause ?? "it could not be read"}`,
    };
  }
  if (at === null) return { id, status: "pass", message: `${what} never expires` };
  const left = daysLeft(at, nowMs);
  const day = at.slice(0, 10);
  if (Date.parse(at) <= nowMs) return { id, status: "fail", message: `${what} expired on ${day}`, ...advice };
  const message = `${what} expires in ${left === 1 ? "1 day" : `${left} days`}, on ${day}`;
  return left <= Math.max(...leadDays, 0)
    ? { id, status: "warn", message, ...advice }
    : { id, status: "pass", message };
}
