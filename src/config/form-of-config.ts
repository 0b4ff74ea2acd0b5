import type { ConfigForm, KeyForm } from "./config-form.ts";
import type { DescribedConfig, KeyNotes } from "./config-schema.ts";
import type { CredentialFamily } from "./credential-families.ts";
import { keyGroups } from "./key-groups.ts";
import type { Config } from "./read-config.ts";
import { sentences } from "./sentences.ts";

interface FormParts {
  readonly id: string;
  readonly title: string;
  readonly config: Config<unknown>;
  readonly families: readonly CredentialFamily[];
  /** What each key is called elsewhere. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** What a form needs beside the JSON Schema of a config, made of what the config's own schema says. */
export function formOfConfig(
  { schema, notes }: DescribedConfig,
  { id, title, config, families, names }: FormParts,
): ConfigForm {
  const properties = Object.entries(Object(schema["properties"]));
  return {
    $schema: "./config-form.schema.json",
    inventory: id,
    title,
    configSchema: `./${id}-config.schema.json`,
    credentials: families.map(({ kind, title: name, purpose = "", keys, pages = [] }) => ({
      kind,
      title: name,
      purpose,
      configSchema: `./${kind}-config.schema.json`,
      keys: [...keys],
      pages: pages.map((page) => ({ ...page })),
    })),
    groups: groupsOf(notes),
    keys: Object.fromEntries(
      properties.map(([key, property]) => [key, keyFormOf(key, Object(property), notes[key], config, names[key])]),
    ),
  };
}

function groupsOf(notes: DescribedConfig["notes"]): ConfigForm["groups"] {
  const keysOf = (id: string) => Object.keys(notes).filter((key) => notes[key]?.group === id);
  const groups = (Object.keys(keyGroups) as (keyof typeof keyGroups)[]).map((id) => ({
    id,
    ...keyGroups[id],
    keys: keysOf(id),
  }));
  return groups.filter(({ keys }) => keys.length > 0);
}

function keyFormOf(
  key: string,
  property: Readonly<Record<string, unknown>>,
  said: KeyNotes | undefined,
  config: Config<unknown>,
  names: readonly string[] = [],
): KeyForm {
  const { names: noted = [], ...hints } = { ...said?.notes };
  return {
    title: String(property["title"]),
    secret: said?.secret ?? false,
    masked: property["writeOnly"] === true,
    errors: errorsOf(property, config.shape[key]),
    ...hints,
    names: [...new Set([key, ...names, ...[noted].flat().map(String)])],
  };
}

/** A value that has no form of ours, so that a refusal says the rule alone. */
const formless = "\u0000";

function errorsOf(property: Readonly<Record<string, unknown>>, field: Config<unknown>["shape"][string] | undefined) {
  const [issue] = field?.safeParse(formless).error?.issues ?? [];
  const words = property["enum"];
  return {
    required: sentences.missing.problem,
    ...(Array.isArray(words) ? { enum: `must be one of ${words.join(", ")}` } : {}),
    ...(property["pattern"] !== undefined && issue !== undefined ? { pattern: issue.message } : {}),
  };
}
