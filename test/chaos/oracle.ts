import type { Event, ScopeEvent } from "../../src/inventory/event.ts";
import type { Known, World } from "./worlds.ts";

/** What a host told of a run. */
export interface Told {
  /** The URNs in the order in which they came. */
  readonly urns: readonly string[];
  readonly kinds: readonly string[];
  /** The kinds that the run itself says may miss what moves. */
  readonly mayShift: readonly string[];
  /** How each scope ended, where the host tells. */
  readonly scopes: readonly ScopeEvent[];
  /** Whether the whole was called complete. */
  readonly isComplete: boolean;
}

/** All that a run of the library tells. */
export function toldBy(events: readonly Event[]): Told {
  const started = events.find((event) => event.type === "started");
  const finished = events.findLast((event) => event.type === "finished");
  return {
    urns: events.flatMap((event) => (event.type === "resource" ? [event.resource.urn] : [])),
    kinds: started?.kinds ?? [],
    mayShift: started?.mayShift ?? [],
    scopes: events.filter((event) => event.type === "scope"),
    isComplete: finished?.complete ?? false,
  };
}

/** What was broken of the promise, in sentences; none where it was kept. */
export function brokenPromises(told: Told, world: World): readonly string[] {
  const found = new Set(told.urns);
  const missing = lasting(world).filter(
    ({ urn, kind }) => told.kinds.includes(kind) && !told.mayShift.includes(kind) && !found.has(urn),
  );
  const claimed = new Map(told.scopes.map((scope) => [`${scope.kind}@${scope.scope}`, scope.outcome]));
  const lost = missing.filter(({ scope }) => {
    const outcome = claimed.get(scope);
    return outcome === "completed" || outcome === "not-offered" || told.isComplete;
  });
  const ends = told.scopes.map(({ kind, scope }) => `${kind}@${scope}`);
  // An index, which tells what a list could not, does not encode the slash in a block of addresses.
  const existing = new Set([...world.known.keys()].map(decodeURIComponent));
  return [
    ...lost.map(({ scope, id }) => `${scope} ${claimed.get(scope) ?? "was complete"} without ${id}`),
    ...repeated(told.urns).map((urn) => `${urn} came more than once`),
    ...told.urns.filter((urn) => !existing.has(decodeURIComponent(urn))).map((urn) => `${urn} does not exist`),
    ...repeated(ends).map((scope) => `${scope} ended more than once`),
    ...(told.isComplete && told.scopes.some(({ outcome }) => outcome !== "completed" && outcome !== "not-offered")
      ? ["the run is complete and a scope is not"]
      : []),
  ].slice(0, 20);
}

/** What existed from the first request to the last, with all that it is below. */
function lasting({ known, census, kinds }: World): readonly Known[] {
  const all = [...known.values()];
  const scopesOfGone = new Set(all.filter(({ id }) => !census.wasAlwaysThere(id)).map(({ scope }) => scope));
  const isBelowGone = (kind: string, scope: string): boolean => {
    const above = kinds.find(({ id }) => id === kind)?.below;
    return above !== undefined && (scopesOfGone.has(`${above}@${scope}`) || isBelowGone(above, scope));
  };
  return all.filter(({ id, kind, scope }) => {
    const place = scope.slice(kind.length + 1);
    const isAlwaysThere = [id, ...place.split("/")].every((one) => census.wasAlwaysThere(one));
    return isAlwaysThere && !isBelowGone(kind, place);
  });
}

function repeated(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(texts.filter((text) => seen.size === seen.add(text).size))];
}

/** The secrets that a text holds. */
export function leaked(text: string, secrets: Iterable<string>): readonly string[] {
  const written = text.toLowerCase();
  return [...secrets].filter((secret) => written.includes(secret.toLowerCase()));
}
