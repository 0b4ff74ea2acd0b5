import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { OvhConfig, ovhFamilies } from "../../src/providers/ovh/config.ts";
import { endpointNames } from "../../src/providers/ovh/endpoints.ts";
import { DataPlatformConfig } from "../../src/providers/ovh-data-platform/config.ts";
import { ScalewayConfig } from "../../src/providers/scaleway/config.ts";
import { schemaOf, validatorOf } from "../schemas.ts";

const uuid = fc.uuid();
const anything = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom("1", "0", "100", "101", "abc", "SCW", "*", "a,b", ",", " 7"),
);
const text = (good: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary: good },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const key = fc.stringMatching(/^[A-Za-z0-9]{8,40}$/);
const common = {
  kinds: text(fc.constantFrom("ovh.*", "*snapshot, *.volume", "scaleway.block.volume")),
  regions: text(fc.constantFrom("fr-par", "GRA, EU-WEST-PAR", "fr-par-1,")),
  max_in_flight: text(fc.integer({ min: -1, max: 120 }).map(String)),
  max_requests_per_minute: text(fc.integer({ min: -1, max: 2_000_000 }).map(String)),
};
const familyKeys = ovhFamilies.flatMap(({ keys }): readonly string[] => keys);
const configs = {
  ovh: fc
    .record({
      family: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({ application_key: text(key), application_secret: text(key), consumer_key: text(key) }),
        },
        { weight: 3, arbitrary: fc.record({ client_id: text(key.map((id) => `EU.${id}`)), client_secret: text(key) }) },
        { weight: 3, arbitrary: fc.record({ access_token: text(key.map((token) => `${token}-._~+/==`)) }) },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      // A stray key of another family, now and then.
      stray: fc.option(fc.dictionary(fc.constantFrom(...familyKeys), key, { maxKeys: 2 }), { nil: {}, freq: 3 }),
      rest: fc.record({
        endpoint: text(fc.constantFrom(...endpointNames)),
        project_ids: text(fc.stringMatching(/^[0-9a-f]{32}(, ?[0-9a-f]{32}){0,2}$/)),
        ...common,
      }),
    })
    .map(({ family, stray, rest }) => ({ ...rest, ...stray, ...family })),
  scaleway: fc.record({
    scw_project_id: text(
      fc.oneof(
        uuid,
        uuid.map((id) => id.toUpperCase()),
      ),
    ),
    scw_access_key: text(fc.stringMatching(/^SCW[A-Z0-9]{17}$/)),
    scw_secret_key: text(uuid),
    scw_project_ids: text(fc.array(uuid, { minLength: 1, maxLength: 3 }).map((ids) => ids.join(", "))),
    scw_scope: text(fc.constantFrom("organization", "project")),
    scw_organization_id: text(uuid),
    ...common,
  }),
  "ovh-data-platform": fc.record({
    project_subdomain: text(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)),
    api_key: text(fc.stringMatching(/^[A-Za-z0-9-]{8,40}$/)),
    secret_key: text(fc.stringMatching(/^[A-Za-z0-9-]{8,40}$/)),
    key_expires_at: text(fc.constantFrom("2026-12-31", "2024-02-29T08:00:00+02:00", "2026-02-29", "2026-12-31T08:00")),
    ...common,
  }),
};

// By their own defaults: the draft that a validator knows best is what it reads a schema by that names none.
const drafts = { "draft 7": Ajv, "draft 2019-09": Ajv2019, "draft 2020-12": Ajv2020 };

/** What a wizard hands over: trimmed, and without the fields that were left empty. */
function tidy(raw: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(raw).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(entries);
}

describe.each([
  ["ovh", OvhConfig, ovhFamilies.map(({ kind }): string => kind).sort()],
  ["scaleway", ScalewayConfig, ["scaleway"]],
  ["ovh-data-platform", DataPlatformConfig, ["ovh-data-platform"]],
] as const)("the config schema of %s", (id, schema, kinds) => {
  const isValid = validatorOf(`${id}-config.schema.json`);
  const byDraft = Object.entries(drafts).map(
    ([draft, Validator]) => [draft, new Validator().compile(schemaOf(`${id}-config.schema.json`))] as const,
  );

  it("accepts and refuses what we do", () => {
    const accepted: Record<string, number> = {};
    fc.assert(
      fc.property(configs[id], (raw) => {
        const config = tidy(raw);
        let ours = true;
        try {
          readConfig<unknown>(schema, config, "name");
        } catch {
          ours = false;
        }
        // Some rules span two keys and are checked beside the schema: keys that are one and the same.
        fc.pre(config["scw_project_id"] === undefined || config["scw_project_id"] !== config["scw_secret_key"]);
        fc.pre(config["api_key"] === undefined || config["api_key"] !== config["secret_key"]);
        const kind = ovhFamilies.find(({ keys: [first] }) => first in config)?.kind ?? id;
        if (ours) accepted[kind] = (accepted[kind] ?? 0) + 1;
        expect(isValid(config), JSON.stringify(isValid.errors)).toBe(ours);
        for (const [draft, accepts] of byDraft) expect(accepts(config), draft).toBe(ours);
      }),
      { numRuns: 1_500 },
    );
    expect(Object.keys(accepted).sort()).toEqual(kinds);
    for (const kind of kinds) expect(accepted[kind], kind).toBeGreaterThan(10);
  });

  it("is flat, of strings alone, and refuses unknown keys, as Plakar's validator asks", () => {
    const { type, properties, additionalProperties } = isValid.schema as Record<string, unknown>;
    expect({ type, additionalProperties }).toEqual({ type: "object", additionalProperties: false });
    for (const [name, property] of Object.entries(properties as Record<string, Record<string, unknown>>)) {
      expect(property["type"], name).toBe("string");
      expect(String(property["description"]).length, name).toBeGreaterThan(10);
      for (const value of (property["enum"] as unknown[] | undefined) ?? []) expect(typeof value).toBe("string");
    }
    expect(isValid({ unknown: "key" })).toBe(false);
  });
});
