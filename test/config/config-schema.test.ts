import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { OvhConfig } from "../../src/providers/ovh/config.ts";
import { endpointNames } from "../../src/providers/ovh/endpoints.ts";
import { DataPlatformConfig } from "../../src/providers/ovh-data-platform/config.ts";
import { ScalewayConfig } from "../../src/providers/scaleway/config.ts";
import { validatorOf } from "../schemas.ts";

const uuid = fc.uuid();
const anything = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom("1", "0", "100", "101", "abc", "SCW", "*", "a,b", ",", " 7"),
);
const text = (good: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const key = fc.stringMatching(/^[A-Za-z0-9]{8,40}$/);
const common = {
  kinds: text(fc.constantFrom("ovh.*", "*snapshot, *.volume", "scaleway.block.volume")),
  max_in_flight: text(fc.integer({ min: -1, max: 120 }).map(String)),
  max_requests_per_minute: text(fc.integer({ min: -1, max: 2_000_000 }).map(String)),
};
const configs = {
  ovh: fc.record({
    endpoint: text(fc.constantFrom(...endpointNames)),
    application_key: text(key),
    application_secret: text(key),
    consumer_key: text(key),
    project_ids: text(fc.stringMatching(/^[0-9a-f]{32}(, ?[0-9a-f]{32}){0,2}$/)),
    ...common,
  }),
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

/** What a wizard hands over: trimmed, and without the fields that were left empty. */
function tidy(raw: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(raw).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(entries);
}

describe.each([
  ["ovh", OvhConfig],
  ["scaleway", ScalewayConfig],
  ["ovh-data-platform", DataPlatformConfig],
] as const)("the config schema of %s", (id, schema) => {
  const isValid = validatorOf(`${id}-config.schema.json`);

  it("accepts and refuses what we do", () => {
    let accepted = 0;
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
        if (ours) accepted += 1;
        expect(isValid(config), JSON.stringify(isValid.errors)).toBe(ours);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(10);
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
