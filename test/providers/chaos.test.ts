import fc from "fast-check";
import { expect, it } from "vitest";
import { type Fault, startEmulator } from "../../src/emulator/index.ts";
import { discoverOn, idsOf } from "./run.ts";

// Everything that may go wrong with an answer, except a well-formed lie: nobody can tell an empty list from a false one.
const harm = fc.oneof(
  fc.record({ status: fc.constantFrom(302, 400, 403, 404, 408, 429, 460, 500, 502, 503, 504) }),
  fc.record({ reset: fc.constant(true) }),
  fc.record({ truncate: fc.constant(true) }),
  fc.record({
    status: fc.constant(200),
    body: fc.constantFrom({}, null, "", "<html></html>", { servers: null, total_count: 0 }),
  }),
  fc.record({
    status: fc.constant(404),
    body: fc.constant({ class: "Client::NotFound", message: "This service does not exist" }),
  }),
);
const place = fc.constantFrom(
  "/",
  "/region",
  "/storage",
  "/instance",
  "/volume",
  "/database",
  "/servers",
  "/volumes",
  "/secrets",
  "/projects",
  "page=2",
  "fr-par",
);
const faults: fc.Arbitrary<Fault[]> = fc.array(
  fc
    .record({
      match: place,
      harm,
      probability: fc.constantFrom(0.05, 0.3, 1),
      times: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    })
    .map(({ match, harm: what, probability, times }) => ({
      match,
      ...what,
      probability,
      ...(times === undefined ? {} : { times }),
    })),
  { minLength: 1, maxLength: 4 },
);

/** The promise, attacked: whatever is done to its answers, a run that lost a resource never calls itself complete. */
it.each(["ovh", "scaleway", "ovh-data-platform"] as const)(
  "a run of %s that says complete has found everything",
  async (provider) => {
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 1000 }), async (chosen, seed) => {
        const resources = {
          "scaleway.instance.server": 3,
          "scaleway.instance.volume": 120,
          "scaleway.block.volume": 3,
        };
        const emulator = await startEmulator({
          seed,
          ovhProjects: 2,
          ovhRegions: 2,
          scalewayProjects: 1,
          zones: 1,
          resources,
          faults: chosen,
        });
        try {
          const { resources: found, finished, scopes } = await discoverOn(emulator, provider, { patienceMs: 300 });
          const expected = [...emulator.expectedIds()].filter(([kind]) => scopes.some((scope) => scope.kind === kind));
          for (const [kind, ids] of expected) {
            const ours = idsOf(found.filter((resource) => resource.kind === kind));
            expect(new Set(ours).size).toBe(ours.length);
            expect(ids).toEqual(expect.arrayContaining(ours));
            const gap = scopes.some(
              (scope) => scope.kind === kind && !["completed", "not-offered"].includes(scope.outcome),
            );
            if (!gap) expect(ours).toEqual([...ids].sort());
          }
          expect(finished.complete).toBe(
            scopes.every(({ outcome }) => outcome === "completed" || outcome === "not-offered"),
          );
        } finally {
          await emulator.close();
        }
      }),
      { numRuns: 40 },
    );
  },
);
