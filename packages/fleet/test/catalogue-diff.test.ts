import { type Difference, diffSnapshots } from "cloud-inventory-plugin/fleet";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { beginRun, changesAt, type FakeNight, merge, night, urnOf } from "./catalogue-worlds.ts";
import { noPostgres, usePostgres } from "./postgres.ts";

const kinds = ["test.thing", "test.shifting"] as const;
const places = ["account", "p1", "p2"] as const;
const names = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

const whole = ["completed", "completed", "completed", "completed"] as const;

type Night = Omit<FakeNight, "startedAt">;

const found = fc.record({
  kind: fc.constantFrom(...kinds, kinds[0], kinds[0]),
  scope: fc.constantFrom(...places),
  name: fc.constantFrom(...names),
  class: fc.constantFrom("object-storage" as const, "compute" as const),
  details: fc.record({
    status: fc.constantFrom("running", "running", "running", "stopped", "stopped", "listed-only"),
    sizeBytes: fc.integer({ min: 1, max: 2 }),
    attributes: fc.record({ flavor: fc.constantFrom("small", "large") }),
  }),
});
const end = fc.record({
  outcome: fc.constantFrom(...([...whole, ...whole, "partial", "denied", "failed", "not-offered"] as const)),
  filtered: fc.constantFrom(undefined, undefined, undefined, undefined, true as const),
  isLookedAt: fc.constantFrom(true, true, true, true, true, false),
});
const aNight: fc.Arbitrary<Night> = fc
  .record({
    found: fc.array(found, { minLength: 4, maxLength: 10, size: "max" }),
    ends: fc.array(end, { minLength: kinds.length * places.length, maxLength: kinds.length * places.length }),
  })
  .map(({ found, ends }) => {
    const all = kinds.flatMap((kind) => places.map((scope) => ({ kind, scope })));
    const scopes = all.flatMap((one, index) => {
      const { outcome = "completed", filtered, isLookedAt } = ends[index] ?? {};
      return isLookedAt ? [{ ...one, outcome, ...(filtered === undefined ? {} : { filtered }) }] : [];
    });
    const isLookedAt = (one: { kind: string; scope: string }) =>
      scopes.some(({ kind, scope }) => kind === one.kind && scope === one.scope);
    return { scopes, mayShift: ["test.shifting"], resources: found.filter(isLookedAt) };
  });

async function differences(before: string, after: string): Promise<readonly Difference[]> {
  const all: Difference[] = [];
  for await (const told of diffSnapshots(before, after)) if (told.type !== "summary") all.push(told);
  return all;
}

const idOf = ({ kind, urn }: { kind: string; urn: string }): string => `${kind} ${urn}`;

describe.skipIf(noPostgres !== undefined)("the catalogue after some nights", () => {
  const postgres = usePostgres();
  let pool: pg.Pool;
  beforeAll(async () => {
    pool = await openDatabase({ DATABASE_URL: postgres.url });
    await migrate(pool);
  });
  afterAll(async () => {
    await pool.end();
  });

  let customers = 0;
  /** Each example is a customer of its own in one database. */
  const newCustomer = (): string => {
    customers += 1;
    return `customer-${customers}`;
  };

  const goneOf = async (customer: string): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ kind: string; urn: string }>(
      `SELECT kind, urn FROM cloud_inventory.resources WHERE customer = $1 AND gone_at IS NOT NULL`,
      [customer],
    );
    return rows.map(idOf).toSorted();
  };

  it("tells of two nights what diff tells of their snapshots", async () => {
    const counts = { added: 0, removed: 0, changed: 0 };
    await fc.assert(
      fc.asyncProperty(aNight, aNight, async (one, other) => {
        const customer = newCustomer();
        const before = await merge(pool, { ...one, startedAt: night(1) }, { customer });
        const after = await merge(pool, { ...other, startedAt: night(2) }, { customer });
        const told = (await differences(before, after)).filter(
          ({ type }) => type === "added" || type === "removed" || type === "changed",
        );
        for (const { type } of told) counts[type as keyof typeof counts] += 1;
        const byField = (fields: unknown): unknown[] =>
          (Array.isArray(fields) ? fields : []).toSorted((one, other) => (one.field < other.field ? -1 : 1));
        expect(
          (await changesAt(pool, night(2), customer)).map((one) => ({ ...one, fields: byField(one.fields) })),
        ).toEqual(told.map(({ type, kind, urn, changes = [] }) => ({ type, kind, urn, fields: byField(changes) })));
        expect(await goneOf(customer)).toEqual(
          told.flatMap((one) => (one.type === "removed" ? [idOf(one)] : [])).toSorted(),
        );
      }),
      { numRuns: 80 },
    );
    // A comparison of nothing proves nothing.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(5);
  });

  /** All that the catalogue has of a customer, but for the numbers of runs. */
  const contentOf = async (customer: string): Promise<readonly unknown[]> => {
    const of = async (columns: string, from: string): Promise<readonly string[]> => {
      const { rows } = await pool.query(`SELECT ${columns} FROM cloud_inventory.${from} WHERE customer = $1`, [
        customer,
      ]);
      // A resource that comes back may have two changes of one instant.
      return rows.map((row) => JSON.stringify(row)).toSorted();
    };
    return Promise.all([
      of("first_run, last_run, complete, tags", "inventories"),
      of("kind, scope, outcome, reason, read_at, looked_at, whole_at, lacking_at", "scopes"),
      of("kind, urn, scope, resource, coverage, first_seen, last_seen, gone_at", "resources"),
      of("kind, urn, at, type, fields", "resource_changes"),
      of("what, ends_at, never_ends", "credential_ends"),
      of("kind, scope, outcome, reason", "incomplete"),
    ]);
  };

  const someNights = fc.array(aNight, { minLength: 2, maxLength: 4 }).chain((nights) =>
    fc.record({
      nights: fc.constant(nights),
      order: fc.shuffledSubarray([...nights.keys()], { minLength: nights.length }),
    }),
  );
  const ending = (fake: Night, index: number): Night => ({
    ...fake,
    credentialEnds: [{ what: "the key", at: night(30 + index) }],
  });

  it("has what was read last, in whichever order the nights were read", async () => {
    await fc.assert(
      fc.asyncProperty(someNights, async ({ nights, order }) => {
        const [shuffled, plain] = [newCustomer(), newCustomer()];
        // Each night is begun in its turn, fails, and is read later.
        for (const index of nights.keys()) await beginRun(pool, night(index + 1), { customer: shuffled });
        for (const [turn, index] of order.entries()) {
          const fake = {
            ...ending(nights[index] ?? { scopes: [], resources: [] }, index),
            startedAt: night(10 + turn),
          };
          await merge(pool, fake, { customer: shuffled, nightAt: night(index + 1) });
          await merge(pool, fake, { customer: plain });
        }
        expect(await contentOf(shuffled)).toEqual(await contentOf(plain));
      }),
      { numRuns: 40 },
    );
  });

  it("has what was read last, where a snapshot comes after a newer one", async () => {
    let older = 0;
    await fc.assert(
      fc.asyncProperty(someNights, async ({ nights, order }) => {
        const [shuffled, plain] = [newCustomer(), newCustomer()];
        let newest = -1;
        for (const index of order) {
          const fake = {
            ...ending(nights[index] ?? { scopes: [], resources: [] }, index),
            startedAt: night(index + 1),
          };
          await merge(pool, fake, { customer: shuffled });
          if (index > newest) await merge(pool, fake, { customer: plain });
          else older += 1;
          newest = Math.max(index, newest);
        }
        expect(await contentOf(shuffled)).toEqual(await contentOf(plain));
      }),
      { numRuns: 40 },
    );
    expect(older).toBeGreaterThan(5);
  });

  it("knows of each resource when it was seen, and calls gone what whole lists lacked since", async () => {
    let gone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aNight, { minLength: 3, maxLength: 5 }), async (nights) => {
        const customer = newCustomer();
        const paths: string[] = [];
        for (const [index, one] of nights.entries()) {
          paths.push(await merge(pool, { ...one, startedAt: night(index + 1) }, { customer }));
        }
        const { rows } = await pool.query<{ kind: string; urn: string; first: Date; last: Date; gone: Date | null }>(
          `SELECT kind, urn, first_seen AS first, last_seen AS last, gone_at AS gone FROM cloud_inventory.resources WHERE customer = $1`,
          [customer],
        );
        const shown = nights.map(
          ({ resources }) => new Set(resources.map(({ kind = "", name = "" }) => idOf({ kind, urn: urnOf(name) }))),
        );
        expect(rows.map(idOf).toSorted()).toEqual([...new Set(shown.flatMap((one) => [...one]))].toSorted());
        for (const row of rows) {
          const first = shown.findIndex((one) => one.has(idOf(row)));
          const last = shown.findLastIndex((one) => one.has(idOf(row)));
          expect([row.first.toISOString(), row.last.toISOString()]).toEqual([night(first + 1), night(last + 1)]);
          const listed = nights[last]?.resources.find(
            ({ kind = "", name = "" }) => idOf({ kind, urn: urnOf(name) }) === idOf(row),
          );
          const isWhole = ({ scopes }: Night): boolean =>
            listed?.kind === "test.thing" &&
            scopes.some(
              ({ kind, scope, outcome, filtered }) =>
                kind === listed.kind && scope === listed.scope && outcome === "completed" && !filtered,
            );
          const whole = nights.flatMap((one, index) => (index >= last && isWhole(one) ? [index] : []));
          const isIndexed = listed?.details?.status === "listed-only";
          const expected = isIndexed || whole[1] === undefined ? undefined : night(whole[1] + 1);
          expect(row.gone?.toISOString()).toBe(expected);
          if (expected === undefined || whole[0] !== last) continue;
          gone += 1;
          // What was shown by a whole list and is lacked by a whole one is what diff calls removed.
          const removed = await differences(paths[last] ?? "", paths[whole[1] ?? 0] ?? "");
          expect(removed.find((one) => idOf(one) === idOf(row))?.type).toBe("removed");
        }
      }),
      { numRuns: 60 },
    );
    expect(gone).toBeGreaterThan(5);
  });
});
