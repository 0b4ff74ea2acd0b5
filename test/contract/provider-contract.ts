import { beforeEach, describe, expect, it } from "vitest";
import { isRecord } from "../../src/http/answer.ts";
import { discover } from "../../src/inventory/discover.ts";
import type { Event, ScopeEvent } from "../../src/inventory/event.ts";
import type { Provider } from "../../src/inventory/provider.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import type { OpenOptions, ProviderDefinition } from "../../src/providers/definition.ts";
import { fakeClock } from "../clock.ts";
import { mockNetwork } from "../network.ts";
import { itemPathOf, rowsOf } from "../rows.ts";
import { validatorOf } from "../schemas.ts";
import {
  answerFact,
  answerList,
  answerParents,
  type FakeRequest,
  isFactRequest,
  isListRequest,
  isSingle,
  json,
  notThere,
  type Reply,
} from "./fake-cloud.ts";
import { type Fixture, fixtureKinds, fixtureOf } from "./fixtures.ts";

/** What a provider's own file tells the suite. */
export interface ContractSubject {
  readonly definition: ProviderDefinition;
  readonly config: Readonly<Record<string, string>>;
  /** Every origin that its requests may go to. */
  readonly origins: readonly string[];
  readonly basePath: string;
  /** Answers what is asked beside a list, such as the proof of a project. */
  readonly beside: (url: URL) => Reply | undefined;
  /** Values of the config that must appear nowhere. */
  readonly secrets: readonly string[];
  /** How this cloud words a refused credential and a missing right. */
  readonly refusals: { readonly credential: Reply; readonly right: Reply };
}

/** The list's answers in turn; the last one stays. `undefined` is the true answer. */
type Script = readonly (Reply | undefined)[];

// Planted in every hostile body: a message that repeats somebody else's text would carry it along.
const planted = "planted-secret-of-a-foreign-body";
const withPlant = (reply: Reply): Reply => ({
  ...reply,
  body: isRecord(reply.body) ? { ...reply.body, message_: planted } : reply.body,
});

interface Run {
  readonly events: readonly Event[];
  readonly resources: readonly Resource[];
  readonly scope: ScopeEvent;
  readonly complete: boolean;
}

/** The shared suite: each row of a provider's table, against each way in which its list can be answered. */
export async function testProvider(subject: ContractSubject): Promise<void> {
  const { definition } = subject;
  const rows = await rowsOf(definition.id);
  const network = mockNetwork();

  // One interceptor for each origin, whose answers a test may change half-way.
  let current: (request: FakeRequest) => Reply = () => json({}, 500);
  const serve = (reply: typeof current): void => {
    current = reply;
  };
  beforeEach(() => {
    for (const origin of subject.origins) {
      const scope = network.origin(origin).persist().get(/.*/).optionally();
      scope.reply(function reply(uri): [number, string, Record<string, string>] {
        const sent = Object.entries(this.req.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
        const { status, body, headers } = current({ url: new URL(uri, origin), headers: Object.fromEntries(sent) });
        return [status, typeof body === "string" ? body : JSON.stringify(body), { ...headers }];
      });
    }
  });

  async function run(
    kind: ListedKind,
    items: readonly unknown[],
    script: Script,
    limits: OpenOptions["limits"] = {},
  ): Promise<Run> {
    const { scope } = fixtureOf(definition.id, kind.id);
    let asked = 0;
    serve((request) => {
      if (isFactRequest(request, kind)) return answerFact(request, kind, items[0]);
      if (!isListRequest(request, kind, scope, subject.basePath)) {
        const beside = answerParents(request, kind, scope, subject.basePath) ?? subject.beside(request.url);
        return beside ?? json({ message: "unexpected" }, 500);
      }
      const scripted = script[Math.min(asked, script.length - 1)];
      asked += 1;
      return withPlant(scripted ?? answerList(request, kind, items, scope.project));
    });
    const { provider } = definition.open(subject.config, "contract", {
      operator: {},
      clock: fakeClock(),
      limits: { maxAttempts: 3, ...limits },
    });
    return collect(oneScope(provider, kind, scope), kind, subject.secrets);
  }

  it("has one fixture for each kind", () => {
    expect(fixtureKinds(definition.id).sort()).toEqual(definition.kinds.map(({ id }) => id).sort());
  });

  it.each(rows.map((kind) => [kind.id, kind] as const))(
    "%s: turns the fixture into its resource, which fits the schema",
    async (_id, kind) => {
      const fixture = fixtureOf(definition.id, kind.id);
      const { resources, scope, complete } = await run(kind, [fixture.item], [undefined]);
      // The row makes it; what its project is called, the run adds.
      for (const { details } of resources) delete details.projectName;
      expect(resources).toEqual([fixture.resource]);
      expect(scope).toMatchObject({ outcome: "completed", count: 1, warnings: [] });
      expect(complete).toBe(true);
    },
  );

  it.each(rows.map((kind) => [kind.id, kind] as const))(
    "%s: names the right that is missing, after a second look",
    async (_id, kind) => {
      const { scope } = await run(kind, [fixtureOf(definition.id, kind.id).item], [subject.refusals.right]);
      expect(scope).toMatchObject({ outcome: "denied", code: "PERMISSION_DENIED" });
      const [right = ""] = kind.needs;
      expect(scope.reason).toContain(right);
    },
  );

  // What hangs on how a list is read and where, and not on what it is a list of.
  describe.each(oneOfEachForm(rows).map((kind) => [kind.id, kind] as const))("%s", (_id, kind) => {
    const fixture = fixtureOf(definition.id, kind.id);
    const single = isSingle(kind);
    const mayBeAbsent = kind.list.proof.includes("or none");

    it.skipIf(single)("believes an empty list only where it may be empty", async () => {
      const { scope } = await run(kind, [], [undefined]);
      expect(scope).toMatchObject(
        kind.required ? { outcome: "failed", code: "NOT_FOUND" } : { outcome: "completed", count: 0 },
      );
    });

    it.skipIf(single)("finds every item of a long list once, in its order", async () => {
      // More than two pages, and where each item is asked for, more than two batches.
      const items = copies(fixture, kind, itemPathOf(kind) === undefined ? 230 : 120);
      const { resources, scope } = await run(kind, items, [undefined]);
      expect(resources.map(({ urn }) => urn)).toEqual(
        items.map((item) => kind.read(item, fixture.scope)?.resource.urn),
      );
      expect(new Set(resources.map(({ urn }) => urn)).size).toBe(items.length);
      expect(scope.outcome).toBe("completed");
    });

    it("stops at a refused credential", async () => {
      const { scope } = await run(kind, [fixture.item], [subject.refusals.credential]);
      expect(scope).toMatchObject({ outcome: "failed", code: "UNAUTHENTICATED", count: 0 });
    });

    it("does not believe a 403 that goes away", async () => {
      const { scope } = await run(kind, [fixture.item], [subject.refusals.right, undefined]);
      expect(scope).toMatchObject({ outcome: "completed", count: 1 });
    });

    it("waits out a 429", async () => {
      const { scope, events } = await run(kind, [fixture.item], [{ status: 429, body: "" }, undefined]);
      expect(scope).toMatchObject({ outcome: "completed", count: 1 });
      expect(events.at(-1)).toMatchObject({ refused: 1 });
    });

    const missing = kind.list.listKey ?? "anything";
    it.each<[string, Reply, Partial<ScopeEvent>]>([
      ["a 404", json({ message: "not there" }, 404), { code: expect.stringMatching(/^(NOT_FOUND|INVALID_RESPONSE)$/) }],
      ["a 500 that stays", json({ message: "broken" }, 500), { code: "UNAVAILABLE" }],
      [
        "a redirect",
        { status: 302, body: "", headers: { location: "https://elsewhere.example/" } },
        { code: "INVALID_RESPONSE" },
      ],
      [
        "a page of HTML",
        { status: 200, body: "<html>hello</html>", headers: { "content-type": "text/html" } },
        { code: "INVALID_RESPONSE" },
      ],
      [
        "a truncated document",
        { ...json(""), body: '{"total_count":1,"list":[{"id":"a' },
        { code: "INVALID_RESPONSE" },
      ],
      ["an empty object", json({}), {}],
      ["null", json(null), {}],
      ["a null list", json({ [missing]: null, total_count: 0 }), {}],
      ["a document without the list", json({ total_count: 0 }), {}],
    ])("never calls %s complete", async (name, reply, expected) => {
      if (name === "a 404" && mayBeAbsent) return;
      const { scope, resources, complete } = await run(kind, [fixture.item], [reply]);
      expect(resources).toEqual([]);
      expect(scope).toMatchObject(expected);
      expect(["failed", "partial"]).toContain(scope.outcome);
      expect(complete).toBe(false);
    });

    it("refuses a body over the cap and names the setting", async () => {
      const { scope } = await run(kind, copies(fixture, kind, 40), [undefined], { maxBodyBytes: 10 });
      expect(scope).toMatchObject({ outcome: "failed", code: "INVALID_RESPONSE" });
      expect(scope.reason).toContain("CLOUD_INVENTORY_MAX_BODY_MIB");
    });

    it.skipIf(single)("counts an item without an id, and keeps the others", async () => {
      const { scope, resources } = await run(kind, [fixture.item, {}], [undefined]);
      expect(resources).toEqual([fixture.resource]);
      expect(scope).toMatchObject({ outcome: "partial", count: 1 });
    });

    it.skipIf(!kind.list.proof.includes("equal totals"))(
      "does not take a total past the end for evidence",
      async () => {
        const items = copies(fixture, kind, 150);
        const listKey = missing;
        const past = json({ [listKey]: [], total_count: 0 });
        const once = await run(kind, items, [undefined, past, undefined]);
        expect(once.scope).toMatchObject({ outcome: "completed", count: 150 });
        const always = await run(kind, items, [undefined, past, undefined, past]);
        expect(always.scope).toMatchObject({ outcome: "partial", count: 100 });
      },
    );

    it.skipIf(kind.provesCredential === true).each(Object.keys(fixture.item))("survives an odd %s", async (key) => {
      const odd = { ...fixture.item, [key]: { odd: [planted] } };
      const read = kind.read(odd, fixture.scope);
      const { scope, resources } = await run(kind, [odd], [undefined]);
      if (read === undefined || (itemPathOf(kind) !== undefined && key === kind.list.idField)) {
        expect(["partial", "failed"]).toContain(scope.outcome);
      } else if (scope.outcome === "completed") {
        expect(resources.map(({ urn }) => urn)).toEqual([fixture.resource.urn]);
        if (read.lost.length > 0) expect(scope.warnings.join()).toContain(key);
      } else {
        expect(scope.code).toBe("INVALID_RESPONSE");
      }
    });

    it("ends as cancelled when the reader leaves", async () => {
      const stop = new AbortController();
      const { provider } = definition.open(subject.config, "contract", { operator: {}, clock: fakeClock() });
      stop.abort();
      const events = await all(
        discover(oneScope(provider, kind, fixture.scope), { kinds: [kind], signal: stop.signal }),
      );
      expect(events.find(({ type }) => type === "scope")).toMatchObject({ outcome: "failed", code: "CANCELLED" });
    });

    it.skipIf(single)("ends as cancelled when it is stopped in the middle of a list", async () => {
      const items = copies(fixture, kind, 230);
      serve((request) => {
        if (isListRequest(request, kind, fixture.scope, subject.basePath))
          return answerList(request, kind, items, fixture.scope.project);
        const beside = answerParents(request, kind, fixture.scope, subject.basePath) ?? subject.beside(request.url);
        return isFactRequest(request, kind) ? notThere : (beside ?? json({}, 500));
      });
      const stop = new AbortController();
      const { provider } = definition.open(subject.config, "contract", { operator: {}, clock: fakeClock() });
      const events: Event[] = [];
      for await (const event of discover(oneScope(provider, kind, fixture.scope), {
        kinds: [kind],
        signal: stop.signal,
      })) {
        events.push(event);
        if (event.type === "resource") stop.abort();
      }
      const scope = events.find(({ type }) => type === "scope");
      // A list that came as one answer may have been read to its end before.
      if (scope?.type === "scope" && scope.outcome === "completed") expect(scope.count).toBe(230);
      else expect(scope).toMatchObject({ outcome: "failed", code: "CANCELLED" });
    });
  });
}

/** The first row of each form: how it comes in pages, where it is listed, below what, and with which facts beside it. */
function oneOfEachForm(rows: readonly ListedKind[]): readonly ListedKind[] {
  const formOf = ({ list, locality }: ListedKind): string => {
    const calls = list.calls.map(({ of }) => of).join();
    return [list.proof.replace(/^below each \S+: /, "below: "), locality, calls].join(" | ");
  };
  return [...new Map(rows.toReversed().map((kind) => [formOf(kind), kind])).values()].reverse();
}

/** The provider, asked for one scope alone. */
function oneScope(provider: Provider, kind: ListedKind, scope: Fixture["scope"]): Provider {
  return {
    ...provider,
    async *scopes() {
      yield { kinds: [kind], scope };
    },
    async *laterScopes() {},
  };
}

async function all(events: AsyncIterable<Event>): Promise<Event[]> {
  const list: Event[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const isEvent = validatorOf("event.schema.json");

async function collect(provider: Provider, kind: ListedKind, secrets: readonly string[]): Promise<Run> {
  const events = await all(discover(provider, { kinds: [kind] }));
  for (const event of events) expect(isEvent(event), JSON.stringify(isEvent.errors)).toBe(true);
  const text = JSON.stringify(events);
  for (const secret of [...secrets, planted]) expect(text).not.toContain(secret);
  const scopes = events.filter((event) => event.type === "scope");
  expect(scopes).toHaveLength(1);
  const finished = events.at(-1);
  return {
    events,
    resources: events.flatMap((event) => (event.type === "resource" ? [event.resource] : [])),
    scope: scopes[0] as ScopeEvent,
    complete: finished?.type === "finished" && finished.complete,
  };
}

/** Copies of the fixture's item with ids of their own. */
function copies({ item }: Fixture, kind: ListedKind, count: number): Record<string, unknown>[] {
  const { idField } = kind.list;
  const id = item[idField];
  const idAt = (index: number): unknown => (typeof id === "number" ? id + index : `${String(id)}-${index}`);
  return Array.from({ length: count }, (_, index) => ({ ...item, [idField]: idAt(index) }));
}
