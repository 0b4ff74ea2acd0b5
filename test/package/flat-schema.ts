import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { isRecord } from "../../src/http/answer.ts";

const nested = ["items", "properties", "patternProperties", "prefixItems"];
const branches = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$defs"];
const compound = ["object", "array"];

/**
 * The rules by which the control plane takes a config's schema and makes a form of it (PlakarKorp/pkg, validator/jsonschema):
 * an object whose every property is plain, with enums of strings, and no reference to another document.
 */
export function expectFlat(schema: Readonly<Record<string, unknown>>): void {
  expect(schema["type"]).toBe("object");
  // Without a draft's name, the control plane reads it by 2020-12, and a form by the draft that it knows.
  expect(schema).not.toHaveProperty("$schema");
  new Ajv2020({ strictRequired: false }).compile(schema);
  for (const [key, property] of Object.entries(Object(schema["properties"]))) {
    expect(property, key).toHaveProperty("type");
    expectPlain(property, key);
  }
  for (const name of branches) expectBranch(schema[name], name);
  expect(JSON.stringify(schema)).not.toMatch(/"\$ref":"[^#]/);
}

/** A branch of the root may have properties of its own, which are then plain as well. */
function expectBranch(branch: unknown, path: string): void {
  if (Array.isArray(branch)) for (const [index, part] of branch.entries()) expectBranch(part, `${path}[${index}]`);
  if (!isRecord(branch)) return;
  for (const [key, property] of Object.entries(Object(branch["properties"]))) expectPlain(property, `${path}.${key}`);
  for (const name of branches) expectBranch(branch[name], `${path}.${name}`);
}

function expectPlain(property: unknown, path: string): void {
  if (!isRecord(property)) return;
  expect(compound, path).not.toContain(property["type"]);
  for (const name of nested) expect(property, path).not.toHaveProperty(name);
  if (Array.isArray(property["enum"])) {
    for (const word of property["enum"]) expect(typeof word, path).toBe("string");
  }
  for (const name of branches) {
    for (const part of [property[name] ?? []].flat()) expectPlain(part, `${path}.${name}`);
  }
}
