import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
formats.default(ajv);

/** Compiles one of the checked-in JSON Schemas, the way a consumer would. */
export function validatorOf(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8")));
}
