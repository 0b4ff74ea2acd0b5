import fc from "fast-check";
import { expect, it } from "vitest";
import { type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import { servedKindEntries } from "../../src/emulator/kinds.ts";
import type { OutcomeStatus } from "../../src/inventory/outcome.ts";
import type { CoverageRow } from "../../src/preflight/report.ts";
import { discoverOn } from "../providers/run.ts";
import { rowsOf } from "../rows.ts";
import { askWithoutConnections } from "../without-connections.ts";
import { preflightOn } from "./run.ts";

const scalewayKinds = await rowsOf("scaleway");

const sets = [
  "AllProductsReadOnly",
  "AllProductsFullAccess",
  "InstancesReadOnly",
  "InstancesFullAccess",
  "BlockStorageReadOnly",
  "ObjectStorageReadOnly",
  "ObjectStorageBucketsRead",
  "SecretManagerReadOnly",
  "ProjectReadOnly",
  "ProjectManager",
  "IAMReadOnly",
  "IAMManager",
  "SomethingThatNobodyKnows",
];
const rule: fc.Arbitrary<ScalewayRule> = fc.record(
  {
    permissionSets: fc.subarray(sets, { minLength: 1, maxLength: 3 }),
    scope: fc.constantFrom<ScalewayRule["scope"][]>("organization", "all-projects", [0], [1], [0, 1]),
    condition: fc.constant("request.ip == '192.0.2.1'"),
    conditionHolds: fc.boolean(),
    through: fc.constantFrom("bearer", "group"),
  },
  { requiredKeys: ["permissionSets", "scope"] },
);
const kinds = fc.subarray(
  scalewayKinds.map(({ id }) => id),
  { minLength: 1, maxLength: 3 },
);

// A right has no place, so that the places of a case are as random as its rights: all of them each time would ask most of
// what is asked ten times.
const places = fc.subarray(["fr-par", "nl-ams", "pl-waw", "it-mil"], { minLength: 1, maxLength: 2 });

const meets: Partial<Record<CoverageRow["status"], OutcomeStatus>> = {
  granted: "completed",
  // Conditions are the emulator's to hold: a row is only called conditional after the API has granted it.
  conditional: "completed",
  missing: "denied",
};

/** Whether the emulator, as Scaleway's own lists of places, does not have a product in a place. */
const isNeverSold = (kind: string, scope: string): boolean => {
  const [, place = ""] = scope.split("/");
  const sold = servedKindEntries.get(kind)?.list.localities ?? undefined;
  return place !== "" && (sold === undefined ? isMissingInMilan(kind, place) : !sold.includes(place));
};
const isMissingInMilan = (kind: string, place: string): boolean =>
  kind === "scaleway.secret.secret" && place === "it-mil";

it("predicts of every kind in every scope what discovery then meets", async () => {
  const iam = fc.constantFrom<ScalewayRule[]>([], [{ permissionSets: ["IAMReadOnly"], scope: "organization" }]);
  const rules = fc.tuple(fc.array(rule, { maxLength: 4 }), iam).map(([some, more]) => [...some, ...more]);
  await fc.assert(
    fc.asyncProperty(rules, kinds, places, fc.boolean(), async (scalewayRules, chosen, regions, both) => {
      const emulator = await startEmulator({ scalewayProjects: 2, resources: 1, scalewayRules });
      const restore = askWithoutConnections(emulator);
      try {
        const projects = both ? { scw_project_ids: emulator.projects.scaleway.join(",") } : {};
        const config = { regions: regions.join(","), max_in_flight: "2", ...projects };
        const { coverage } = await preflightOn(emulator, "scaleway", { kinds: chosen, config });
        const { scopes } = await discoverOn(emulator, "scaleway", { kinds: chosen, config });
        // A right has no place: where a product is not sold, which no right changes, there is nothing to predict.
        const offered = scopes.filter(({ kind, scope }) => !isNeverSold(kind, scope));
        const predicted = new Map(coverage.map(({ kind, scope, status }) => [`${kind}@${scope}`, meets[status]]));
        expect(predicted.size).toBe(scopes.length);
        for (const { kind, scope, outcome } of offered) expect(predicted.get(`${kind}@${scope}`), kind).toBe(outcome);
      } finally {
        restore();
        await emulator.close();
      }
    }),
    { numRuns: 250 },
  );
});
