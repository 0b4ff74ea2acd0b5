import { configSchemas } from "../../../providers/config-forms.gen.ts";

/** What the config's schema says of one key. */
export interface KeySchema {
  readonly description?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

export function schemaOf(inventory: string, key: string): KeySchema {
  const properties = (configSchemas[inventory]?.["properties"] ?? {}) as Readonly<Record<string, KeySchema>>;
  return properties[key] ?? {};
}
