import { expect } from "vitest";
import { z } from "zod";
import type { ResourceDraft } from "../../src/inventory/complete-resource.ts";
import { discover } from "../../src/inventory/discover.ts";
import type { DiscoverOptions } from "../../src/inventory/discover-options.ts";
import { Event, type FinishedEvent, type ScopeEvent } from "../../src/inventory/event.ts";
import type { Family } from "../../src/inventory/family.ts";
import type { ListContext, Page, Provider, ReadContext, ScopeEntry } from "../../src/inventory/provider.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import type { KindSummary, Place, ResourceKind } from "../../src/inventory/resource-kind.ts";
import { urnPart } from "../../src/inventory/safe-text.ts";
import { projectScope, type Scope } from "../../src/inventory/scope.ts";
import type { Dialect } from "../../src/listing/dialects/dialect.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { defineKind, type ListedKind } from "../../src/listing/kind.ts";
import type { Ownership } from "../../src/listing/ownership.ts";

const Thing = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  size: z.number().nullish(),
  tags: z.array(z.string()).nullish(),
});
type Thing = z.infer<typeof Thing>;

interface KindOptions {
  readonly id?: string;
  readonly family?: Family;
  readonly personal?: boolean;
  readonly required?: boolean;
  readonly byDefault?: boolean;
  /** What is added to the draft: the way for a test to reach every field. */
  readonly more?: (item: Thing) => Partial<ResourceDraft>;
  readonly list?: Dialect;
  readonly isIndex?: boolean;
  readonly ownedBy?: Ownership;
  readonly protectionFrom?: ListedKind["protectionFrom"];
  readonly locality?: "account" | "project";
  /** What follows the scope in the URN; the id alone when absent. */
  readonly urnEnd?: (item: Thing, place: Place) => string;
}

export function fakeKind({
  id = "fake.thing",
  family = "compute",
  personal = false,
  required = false,
  byDefault = true,
  more,
  list = wholeList({ path: "/thing" }),
  urnEnd = (item) => urnPart(item.id),
  isIndex = false,
  ownedBy,
  protectionFrom = [],
  locality = "project",
}: KindOptions = {}): ListedKind {
  return defineKind({
    id,
    family,
    personal,
    title: "Things",
    class: "compute",
    subclass: "",
    service: "fake",
    resource: "thing",
    locality,
    rights: { rules: ["GET /thing"] },
    needs: ["GET /thing"],
    list,
    byDefault,
    required,
    isIndex,
    ...(ownedBy === undefined ? {} : { ownedBy }),
    protectionFrom,
    schema: Thing,
    toResource: (item, scope) => ({
      urn: `urn:fake:${urnPart(scope.id)}:${urnEnd(item, scope)}`,
      name: item.name,
      sizeBytes: item.size,
      tags: item.tags ?? [],
      ...more?.(item),
    }),
  });
}

/** A kind that is listed below another. */
export function fakeChild(parent: ListedKind, options: KindOptions = {}): ListedKind {
  const list = nested({ parent, as: "parent", list: wholeList({ path: "/thing/{parent}/part" }) });
  return fakeKind({ id: "fake.part", ...options, list });
}

type List = (kind: ResourceKind, scope: Scope, context: ListContext) => AsyncIterable<Page> | Iterable<Page>;
type Scopes = (kinds: readonly ResourceKind[], context: ReadContext) => AsyncIterable<ScopeEntry>;

interface FakeProviderOptions {
  readonly kinds?: readonly ResourceKind[];
  /** Either the names of projects, each of which has every kind, or the whole enumeration. */
  readonly scopes?: readonly string[] | Scopes;
  readonly list: List;
}

export function fakeProvider({ kinds = [fakeKind()], scopes = ["one"], list }: FakeProviderOptions): Provider {
  return {
    id: "fake",
    kinds,
    load: async (chosen: readonly KindSummary[]) => chosen as readonly ResourceKind[],
    describe: () => "a fake credential",
    countryOf: (region) => (region === "fr" ? "FR" : undefined),
    pausedForMs: () => 0,
    async *scopes(selected, context) {
      if (typeof scopes === "function") yield* scopes(selected, context);
      else for (const id of scopes) yield { kinds: selected, scope: projectScope(id) };
    },
    async *list(kind, scope, context) {
      yield* list(kind, scope, context);
    },
  };
}

/** One page that is the whole list. */
export function pageOf(...ids: readonly string[]): Page {
  return { number: 1, items: ids.map((id) => ({ id })) };
}

export interface Run {
  readonly events: readonly Event[];
  readonly resources: readonly Resource[];
  readonly names: readonly string[];
  readonly scopes: readonly ScopeEvent[];
  readonly finished: FinishedEvent;
}

/** Runs to the end. Every event has to be as the schema says, `started` first and `finished` last. */
export async function runOf(provider: Provider, options?: DiscoverOptions): Promise<Run> {
  const events: Event[] = [];
  for await (const event of discover(provider, options)) events.push(event);
  for (const event of events) expect(Event.parse(event)).toEqual(event);
  expect(events.findIndex(({ type }) => type === "started")).toBe(0);
  expect(events.findIndex(({ type }) => type === "finished")).toBe(events.length - 1);
  const resources = events.flatMap((event) => (event.type === "resource" ? [event.resource] : []));
  return {
    events,
    resources,
    names: resources.map(({ name }) => name),
    scopes: events.filter((event) => event.type === "scope"),
    finished: events.at(-1) as FinishedEvent,
  };
}

/** Rejects with the signal's reason once it is aborted: a request that never ends by itself. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Lets everything that can go on go on. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
