import { status } from "@grpc/grpc-js";
import { InventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import type { OutcomeStatus } from "../../inventory/outcome.ts";
import type { OpenInventory } from "./open-inventory.ts";
import { failedPrecondition, type Status, statusOf } from "./status.ts";

/** How a list ends: without an error only if a resource that is not in it may be taken as gone. */
export interface Verdict {
  readonly status: Status;
  /** Gaps that the operator or the tenant accepts. */
  readonly accepted: readonly ScopeEvent[];
}

const clean: Status = { code: status.OK, details: "" };
const gapsNamed = 5;
// Leaves room for the rest of the sentence in a status of 1,000 characters.
const gapsLength = 850;
const gapStatuses: readonly OutcomeStatus[] = ["failed", "partial", "denied"];

/**
 * Decides how a list ends (PlakarKorp/go-inventory-sdk, sdk/client/inventory.go: a clean end is taken as the full set). A kind that
 * is denied everywhere was not granted, which is a supported set-up; denied in some places only, a right was lost or a call
 * went wrong.
 */
export function verdictOf(
  scopes: readonly ScopeEvent[],
  finished: FinishedEvent | undefined,
  inventory: Pick<OpenInventory, "kinds" | "named" | "acceptsGaps">,
): Verdict {
  if (finished?.code === "UNAUTHENTICATED") return refused("UNAUTHENTICATED", finished.reason);
  const gaps = scopes.filter(({ outcome }) => gapStatuses.includes(outcome));
  if (gaps.length === 0) {
    if (finished?.complete) return { status: clean, accepted: [] };
    return { status: failedPrecondition("the inventory is not complete: nothing was read"), accepted: [] };
  }
  if (inventory.acceptsGaps) return { status: clean, accepted: gaps };
  const excused = new Set(
    inventory.kinds.filter((kind) => isExcused(kind, scopes, inventory.named)).map(({ id }) => id),
  );
  const held = gaps.filter(({ kind }) => !excused.has(kind));
  const isReadable = scopes.some(({ outcome }) => outcome === "completed");
  if (held.length === 0 && isReadable) return { status: clean, accepted: [] };
  if (gaps.every(({ outcome }) => outcome === "denied") && !isReadable) {
    return refused("PERMISSION_DENIED", `the credential may read none of the selected kinds: ${named(gaps)}`);
  }
  return { status: failedPrecondition(sentence(held, scopes.length)), accepted: [] };
}

function isExcused(
  { id, required }: OpenInventory["kinds"][number],
  scopes: readonly ScopeEvent[],
  wasNamed: boolean,
): boolean {
  const offered = scopes.filter(({ kind, outcome }) => kind === id && outcome !== "not-offered");
  return !required && !wasNamed && offered.every(({ outcome }) => outcome === "denied");
}

function refused(code: "UNAUTHENTICATED" | "PERMISSION_DENIED", reason = "the credential is refused"): Verdict {
  return { status: statusOf(new InventoryError(code, reason)), accepted: [] };
}

function sentence(gaps: readonly ScopeEvent[], total: number): string {
  const counts = gapStatuses.flatMap((outcome) => {
    const count = gaps.filter((gap) => gap.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return `the inventory is not complete (${counts.join(", ")} of ${total} scopes): ${named(gaps)}`;
}

/** The first gaps with what happened there, and how many more there are. */
function named(gaps: readonly ScopeEvent[]): string {
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
