import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { isRecord } from "../../src/http/answer.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { fixtureOf } from "../contract/fixtures.ts";
import { listPathOf, rowsOf } from "../rows.ts";

const canary = "canary-of-a-field-that-nobody-allowed";
const vendors = ["ovhcloud", "scaleway"].map(
  (name) =>
    JSON.parse(readFileSync(new URL(`../../vendor/${name}.json`, import.meta.url), "utf8")) as {
      readonly secrets: Readonly<Record<string, readonly string[]>>;
    },
);
const anonymous = (path: string): string => path.replace(/\{\w+\}/g, "{}");
const secretsOf = new Map(
  vendors.flatMap(({ secrets }) => Object.entries(secrets).map(([path, fields]) => [anonymous(path), fields] as const)),
);

const rows = [...(await rowsOf("ovh")), ...(await rowsOf("scaleway")), ...(await rowsOf("ovh-data-platform"))];

/** The schema below the wrappers that say that a value may be missing. */
function bare(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema;
  while (inner !== undefined && "unwrap" in inner.def === false && "innerType" in inner.def)
    inner = inner.def.innerType as z.ZodType;
  return inner;
}

/** The item with a canary in every text that its schema does not name, in objects of every depth. */
function planted(value: unknown, schema: z.ZodType | undefined): unknown {
  const known = bare(schema);
  if (typeof value === "string") return known === undefined ? canary : value;
  if (Array.isArray(value)) {
    const element = known?.def.type === "array" ? (known as z.ZodArray<z.ZodType>).element : known;
    return value.map((entry) => planted(entry, element));
  }
  if (!isRecord(value)) return value;
  const shape = known?.def.type === "object" ? (known as z.ZodObject).shape : undefined;
  const of = known?.def.type === "record" ? (known as z.ZodRecord).valueType : undefined;
  const fields = Object.entries(value).map(([key, entry]) => [
    key,
    planted(entry, (shape?.[key] ?? of) as z.ZodType | undefined),
  ]);
  // A map holds what the customer names; an object holds what the schema names and no more.
  return { ...Object.fromEntries(fields), ...(of === undefined ? { unnamed: canary, password: canary } : {}) };
}

/** The item with a canary in a field, and in each entry of the lists and maps on the way there. */
function withSecret(value: unknown, steps: readonly string[]): unknown {
  const [step = "", ...rest] = steps;
  if (steps.length === 0) return canary;
  if (Array.isArray(value)) return value.map((entry) => withSecret(entry, steps));
  const known = isRecord(value) ? value : {};
  if (step === "*")
    return Object.fromEntries(Object.entries(known).map(([key, entry]) => [key, withSecret(entry, rest)]));
  return { ...known, [step]: withSecret(known[step], rest) };
}

/** The fields of the row's answers that the vendors' sources call secret. */
function secretFieldsOf(kind: ListedKind): readonly string[] {
  const routes = [listPathOf(kind), ...kind.list.calls.map(({ path }) => path)].map(anonymous);
  return [...new Set(routes.flatMap((route) => secretsOf.get(route) ?? []))];
}

describe.each(rows.map((kind) => [kind.id, kind] as const))("%s", (id, kind) => {
  const { item, scope } = fixtureOf(kind.provider, id);
  const read = (raw: unknown): string => JSON.stringify(kind.read(raw, scope)?.resource ?? {});

  it("tells nothing of a field that its schema does not name", () => {
    expect(read(item)).toContain(`"kind":"${id}"`);
    expect(read(planted(item, kind.schema))).not.toContain(canary);
  });

  it.skipIf(secretFieldsOf(kind).length === 0)("tells nothing of a field that is secret", () => {
    for (const field of secretFieldsOf(kind)) {
      const steps = field.replaceAll("[]", "").split(".");
      expect([field, read(withSecret(item, steps))]).not.toEqual([field, expect.stringContaining(canary)]);
    }
  });
});

it("knows secret fields of the vendors' answers", () => {
  expect(rows.filter((kind) => secretFieldsOf(kind).length > 0).length).toBeGreaterThan(5);
});
