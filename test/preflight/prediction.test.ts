import fc from "fast-check";
import { expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import { openOn, runOpened } from "../providers/run.ts";
import { rowsOf } from "../rows.ts";
import { askWithoutConnections } from "../without-connections.ts";
import { identityConfig, placesWith, preflightOn } from "./run.ts";

// Whether a list below a database exists hangs on its engine: a right that it lacks is met only where there is one of that engine.
const ovhKinds = (await rowsOf("ovh")).filter(({ list }) => list.below?.by === undefined);

const cases = { keys: 450, identities: 300 };
const small = { ovhProjects: 2, ovhRegions: 2, scalewayProjects: 1, zones: 1, resources: 1 };

const kinds = fc.subarray(
  ovhKinds.map(({ id }) => id),
  // A few at a time: each case is two runs, and what is drawn differs from case to case.
  { minLength: 1, maxLength: 12 },
);

/** What discovery met, in the words of coverage: a scope is denied, or it was read. */
function metBy(scopes: readonly ScopeEvent[], outcome: (status: ScopeEvent["outcome"]) => boolean): readonly string[] {
  return scopes
    .filter((scope) => outcome(scope.outcome))
    .map(({ kind, scope }) => `${kind}@${scope}`)
    .sort();
}

const templates = [
  "/cloud/project",
  "/cloud/project/{p}",
  "/cloud/project/{p}/*",
  "/cloud/project/*",
  "/cloud/project/{p}/instance",
  "/cloud/project/{p}/snapshot",
  "/cloud/project/{p}/volume",
  "/cloud/project/{p}/volume/snapshot",
  "/cloud/project/{p}/volume*",
  "/cloud/project/{p}/storage",
  "/cloud/project/{p}/database/service",
  "/cloud/project/{p}/database/service/*",
  "/cloud/project/{p}/region",
  "/cloud/project/{p}/region/*",
  "/cloud/project/{p}/region/{r}/storage",
  "/cloud/project/{p}/region/*/storage",
  "/cloud/project/{p}/region/*/storage/*",
  "/cloud/project/{p}/region/*/volumeBackup",
  "*",
  "/vps",
];

test(`what preflight predicts of a consumer key is what discovery meets, in ${cases.keys} random grants`, {}, async () => {
  const plan = await startEmulator(small);
  const { ovh: projects } = plan.projects;
  const { coverage } = await preflightOn(plan, "ovh", { kinds: ["ovh.cloud.bucket"] });
  const regions = coverage.map(({ scope }) => scope.split("/")[1] ?? "");
  await plan.close();
  const rule = fc.record({
    method: fc.oneof({ weight: 9, arbitrary: fc.constant("GET") }, { weight: 1, arbitrary: fc.constant("POST") }),
    path: fc
      .tuple(fc.constantFrom(...templates), fc.constantFrom("*", ...projects), fc.constantFrom("*", ...regions))
      .map(([template, p, r]) => template.replace("{p}", p).replace("{r}", r)),
  });
  // Most grants begin with what everything hangs on: else little below it would ever be reached.
  const grant = fc
    .tuple(fc.boolean(), fc.boolean(), fc.array(rule, { maxLength: 12 }))
    .map(([list, details, rules]) => [
      ...(list ? [{ method: "GET", path: "/cloud/project" }] : []),
      ...(details ? projects.map((id) => ({ method: "GET", path: `/cloud/project/${id}` })) : []),
      ...rules,
    ]);
  let [granted, missing] = [0, 0];
  await fc.assert(
    fc.asyncProperty(grant, kinds, async (ovhRules, chosen) => {
      const counts = await compare({ ovhRules }, chosen, () => ({}));
      granted += counts.granted;
      missing += counts.missing;
    }),
    { numRuns: cases.keys },
  );
  // Both answers were really given.
  expect(Math.min(granted, missing)).toBeGreaterThan(cases.keys / 4);
});

const actions = [
  "get",
  "instance/get",
  "snapshot/get",
  "volume/get",
  "volume/snapshot/get",
  "storage/get",
  "database/service/get",
  "region/get",
  "region/storage/get",
  "region/volumeBackup/get",
  "*",
  "region/*",
];

test(`what preflight predicts of a service account is what discovery meets, in ${cases.identities} random grants`, {}, async () => {
  const grant = fc.record({
    action: fc.constantFrom(...actions).map((action) => `publicCloudProject:apiovh:${action}`),
    projects: fc.constantFrom([0], [1], [0, 1]),
  });
  let [granted, missing] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { maxLength: 14 }), kinds, async (ovhGrants, chosen) => {
      const counts = await compare({ ovhGrants }, chosen, (emulator) => identityConfig(emulator, "ovhServiceAccount"));
      granted += counts.granted;
      missing += counts.missing;
    }),
    { numRuns: cases.identities },
  );
  expect(Math.min(granted, missing)).toBeGreaterThan(cases.identities / 4);
});

type ConfigOf = (emulator: Emulator) => Readonly<Record<string, string>>;

/** Fails where a prediction and the run differ; gives how many places were predicted to be granted and missing. */
async function compare(options: EmulatorOptions, chosen: readonly string[], configOf: ConfigOf) {
  const emulator = await startEmulator({ ...small, ...options });
  const restore = askWithoutConnections(emulator);
  try {
    const config = { ...configOf(emulator), max_in_flight: "2" };
    const report = await preflightOn(emulator, "ovh", { kinds: chosen, config });
    const { scopes } = await runOpened(await openOn(emulator, "ovh", { config }), chosen);
    const granted = placesWith(report, "granted");
    const missing = placesWith(report, "missing");
    const read = metBy(scopes, (outcome) => outcome === "completed" || outcome === "not-offered");
    const denied = metBy(scopes, (outcome) => outcome === "denied");
    const unsure = new Set([...placesWith(report, "conditional"), ...placesWith(report, "unknown")]);
    expect(denied.filter((place) => !unsure.has(place))).toEqual(missing);
    expect(read.filter((place) => !unsure.has(place))).toEqual(granted);
    return { granted: granted.length, missing: missing.length };
  } finally {
    restore();
    await emulator.close();
  }
}
