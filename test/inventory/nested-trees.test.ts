import fc from "fast-check";
import { expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { numberedPages } from "../../src/listing/dialects/numbered-pages.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { fakeKind, runOf } from "./fake-provider.ts";
import { type Answers, fakeCloud, floor, house, idsOf, lift, room, type Town, townAnswers } from "./fake-tree.ts";

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", 'd"', "e\nf", "g/h"), { maxLength: 4 });
const towns: fc.Arbitrary<Town> = fc
  .tuple(
    ids,
    fc.array(fc.tuple(ids, fc.array(ids, { minLength: 4, maxLength: 4 }), ids), { minLength: 4, maxLength: 4 }),
  )
  .map(([houses, parts]) =>
    Object.fromEntries(
      houses.map((id, index) => {
        const [floors = [], rooms = [], lifts = []] = parts[index] ?? [];
        return [id, { floors: Object.fromEntries(floors.map((name, at) => [name, rooms[at] ?? []])), lifts }];
      }),
    ),
  );

interface Fault {
  /** Which of the answers it spoils. */
  readonly at: number;
  readonly what: "refused" | "failed" | "missing" | "short" | "repeated" | "unnamed" | "malformed" | "signed out";
}
const faults: fc.Arbitrary<readonly Fault[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 20 }),
    what: fc.constantFrom<Fault["what"][]>(
      "refused",
      "failed",
      "missing",
      "short",
      "repeated",
      "unnamed",
      "malformed",
      "signed out",
    ),
  }),
  { maxLength: 3 },
);

function spoiled(answer: unknown, what: Fault["what"] | undefined, path: string): unknown {
  const items = answer as readonly unknown[];
  switch (what) {
    case "refused":
      return new InventoryError("PERMISSION_DENIED", "no right");
    case "failed":
      return new InventoryError("UNAVAILABLE", "status 500");
    case "missing":
      // That there are no houses at all would be believed; of what is below one it proves nothing.
      return new InventoryError("NOT_FOUND", "status 404", { notOffered: path !== "/p/house" });
    case "signed out":
      return new InventoryError("UNAUTHENTICATED", "status 401");
    case "repeated":
      return [...items, ...items.slice(0, 1)];
    case "unnamed":
      return [...items, { name: "nobody" }];
    // A list that shifts while it is read: one item slips, and another one is seen twice.
    case "short":
      return items.length < 2 ? items : [...items.slice(1), items[1]];
    case "malformed":
      return { items };
    default:
      return items;
  }
}

const family = [house, floor, lift, room];
/** The URNs of everything that a town has, of some kinds. */
function contentsOf(town: Town, kinds: readonly ListedKind[]): readonly string[] {
  const of = (kind: ListedKind, urns: readonly string[]): readonly string[] => (kinds.includes(kind) ? urns : []);
  return Object.entries(town).flatMap(([id, { floors, lifts }]) => [
    ...of(house, [id]),
    ...of(
      lift,
      lifts.map((name) => `${id}/${name}/lift`),
    ),
    ...Object.entries(floors).flatMap(([name, rooms]) => [
      ...of(floor, [`${id}/${name}`]),
      ...of(
        room,
        rooms.map((end) => `${id}/${name}/${end}`),
      ),
    ]),
  ]);
}

test("a run that says to be complete has told of exactly what there is, whatever fails", async () => {
  const chosen = fc.subarray(
    family.map(({ id }) => id),
    { minLength: 1 },
  );
  let complete = 0;
  let spoilt = 0;
  await fc.assert(
    fc.asyncProperty(towns, faults, chosen, fc.integer({ min: 1, max: 4 }), async (town, wrong, names, width) => {
      const kinds = family.filter(({ id }) => names.includes(id));
      const whole = townAnswers(town);
      let answered = -1;
      const answers: Answers = (path, asked) => {
        answered += 1;
        const fault = wrong.find(({ at }) => at === answered);
        return spoiled(whole(path, asked), fault?.what, path);
      };
      const { provider } = fakeCloud(answers);
      const { resources, finished } = await runOf(provider, { kinds, concurrentScopes: width });
      const urns = resources.map(({ urn }) => urn).sort();
      expect(new Set(urns).size).toBe(urns.length);
      if (finished.complete) {
        complete += 1;
        expect(urns.map(decodeURIComponent).sort()).toEqual(
          contentsOf(town, kinds)
            .map((end) => `urn:fake:p:${end}`)
            .sort(),
        );
      } else spoilt += 1;
      if (wrong.length === 0) expect(finished.complete).toBe(true);
    }),
    { numRuns: 400 },
  );
  // Both happen, or nothing was tried.
  expect(Math.min(complete, spoilt)).toBeGreaterThan(20);
});

test("130 clusters over two pages, with a pool each, take 132 requests", async () => {
  const cluster = fakeKind({
    id: "fake.cluster",
    list: numberedPages({ path: "/{project}/cluster", listKey: "clusters", query: { order_by: "created_at_desc" } }),
  });
  const pool = fakeKind({
    id: "fake.pool",
    list: nested({
      parent: cluster,
      as: "cluster",
      list: numberedPages({ path: "/{project}/cluster/{cluster}/pool", listKey: "pools" }),
    }),
  });
  const clusters = Array.from({ length: 130 }, (_, index) => `c${index}`);
  const answers: Answers = (path, { query: { page, page_size } }) => {
    const first = (Number(page) - 1) * Number(page_size);
    if (path.endsWith("/pool")) return { pools: idsOf([`${path.split("/")[3]}-pool`]), total_count: 1 };
    return { clusters: idsOf(clusters.slice(first, first + Number(page_size))), total_count: clusters.length };
  };
  for (const kinds of [[cluster, pool], [pool]]) {
    const { provider } = fakeCloud(answers, { kinds });
    const { finished, scopes } = await runOf(provider, { kinds });
    expect(finished).toMatchObject({ complete: true, requests: 132, resources: kinds.length * 130 });
    expect(scopes.find(({ kind }) => kind === "fake.pool")).toMatchObject({ count: 130, requests: 130 });
  }
});
