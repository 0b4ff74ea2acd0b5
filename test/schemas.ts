import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
formats.default(ajv);
const validators = new Map<string, ValidateFunction>();

/** Compiles one of the checked-in JSON Schemas, the way a consumer would; once for all files of a worker. */
export function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const validator = ajv.compile(schemaOf(name));
  validators.set(name, validator);
  return validator;
}

/** One of the checked-in JSON Schemas. */
export function schemaOf(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8"));
}
