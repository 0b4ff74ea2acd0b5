import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults } from "./faults.ts";
import { described, planOf } from "./plan.ts";
import { chaosIn } from "./run.ts";
import { openWorld, type World, worldNames } from "./worlds.ts";

const only = process.env["CHAOS_SEED"];
const runs = Number(process.env["CHAOS_RUNS"] ?? 200);
const first = Number(process.env["CHAOS_FIRST"] ?? 1);
const seeds = only === undefined ? Array.from({ length: runs }, (_, index) => first + index) : [Number(only)];

const met = new Map<string, number>();
const outcomes = new Map<string, number>();
let requests = 0;

const count = (counts: Map<string, number>, names: Iterable<string>): void => {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
};

describe.each(worldNames)("%s", (name) => {
  const own = seeds.filter((seed) => planOf(seed).world === name);
  let world: World | undefined;
  beforeAll(async () => {
    if (own.length > 0) world = await openWorld(name);
  });
  afterAll(() => world?.emulator.close());

  test.runIf(own.length > 0)("keeps its promise whatever happens", async () => {
    const failures: string[] = [];
    for (const seed of own) {
      const plan = planOf(seed);
      const { broken, ...aftermath } = await chaosIn(world as World, plan);
      count(met, aftermath.met);
      count(outcomes, aftermath.outcomes);
      requests += aftermath.requests;
      if (broken.length > 0) {
        failures.push(`CHAOS_SEED=${seed} npm run test:chaos\n  ${described(plan)}\n  ${broken.join("\n  ")}`);
      }
    }
    expect(failures.join("\n"), `${failures.length} of ${own.length} runs`).toBe("");
  });
});

// Which requests there are decides what a seed meets: a few hundred may leave one out.
test.runIf(runs >= 1000 && only === undefined)("meets every fault of the matrix", () => {
  const list = (counts: Map<string, number>) => [...counts].map(([name, times]) => `${name} ${times}`).join(", ");
  console.info(`${seeds.length} runs, ${requests} requests\nfaults: ${list(met)}\nscopes: ${list(outcomes)}`);
  // Nothing asks for several ids at once where each is read alone.
  const never = Object.keys(faults).filter((fault) => !met.has(fault) && !fault.includes("batch"));
  expect(never).toEqual([]);
  expect(outcomes.get("completed")).toBeGreaterThan(outcomes.get("failed") ?? 0);
});
