import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { ScopeEvent } from "../../src/inventory/event.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import type { GrantWish } from "../../src/preflight/grant.ts";
import { ovhGranter } from "../../src/providers/ovh/grants.ts";
import { callsOf } from "../../src/providers/ovh/kind.ts";
import { covers, parseRule } from "../../src/providers/ovh/preflight/access-rules.ts";
import { isProjectKind } from "../../src/providers/ovh/scopes.ts";
import { scalewayGranter } from "../../src/providers/scaleway/grants.ts";
import { preflightOn } from "../preflight/run.ts";
import { rowsOf } from "../rows.ts";
import { askWithoutConnections } from "../without-connections.ts";
import { discoverOn, type Found, type RunOptions } from "./run.ts";

const scalewayKinds = (await rowsOf("scaleway")).filter(({ locality }) => locality !== "organization");

// What is worked out here is worked out by the lists themselves; `every-kind.test.ts` takes rules away from all others.
const ovhKinds = (await rowsOf("ovh")).filter(
  ({ locality, below, required }) => (locality !== "account" || required) && !below,
);

// Four regions: some have no buckets, some no volumes, so that the products' absence has to be confirmed.
const ovhAccount: EmulatorOptions = { ovhProjects: 2, ovhRegions: 4, resources: 2 };

async function withEmulator<Result>(
  options: EmulatorOptions,
  use: (emulator: Emulator) => Promise<Result>,
): Promise<Result> {
  const emulator = await startEmulator(options);
  const restore = askWithoutConnections(emulator);
  try {
    return await use(emulator);
  } finally {
    restore();
    await emulator.close();
  }
}

const projects = await withEmulator(ovhAccount, async (emulator) => emulator.projects);

interface Choice {
  readonly kinds: readonly ListedKind[];
  readonly projects: readonly string[];
  readonly narrow: boolean;
}

function ovhForm(form: string, choice: Choice): string {
  const wish: GrantWish = { ...choice, withPreflight: false };
  return ovhGranter.grant(wish).grants.find((grant) => grant.form === form)?.text ?? "";
}

const openWith = <Result>(
  rules: readonly string[],
  { kinds, projects: named }: Choice,
  use: (emulator: Emulator, id: "ovh", options: RunOptions) => Promise<Result>,
): Promise<Result> =>
  withEmulator({ ...ovhAccount, ovhRules: rules.map(parseRule) }, (emulator) => {
    const config = named.length > 0 ? { project_ids: named.join() } : {};
    return use(emulator, "ovh", { kinds: kinds.map(({ id }) => id), config });
  });
const discoverWith = (rules: readonly string[], choice: Choice) => openWith(rules, choice, discoverOn);
const preflightWith = (rules: readonly string[], choice: Choice) => openWith(rules, choice, preflightOn);

/** What a rule allows: calls of version 2 have two rules, of which each is enough, so that they are taken away together. */
const callOf = (rule: string): string => rule.replace(/^GET \/v2(?=\/)/, "GET ");

const outcomes = (scopes: readonly ScopeEvent[]): string[] =>
  scopes.map(({ kind, scope, outcome }) => `${kind} ${scope} ${outcome}`).sort();

describe("a generated set of OVHcloud's access rules", () => {
  const choices: readonly Choice[] = [
    ...ovhKinds.map((kind) => ({ kinds: [kind], projects: [], narrow: true })),
    ...ovhKinds.map((kind) => ({ kinds: [kind], projects: projects.ovh, narrow: true })),
    { kinds: ovhKinds, projects: projects.ovh.slice(0, 1), narrow: false },
    { kinds: ovhKinds, projects: projects.ovh, narrow: true },
  ];
  const names = choices.map((choice) => ({
    choice,
    name: `${choice.narrow ? "narrow" : "broad"} for ${choice.kinds.map(({ id }) => id).join()} in ${choice.projects.length || "all"} projects`,
  }));

  it.each(names)("$name is enough, and no rule of it is too much", async ({ choice }) => {
    const rules = ovhForm("rules", choice).split("\n");
    const whole = await discoverWith(rules, choice);
    expect(whole.finished).toMatchObject({ complete: true });
    expect(await preflightWith(rules, choice)).toMatchObject({ verdict: "usable" });
    for (const removed of rules) {
      const rest = rules.filter((rule) => callOf(rule) !== callOf(removed));
      const { scopes } = await discoverWith(rest, choice);
      expect(outcomes(scopes), `without ${removed}`).toEqual(predicted(whole.scopes, rest, choice));
      expect(scopes.some(({ outcome }) => outcome === "denied")).toBe(true);
    }
  });

  it("is enough for any choice of kinds and projects", async () => {
    const anyChoice = fc.record({
      kinds: fc.subarray([...ovhKinds], { minLength: 1 }),
      projects: fc.subarray([...projects.ovh]),
      narrow: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anyChoice, fc.nat(), async (choice, place) => {
        const rules = ovhForm("rules", choice).split("\n");
        const whole = await discoverWith(rules, choice);
        expect(whole.finished).toMatchObject({ complete: true });
        const removed = rules[place % rules.length] ?? "";
        const rest = rules.filter((rule) => callOf(rule) !== callOf(removed));
        const { scopes } = await discoverWith(rest, choice);
        expect(outcomes(scopes)).toEqual(predicted(whole.scopes, rest, choice));
      }),
      { numRuns: 25 },
    );
  });
});

/** What discovery has to say with these rules, worked out from what it said with all that it needs. */
function predicted(scopes: readonly ScopeEvent[], rules: readonly string[], choice: Choice): string[] {
  const isGranted = (path: string): boolean => rules.some((rule) => covers(parseRule(rule), { method: "GET", path }));
  const ends = scopes.map(({ kind, scope, outcome, count }) => {
    const row = choice.kinds.find(({ id }) => id === kind) as ListedKind;
    if (choice.projects.length === 0 && !isGranted("/cloud/project")) return `${kind} account denied`;
    const [project = "", locality = ""] = scope.split("/");
    const regions = `/cloud/project/${project}/region`;
    if (row.locality === "region" && !isGranted(regions)) return `${kind} ${project} denied`;
    const details = scope === "account" ? projects.ovh : [isProjectKind(row) ? project : "any-item"];
    const asked = callsOf(row)
      .filter(({ template }) => template !== "/cloud/project")
      .filter(({ whereAbsent = false }) => !whereAbsent || outcome === "not-offered")
      .filter(({ template }) => !template.endsWith("{id}") || (count > 0 && outcome === "completed"))
      .flatMap(({ template }) => details.map((id) => fill(template, { project, locality, id })));
    return `${kind} ${scope} ${asked.every(isGranted) ? outcome : "denied"}`;
  });
  return [...new Set(ends)].sort();
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? "");
}

describe("a generated IAM policy of OVHcloud", () => {
  interface Policy {
    readonly resources: readonly { readonly urn: string }[];
    readonly permissions: { readonly allow: readonly { readonly action: string }[] };
  }
  const policyFor = (choice: Choice): Policy => JSON.parse(ovhForm("policy", choice));

  /** The emulated account, opened with a token whose rights are the policy's, less one action. */
  const withPolicy = <Result>(
    { resources, permissions }: Policy,
    { kinds, projects: named }: Choice,
    use: (emulator: Emulator, id: "ovh", options: RunOptions) => Promise<Result>,
    removed?: string,
  ): Promise<Result> => {
    const ids = resources.map(({ urn }) => urn.split(":").at(-1) ?? "");
    const place = ids.includes("*") ? {} : { projects: ids };
    const allowed = permissions.allow.filter(({ action }) => action !== removed);
    const ovhGrants = allowed.map(({ action }) => ({ action, ...place }));
    return withEmulator({ ...ovhAccount, ovhGrants }, (emulator) => {
      const noKeys = { application_key: "", application_secret: "", consumer_key: "" };
      const token = { ...noKeys, ...emulator.credentials.ovhAccessToken };
      const config = named.length > 0 ? { ...token, project_ids: named.join() } : token;
      return use(emulator, "ovh", { kinds: kinds.map(({ id }) => id), config });
    });
  };

  const choices: readonly Choice[] = [
    ...ovhKinds.map((kind) => ({ kinds: [kind], projects: [], narrow: true })),
    { kinds: ovhKinds, projects: projects.ovh.slice(1), narrow: true },
    { kinds: ovhKinds, projects: [], narrow: false },
  ];

  it.each(choices.map((choice) => ({ choice, name: choice.kinds.map(({ id }) => id).join() })))(
    "is enough for $name, and no action of the kinds is too much",
    async ({ choice }) => {
      const policy = policyFor(choice);
      expect((await withPolicy(policy, choice, discoverOn)).finished).toMatchObject({ complete: true });
      expect(await withPolicy(policy, choice, preflightOn)).toMatchObject({ verdict: "usable" });
      for (const { action } of policy.permissions.allow) {
        const { scopes } = await withPolicy(policy, choice, discoverOn, action);
        const needing = choice.kinds.filter(({ rights }) => rights["actions"]?.includes(action)).map(({ id }) => id);
        const read = scopes.filter(({ kind, outcome }) => needing.includes(kind) && outcome === "completed");
        expect(read, `without ${action}`).toEqual([]);
        expect(scopes.some(({ outcome }) => outcome === "denied")).toBe(true);
      }
    },
  );
});

describe("a generated set of Scaleway's permission sets", () => {
  const account: EmulatorOptions = { scalewayProjects: 2, zones: 2, resources: 1 };

  const setsFor = (kinds: readonly ListedKind[], narrow: boolean): readonly PolicyRule[] => {
    const wish: GrantWish = { kinds, projects: projects.scaleway.slice(0, 1), narrow, withPreflight: false };
    const text = scalewayGranter.grant(wish).grants.find(({ form }) => form === "json")?.text ?? "";
    return JSON.parse(text).rules;
  };
  interface PolicyRule {
    readonly permission_set_names: readonly string[];
    readonly project_ids?: readonly string[];
  }
  const discoverWithSets = (
    rules: readonly PolicyRule[],
    kinds: readonly ListedKind[],
    options: EmulatorOptions = account,
  ): Promise<Found> => {
    const scalewayRules = rules.map(({ permission_set_names, project_ids }) => ({
      permissionSets: permission_set_names,
      scope: project_ids ?? ("organization" as const),
    }));
    return withEmulator({ ...options, scalewayRules }, (emulator) =>
      discoverOn(emulator, "scaleway", { kinds: kinds.map(({ id }) => id) }),
    );
  };
  const without = (rules: readonly PolicyRule[], set: string): readonly PolicyRule[] =>
    rules.map((rule) => ({ ...rule, permission_set_names: rule.permission_set_names.filter((name) => name !== set) }));

  const choices = [...scalewayKinds.map((kind) => [kind]), [...scalewayKinds]];

  it.each(choices.map((kinds) => ({ kinds, name: kinds.map(({ id }) => id).join() })))(
    "is enough for $name, and no set of the kinds is too much",
    async ({ kinds }) => {
      const rules = setsFor(kinds, true);
      expect((await discoverWithSets(rules, kinds)).finished).toMatchObject({ complete: true });
      expect((await discoverWithSets(setsFor(kinds, false), kinds)).finished).toMatchObject({ complete: true });
      // Nothing in the account: each empty list has to be told from a project that does not exist.
      const empty = await discoverWithSets(rules, kinds, { ...account, resources: 0, scalewayProjects: 2 });
      expect(empty.finished).toMatchObject({ complete: true });
      for (const set of new Set(rules.flatMap((rule) => rule.permission_set_names))) {
        const needing = kinds.filter(({ rights }) => rights["permissionSets"]?.includes(set)).map(({ id }) => id);
        const { scopes } = await discoverWithSets(without(rules, set), kinds);
        const lost = scopes.filter(({ outcome }) => outcome === "denied").map(({ kind }) => kind);
        expect(new Set(lost), `without ${set}`).toEqual(new Set(needing));
        const kept = scopes.filter(({ kind, outcome }) => needing.includes(kind) && outcome === "completed");
        expect(kept).toEqual([]);
      }
    },
  );

  it("has a set of its own for empty lists, without which they are not believed", async () => {
    const kinds = scalewayKinds.filter(({ id }) => id === "scaleway.instance.server");
    const rules = without(setsFor(kinds, true), "ObjectStorageBucketsRead");
    const { finished } = await discoverWithSets(rules, kinds, { ...account, resources: 0 });
    expect(finished).toMatchObject({ complete: false });
  });
});
