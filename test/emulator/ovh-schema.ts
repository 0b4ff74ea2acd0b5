import { existsSync, readFileSync } from "node:fs";

interface Operation {
  httpMethod: string;
  responseType: string;
  iamActions?: { name: string }[];
}

/** The parts of OVHcloud's published API schema that the tests read. */
export interface Schema {
  apis: { path: string; operations: Operation[] }[];
  models: Record<string, { enum?: unknown[]; properties?: Record<string, { type: string; canBeNull?: boolean }> }>;
}

const directory = new URL("../../../shared/ovhcloud-schema/", import.meta.url);

/** The schema is OVHcloud's, not part of the project; where it is absent, the tests that need it are skipped. */
export const hasSchema = existsSync(directory);

function read(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`${name}.json`, directory), "utf8")) as Schema;
}

const schemas = hasSchema ? ["v1/auth", "v1/cloud", "v1/me", "v2/iam"].map((name) => read(name)) : [];
const models = Object.assign({}, ...schemas.map((schema) => schema.models)) as Schema["models"];

function operationOf(method: string, path: string): Operation | undefined {
  return schemas
    .flatMap(({ apis }) => apis)
    .find((api) => api.path === path.replace(/^\/v2\//, "/"))
    ?.operations.find(({ httpMethod }) => httpMethod === method);
}

/** What a route answers according to the schema, or undefined where the schema has no such route. */
export function responseTypeOf(method: string, path: string): string | undefined {
  return operationOf(method, path)?.responseType;
}

/** The IAM actions that a route needs according to the schema. */
export function actionsOf(method: string, path: string): string[] {
  return (operationOf(method, path)?.iamActions ?? []).map(({ name }) => name);
}

/** Everything in a value that its type in the schema does not allow. */
export function mismatches(value: unknown, type: string): string[] {
  return mismatchesOf(models, value, type);
}

/** The same, by the models of any schema. */
export function mismatchesOf(models: Schema["models"], value: unknown, type: string, where = "$"): string[] {
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return [`${where} is not a list`];
    return value.flatMap((item, index) => mismatchesOf(models, item, type.slice(0, -2), `${where}[${index}]`));
  }
  const model = models[type];
  if (model?.enum) return model.enum.includes(value) ? [] : [`${where} is ${String(value)}, not a ${type}`];
  if (model?.properties) return objectMismatches(models, value, model.properties, where);
  return isPrimitive(value, type) ? [] : [`${where} is not a ${type}`];
}

function objectMismatches(
  models: Schema["models"],
  value: unknown,
  properties: Record<string, { type: string; canBeNull?: boolean }>,
  where: string,
): string[] {
  const fields = Object.entries(value as Record<string, unknown>);
  const unknown = fields.filter(([name]) => !(name in properties)).map(([name]) => `${where}.${name} is unknown`);
  const wrong = fields.flatMap(([name, field]) => {
    const property = properties[name];
    if (property === undefined || (field === null && property.canBeNull)) return [];
    return mismatchesOf(models, field, property.type, `${where}.${name}`);
  });
  // `objects` is deprecated in lists and left out of details on request.
  const missing = Object.entries(properties)
    .filter(([name, { canBeNull }]) => !canBeNull && name !== "objects" && !fields.some(([field]) => field === name))
    .map(([name]) => `${where}.${name} is missing`);
  return [...unknown, ...wrong, ...missing];
}

function isPrimitive(value: unknown, type: string): boolean {
  if (type === "void") return value === null;
  if (type === "long") return Number.isInteger(value);
  if (type === "double") return typeof value === "number";
  if (type === "boolean") return typeof value === "boolean";
  if (type === "datetime") return !Number.isNaN(Date.parse(String(value)));
  return type.startsWith("map[") || type.startsWith("complexType.") || typeof value === "string";
}
