import type { OvhSchema } from "./shared.ts";

const scalars: Readonly<Record<string, unknown>> = {
  string: "text",
  password: "text",
  text: "text",
  uuid: "0f0e0d0c-0b0a-4908-8706-050403020100",
  datetime: "2025-06-01T12:00:00+02:00",
  date: "2025-06-01",
  time: "12:00:00",
  duration: "P1D",
  long: 7,
  double: 7.5,
  boolean: true,
  ip: "192.0.2.1",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  ipBlock: "192.0.2.0/24",
  ipv4Block: "192.0.2.0/24",
  ipv6Block: "2001:db8::/32",
  macAddress: "00:00:5e:00:53:01",
  phoneNumber: "+33.199001234",
  any: {},
};

const urn = "urn:v1:eu:resource:vps:text";

/** A value of a schema type, every field of every model filled; with `nulls`, every nullable field of it null instead. */
function exampleOf(type: string, schema: OvhSchema, nulls = false, above: readonly string[] = []): unknown {
  const { models } = schema;
  if (type in scalars) return scalars[type];
  // A model may hold others of its own kind, such as conditions of conditions: the innermost holds none.
  if (above.includes(type.replace(/\[\]$/, ""))) return type.endsWith("[]") ? [] : null;
  if (type.endsWith("[]")) return [exampleOf(type.slice(0, -2), schema, nulls, above)];
  const map = /^map\[(.+)\](.+)$/.exec(type);
  if (map !== null) return { [String(keyOf(map[1] ?? "", models))]: exampleOf(map[2] ?? "", schema, nulls, above) };
  if (type.startsWith("complexType.UnitAndValue")) return { unit: "GB", value: 100 };
  const model = models[type];
  if (model?.enum !== undefined) return model.enum[0];
  if (model?.properties !== undefined) {
    const entries = Object.entries(model.properties).map(([key, property]) => {
      if (nulls && property.canBeNull) return [key, null];
      // The schema calls URNs texts.
      if (/urn$/i.test(key) && property.type === "string") return [key, urn];
      return [key, exampleOf(property.type, schema, nulls, [...above, type])];
    });
    return Object.fromEntries(entries);
  }
  throw new Error(`the schema has no type ${type}`);
}

function keyOf(type: string, models: OvhSchema["models"]): unknown {
  return models[type]?.enum?.[0] ?? "key";
}

export interface Variant {
  readonly title: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** A model's objects as the API may send them: every optional field absent, null, of each enum value, of an unknown one. */
export function variantsOf(modelName: string, identity: readonly string[], schema: OvhSchema): Variant[] {
  const model = schema.models[modelName];
  if (model?.properties === undefined) throw new Error(`the schema has no model ${modelName}`);
  const whole = exampleOf(modelName, schema) as Record<string, unknown>;
  const properties = Object.entries(model.properties);
  const nullable = properties
    .filter(([key, { canBeNull }]) => canBeNull && !identity.includes(key))
    .map(([key]) => key);
  const without = (key: string) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
  return [
    { title: "whole", item: whole },
    { title: "with a field that nobody knows", item: { ...whole, fieldOfTomorrow: { any: ["thing"] } } },
    { title: "every nullable null", item: { ...whole, ...Object.fromEntries(nullable.map((key) => [key, null])) } },
    { title: "every nullable null, at every depth", item: exampleOf(modelName, schema, true) as typeof whole },
    { title: "identity alone", item: Object.fromEntries(identity.map((key) => [key, whole[key]])) },
    ...nullable.map((key) => ({ title: `${key} null`, item: { ...whole, [key]: null } })),
    ...properties
      .filter(([key]) => !identity.includes(key))
      .map(([key]) => ({ title: `without ${key}`, item: without(key) })),
    ...properties.flatMap(([key, { type }]) =>
      valuesOf(schema.models[type]?.enum).map((value) => ({
        title: `${key} ${value}`,
        item: { ...whole, [key]: value },
      })),
    ),
  ];
}

/** The values of an enum, and one that is not among them. */
function valuesOf(values: readonly unknown[] = []): readonly unknown[] {
  const [first] = values;
  if (first === undefined) return [];
  return [...values, typeof first === "number" ? 1_000_003 : "value-of-tomorrow"];
}
