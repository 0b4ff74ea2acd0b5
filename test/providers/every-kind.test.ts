import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatedKind, type Emulator, type ScalewayRule, startEmulator } from "../../src/emulator/index.ts";
import type { GrantWish } from "../../src/preflight/grant.ts";
import { ovhGranter } from "../../src/providers/ovh/grants.ts";
import { parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { preflightOn } from "../preflight/run.ts";
import { rowsOf } from "../rows.ts";
import { discoverOn, idsOf, type ProviderId } from "./run.ts";

// Everything that has a row, over real sockets, with the provider's own scopes.
const rows = { ovh: await rowsOf("ovh"), scaleway: await rowsOf("scaleway") };
const every = (["ovh", "scaleway"] as const).flatMap((id) => rows[id].map((kind) => [kind.id, id, kind] as const));
// What is the organization's own is an organization's right.
const scalewayRules: readonly ScalewayRule[] = [
  { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
  { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" },
];
const few = {
  // One of each engine that the emulator has.
  resources: { ...Object.fromEntries(every.map(([id]) => [id, 1])), "ovh.cloud.database": 5 },
  ovhProjects: 2,
  scalewayProjects: 2,
  ovhRegions: 2,
};

describe("every kind", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ ...few, scalewayRules });
  });
  afterAll(() => emulator.close());

  const configs: Readonly<Record<string, (id: ProviderId) => Readonly<Record<string, string>>>> = {
    "as it is": () => ({}),
    "with projects named": (id): Readonly<Record<string, string>> =>
      id === "ovh"
        ? { project_ids: emulator.projects.ovh.join() }
        : { scw_project_ids: emulator.projects.scaleway.join() },
    "with an organization, or in one region": (id): Readonly<Record<string, string>> =>
      id === "ovh"
        ? { regions: "GRA11" }
        : { scw_organization_id: emulator.scalewayOrganizationId, scw_scope: "organization", regions: "fr-par" },
  };

  const placesOf = (list: readonly { readonly kind: string; readonly scope: string }[]): readonly string[] =>
    list.map(({ kind, scope }) => `${kind}@${scope}`).sort();

  it.each(Object.keys(configs).flatMap((name) => (["ovh", "scaleway"] as const).map((id) => ({ id, name }))))(
    "of $id has the same scopes in discovery and in preflight, $name",
    async ({ id, name }) => {
      const options = { kinds: ["*"], config: configs[name]?.(id) ?? {} };
      const { scopes } = await discoverOn(emulator, id, options);
      const { coverage } = await preflightOn(emulator, id, options);
      expect(placesOf(coverage)).toEqual(placesOf(scopes));
    },
  );

  // By itself an index names what other kinds would have told.
  it.each(every.filter(([, , { isIndex }]) => !isIndex))(
    "%s is found whole, each once, by itself",
    async (name, id) => {
      const { scopes, resources, finished } = await discoverOn(emulator, id, {
        kinds: [name],
        config: id === "ovh" ? {} : { scw_project_ids: emulator.projects.scaleway.join() },
      });
      const gaps = scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
      expect({ gaps, complete: finished.complete }).toEqual({ gaps: [], complete: true });
      const expected = emulator.expectedIds().get(name as EmulatedKind) ?? [];
      expect(expected.length).toBeGreaterThan(0);
      expect(idsOf(resources)).toEqual([...expected].sort());
      expect(new Set(resources.map(({ urn }) => urn)).size).toBe(resources.length);
    },
  );
});

describe("the narrow rules of a consumer key", () => {
  // The details of projects need a rule that covers all that is below them: none narrower is left to take away.
  const narrow = rows.ovh.filter(({ required }) => !required);

  it.each(narrow.map((kind) => [kind.id, kind] as const))(
    "are enough for %s, and none is too much",
    async (id, kind) => {
      const whole = await startEmulator(few);
      const projects = whole.projects.ovh;
      await whole.close();
      const wish: GrantWish = { kinds: [kind], projects, narrow: true, withPreflight: false };
      const text = ovhGranter.grant(wish).grants.find(({ form }) => form === "rules")?.text ?? "";
      const rules = text.split("\n").map(parseRule);
      const complete = async (ovhRules: typeof rules): Promise<boolean> => {
        const emulator = await startEmulator({ ...few, ovhRules });
        try {
          const config = { project_ids: projects.join() };
          return (await discoverOn(emulator, "ovh", { kinds: [id], config })).finished.complete;
        } finally {
          await emulator.close();
        }
      };
      expect(await complete(rules)).toBe(true);
      for (const rule of rules.filter(({ path }) => !isIdle(path, rules))) {
        const less = rules.filter((other) => other !== rule);
        expect(await complete(less), `without ${rule.method} ${rule.path}`).toBe(false);
      }
    },
  );

  /** Rules that this account happens not to need: a region that lacks the product asks for its detail, and of two forms of version 2 one is idle. */
  function isIdle(path: string, rules: readonly { readonly path: string }[]): boolean {
    const isOtherForm = (other: string): boolean => other === `/v2${path}` || path === `/v2${other}`;
    return /\/region\/\*$/.test(path) || rules.some((rule) => isOtherForm(rule.path));
  }
});
