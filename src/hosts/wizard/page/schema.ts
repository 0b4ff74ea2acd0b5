import { configSchemas } from "../../../providers/config-forms.gen.ts";

/** What the config's schema says of one key. */
export interface KeySchema {
  readonly description?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

/** The keys without which no config opens, whatever the way to sign in. */
export function requiredKeys(inventory: string): readonly string[] {
  const required = configSchemas[inventory]?.["required"];
  return Array.isArray(required) ? required.map(String) : [];
}

export function schemaOf(inventory: string, key: string): KeySchema {
  const properties = (configSchemas[inventory]?.["properties"] ?? {}) as Readonly<Record<string, KeySchema>>;
  return properties[key] ?? {};
}
