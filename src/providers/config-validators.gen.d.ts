import type { SchemaError } from "../config/schema-problems.ts";

/** What ajv writes for one schema: whether a config is valid; `errors` says why not. */
interface ConfigValidator {
  (values: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** By inventory. */
export declare const configValidators: Readonly<Record<string, ConfigValidator>>;
