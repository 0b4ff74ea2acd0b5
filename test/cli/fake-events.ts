import type { Event, FinishedEvent, ScopeEvent } from "../../src/inventory/event.ts";
import type { Resource } from "../../src/inventory/resource.ts";

type EventOf<Type extends Event["type"]> = Extract<Event, { type: Type }>;
type ResourceParts = Partial<Omit<Resource, "details">> & { readonly details?: Partial<Resource["details"]> };

/** A resource as a run tells it. */
export function fakeResource(inventory: string, { details, ...parts }: ResourceParts): EventOf<"resource"> {
  const resource: Resource = {
    urn: "urn:test:1",
    kind: `${inventory}.test.thing`,
    class: "",
    subclass: "",
    name: "thing",
    service: "test",
    resource: "thing",
    tags: [],
    endpoints: [],
    ...parts,
    details: { provider: inventory, protection: [], relations: [], attributes: {}, ...details },
  };
  return { type: "resource", inventory, scope: "account", resource };
}

/** How a kind ended in a scope; in a gap, where nothing else is said. */
export function fakeScope(kind: string, scope: string, more: Partial<ScopeEvent> = {}): ScopeEvent {
  return {
    type: "scope",
    inventory: kind.split(".")[0] ?? "",
    kind,
    scope,
    outcome: "failed",
    count: 0,
    warnings: [],
    requests: 1,
    durationMs: 1,
    ...more,
  };
}

/** The beginning of a run that reads these kinds. */
export function fakeStart(inventory: string, kinds: readonly string[]): EventOf<"started"> {
  const startedAt = "2026-01-01T00:00:00.000Z";
  return { type: "started", inventory, version: "0", credential: "a key", kinds: [...kinds], startedAt };
}

/** How far a run is. */
export function fakeProgress(inventory: string, done: number, known: number, waitingMs = 0): EventOf<"progress"> {
  const counts = { scopesDone: done, scopesKnown: known, resources: done * 10, requests: done * 2, refused: 0 };
  return { type: "progress", inventory, ...counts, waitingMs };
}

/** The end of a run with a gap. */
export function fakeEnd(inventory: string, scopes = 1, durationMs = 1000): FinishedEvent {
  return {
    type: "finished",
    inventory,
    complete: false,
    resources: scopes * 10,
    scopes,
    outcomes: { completed: 0, partial: 0, denied: 0, "not-offered": 0, failed: scopes },
    acceptedGaps: 0,
    requests: scopes * 2,
    refused: 0,
    durationMs,
  };
}
