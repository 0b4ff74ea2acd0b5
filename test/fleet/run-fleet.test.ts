import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { FleetEntry } from "../../src/hosts/fleet/entry.ts";
import { runFleet } from "../../src/hosts/fleet/run-fleet.ts";

type Step = "open" | "run";

/** An entry of an account, for which one of the steps may fail. */
interface Planned {
  readonly account: string;
  readonly provider: string;
  readonly fails?: Step | undefined;
}

function entryOf({ provider }: Planned, place: number): FleetEntry {
  const [name, where] = [`n${place}`, `${place}`];
  return { name, customer: "c", inventory: provider, tags: [], kinds: [], options: {}, config: {}, where, notices: [] };
}

const planned = fc.record({
  account: fc.constantFrom("a", "b", "c", "d"),
  provider: fc.constantFrom("ovh", "scaleway"),
  fails: fc.constantFrom(undefined, undefined, undefined, "open" as const, "run" as const),
});

/** Lets a few others go first, as many as a number says. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

test("every entry ends once, within the bounds of the machine, of each provider and of one for each account", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(planned, { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      async (fleet, atOnce, perProvider, delays) => {
        const plans = new Map(fleet.map((plan, place) => [`n${place}`, plan]));
        const busy: Planned[] = [];
        const reading: string[] = [];
        const step = async (entry: FleetEntry, name: Step): Promise<Planned> => {
          const plan = plans.get(entry.name) as Planned;
          busy.push(plan);
          if (name === "run") reading.push(plan.account);
          expect(busy.length).toBeLessThanOrEqual(atOnce);
          expect(busy.filter(({ provider }) => provider === plan.provider).length).toBeLessThanOrEqual(
            perProvider ?? atOnce,
          );
          expect(new Set(reading).size).toBe(reading.length);
          await turns(delays.next().value as number);
          busy.splice(busy.indexOf(plan), 1);
          if (name === "run") reading.splice(reading.indexOf(plan.account), 1);
          if (plan.fails === name) throw new Error(name);
          return plan;
        };
        const settled: string[] = [];
        const results = await runFleet(
          fleet.map(entryOf),
          { atOnce, perProvider },
          {
            open: async (entry) => ({ opened: entry.name, account: (await step(entry, "open")).account }),
            run: async (entry, opened) => {
              await step(entry, "run");
              return `${opened} read`;
            },
            failed: (entry, thrown) => `${entry.name} failed at ${(thrown as Error).message}`,
          },
          (result) => settled.push(result),
        );
        expect(results).toEqual(
          fleet.map(({ fails }, place) => (fails === undefined ? `n${place} read` : `n${place} failed at ${fails}`)),
        );
        expect(settled.toSorted()).toEqual(results.toSorted());
      },
    ),
  );
});
