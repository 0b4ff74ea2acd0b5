import { status } from "@grpc/grpc-js";
import { InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import { type GapStatus, isGap } from "../../inventory/outcome.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import { accountScope } from "../../inventory/scope.ts";
import { lastReaderOf, type Memory } from "../../memory/memory.ts";
import { lostReads } from "../../memory/reads.ts";
import { listed } from "../../preflight/listed.ts";
import type { OpenInventory } from "./open-inventory.ts";
import { failedPrecondition, type Status, statusOf } from "./status.ts";

/** How a list ends: without an error only if a resource that is not in it may be taken as gone. */
export interface Verdict {
  readonly status: Status;
  /** Gaps that the operator or the tenant accepts. */
  readonly accepted: readonly ScopeEvent[];
}

/** What a list is judged by, beside its own outcomes. */
export interface Circumstances
  extends Pick<OpenInventory, "kinds" | "named" | "acceptsIncomplete" | "grantedKinds" | "fingerprint"> {
  /** What earlier runs read. */
  readonly memory: Memory;
  /** The kinds whose rights are known to be missing, and not refused for another reason. */
  readonly missingKinds: ReadonlySet<string>;
}

const clean: Status = { code: status.OK, details: "" };
const gapsNamed = 5;
// Leaves room for the rest of the sentence in a status of 1,000 characters.
const gapsLength = 850;
const gapStatuses: readonly GapStatus[] = ["failed", "partial", "denied"];

/** Decides how a list ends, and which gaps were accepted where it ends without an error. */
export function verdictOf(
  scopes: readonly ScopeEvent[],
  finished: FinishedEvent | undefined,
  circumstances: Circumstances,
): Verdict {
  const gaps = scopes.filter(({ outcome }) => isGap(outcome));
  const end = endOf(scopes, gaps, finished, circumstances);
  const accepted = gaps.filter((gap) => gap.accepted || circumstances.acceptsIncomplete);
  return { status: end, accepted: end === clean ? accepted : [] };
}

/**
 * A clean end is taken as the full set (PlakarKorp/go-inventory-sdk, sdk/client/inventory.go). A kind that is denied everywhere
 * was not granted, which is a supported set-up; denied in some places only, or granted before, a right was lost or a call
 * went wrong.
 */
function endOf(
  scopes: readonly ScopeEvent[],
  gaps: readonly ScopeEvent[],
  finished: FinishedEvent | undefined,
  circumstances: Circumstances,
): Status {
  const { acceptsIncomplete, memory } = circumstances;
  if (finished?.code === "UNAUTHENTICATED") return refused("UNAUTHENTICATED", finished.reason);
  if (gaps.length === 0) {
    return finished?.complete ? clean : failedPrecondition("the inventory is not complete: nothing was read");
  }
  const lost = lostReads(scopes, memory.before?.reads ?? {});
  if (lost.length > 0) return lostRights(lost, circumstances);
  if (!scopes.some(({ outcome }) => outcome === "completed")) return nothingRead(gaps, scopes.length);
  // What a cancellation or a deadline left out was chosen by nobody.
  const isStopped = finished === undefined || finished.code !== undefined;
  if (acceptsIncomplete && !isStopped) return clean;
  const held = gaps.filter((gap) => !gap.accepted && !gap.notGranted && !isExcused(gap, scopes, circumstances));
  return held.length === 0 ? clean : failedPrecondition(sentence(held, scopes.length));
}

/** Whether a gap is that of a kind which was never granted, and which nobody asked for. */
function isExcused(gap: ScopeEvent, scopes: readonly ScopeEvent[], circumstances: Circumstances): boolean {
  // A memory that cannot be read may hold the very right that is missing now.
  if (circumstances.memory.before === undefined || !circumstances.missingKinds.has(gap.kind)) return false;
  return excusableKinds(scopes, circumstances).some(({ id }) => id === gap.kind);
}

/** The kinds that nobody asked for and that are denied wherever they are offered: never granted, perhaps. */
export function excusableKinds(
  scopes: readonly ScopeEvent[],
  { kinds, named, grantedKinds }: Pick<OpenInventory, "kinds" | "named" | "grantedKinds">,
): readonly KindSummary[] {
  if (named) return [];
  return kinds.filter((kind) => {
    const ofKind = scopes.filter((scope) => scope.kind === kind.id);
    const isDenied = ofKind.every(({ outcome }) => outcome === "denied" || outcome === "not-offered");
    return (
      !kind.required && !grantedKinds.has(kind.id) && isDenied && ofKind.some(({ outcome }) => outcome === "denied")
    );
  });
}

function lostRights(lost: readonly ScopeEvent[], { kinds, memory, fingerprint }: Circumstances): Status {
  const lostKinds = kinds.filter(({ id }) => lost.some(({ kind }) => kind === id));
  const rights = [...new Set(lostKinds.flatMap((kind) => kind.needs))];
  const places = lost.map((event) => `${event.kind} in ${event.scope}${missingOf(event)}`).sort();
  const message = `the credential has lost rights that it had before (${listed(rights)}): ${listed(places)} denied`;
  const reader = lastReaderOf(memory, fingerprint);
  const where = memory.path === undefined ? "" : `; remembered in ${memory.path}${reader ? `, ${reader}` : ""}`;
  return refused("PERMISSION_DENIED", message, `grant them again, or name what is given up in accepted_gaps${where}`);
}

/** What of an account is missing: where its list was shortened or refused, no scope names it. */
function missingOf({ scope, reason }: ScopeEvent): string {
  return scope === accountScope.id ? ` (${reason})` : "";
}

function nothingRead(gaps: readonly ScopeEvent[], total: number): Status {
  if (gaps.some(({ outcome }) => outcome !== "denied")) return failedPrecondition(sentence(gaps, total));
  return refused("PERMISSION_DENIED", `the credential may read none of the selected kinds: ${namedGaps(gaps)}`);
}

function refused(
  code: "UNAUTHENTICATED" | "PERMISSION_DENIED",
  reason = "the credential is refused",
  remediation?: string,
): Status {
  const advice = remediation === undefined ? undefined : { check: "rights.granted", remediation };
  return statusOf(new InventoryError(code, reason, { advice }));
}

function sentence(gaps: readonly ScopeEvent[], total: number): string {
  const counts = gapStatuses.flatMap((outcome) => {
    const count = gaps.filter((gap) => gap.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return `the inventory is not complete (${counts.join(", ")} of ${total} scopes): ${namedGaps(gaps)}`;
}

/** The first gaps with what happened there, and how many more there are. */
function namedGaps(gaps: readonly ScopeEvent[]): string {
  const places = gaps.map(
    ({ kind, scope, outcome, reason }) => `${kind} in ${scope} ${outcome}: ${reason ?? "no reason"}`,
  );
  // Sorted, so that the text does not depend on timing: two equal syncs then end in the same words.
  const shown = places.sort().slice(0, gapsNamed);
  const room = Math.floor(gapsLength / shown.length);
  const lines = shown.map((line) => (line.length > room ? `${line.slice(0, room - 1)}…` : line));
  const more = gaps.length > gapsNamed ? `; and ${gaps.length - gapsNamed} more` : "";
  return `${lines.join("; ")}${more}`;
}
