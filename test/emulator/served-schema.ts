import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mismatchesOf, type Schema } from "./ovh-schema.ts";

const vendorFile = new URL("../../vendor/ovhcloud.json", import.meta.url);
const { secrets } = JSON.parse(readFileSync(vendorFile, "utf8")) as { secrets: Record<string, readonly string[]> };

const directory = new URL("../../../shared/ovhcloud-schema/", import.meta.url);

/** The schema is OVHcloud's, not part of the project; where it is absent, the tests that need it are skipped. */
export const hasSchema = existsSync(directory);

function read(version: string): readonly Schema[] {
  if (!hasSchema) return [];
  const folder = new URL(`${version}/`, directory);
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Schema);
}

const schemas = { v1: read("v1"), v2: read("v2") };
const models = Object.assign({}, ...[...schemas.v1, ...schemas.v2].map((schema) => schema.models)) as Schema["models"];

function getOf(path: string) {
  const [version, bare] = path.startsWith("/v2/") ? (["v2", path.slice(3)] as const) : (["v1", path] as const);
  return schemas[version]
    .flatMap(({ apis }) => apis)
    .find((api) => api.path === bare)
    ?.operations.find(({ httpMethod }) => httpMethod === "GET");
}

/** What a path answers according to the schema, or undefined where the schema has no such path. */
export function responseTypeOf(path: string): string | undefined {
  return getOf(path)?.responseType;
}

/** The IAM actions that a path needs according to the schema. */
export function actionsOf(path: string): string[] {
  return (getOf(path)?.iamActions ?? []).map(({ name }) => name);
}

/** What no row may keep of a list's items, such as a password or the link to a dump: answers have it, examples never do. */
export function secretFieldsOf(listPath: string): readonly string[] {
  return secrets[listPath] ?? [];
}

/**
 * Everything in a value that its type in the schema does not allow. An example leaves out what has no healthy value, such as the
 * reason of a lock, and the fields that are secret; and the schema's generic types name their parameter `T`.
 */
export function mismatches(value: unknown, type: string, secretFields: readonly string[] = []): string[] {
  const left = secretFields.map((field) => `$.${field} is missing`);
  return mismatchesOf(models, value, type).filter(
    (mismatch) => !left.includes(mismatch) && !/^\$\.\S+\.\S+ is missing$| is not a T$/.test(mismatch),
  );
}
