import * as z from "zod";
import { type CredentialFamily, familySchema } from "./credential-families.ts";
import { isKeyGroup, type KeyGroup, keyGroups } from "./key-groups.ts";
import type { Config } from "./read-config.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a config's own schema says of one key beside what a JSON Schema can say. */
export interface KeyNotes {
  readonly group: KeyGroup;
  /** Part of a credential: nobody prints it. */
  readonly secret: boolean;
  /** Part of a credential that only names it, so that a form may show it. */
  readonly identifier: boolean;
  readonly notes: Json;
}

export interface DescribedConfig {
  /** The JSON Schema. */
  readonly schema: Json;
  readonly notes: Readonly<Record<string, KeyNotes>>;
}

// Keywords that are ours: they go to the form's annotations, since ajv refuses a schema with keywords that it does not know.
const ours = ["group", "secret", "identifier", "lookalikes", "suggestions", "names", "usualLength"];

/**
 * The JSON Schema of a config, for a wizard to build its form from: flat, strings only, unknown keys refused (PlakarKorp/pkg,
 * validator/jsonschema). It names no draft and holds only what draft 7 and 2020-12 read alike, so that each validator takes
 * it by its own: Plakar's by 2020-12, that of a form of rjsf by draft 7, which knows no other.
 */
export function describeConfig(
  config: Config<unknown>,
  families: readonly CredentialFamily[],
  { id, title }: { readonly id: string; readonly title: string },
): DescribedConfig {
  const {
    $schema: _draft,
    type,
    properties = {},
    ...schema
  } = z.toJSONSchema(config, { target: "draft-7", io: "input" });
  const ofFamilies = families.flatMap(({ keys }) => keys);
  const described = Object.entries(properties).map(([key, property]) => {
    const group = ofFamilies.includes(key) ? "credential" : "scope";
    return { key, ...splitProperty(key, Object(property), group) };
  });
  // A form shows keys in the order of the schema.
  const ordered = Object.keys(keyGroups).flatMap((group) => described.filter(({ notes }) => notes.group === group));
  return {
    schema: {
      $id: `urn:cloud-inventory:schema:${id}-config`,
      title: `Config of the ${title} inventory`,
      type,
      properties: Object.fromEntries(ordered.map(({ key, property }) => [key, property])),
      ...schema,
      ...familySchema(families),
      additionalProperties: false,
    },
    notes: Object.fromEntries(ordered.map(({ key, notes }) => [key, notes])),
  };
}

function splitProperty(key: string, whole: Json, usualGroup: KeyGroup): { property: Json; notes: KeyNotes } {
  const isOurs = ([word]: readonly [string, unknown]): boolean => ours.includes(word);
  const entries = Object.entries(whole);
  const said = Object.fromEntries(entries.filter(isOurs));
  const { title = titleOf(key), ...rest } = Object.fromEntries(entries.filter((entry) => !isOurs(entry)));
  const { group, secret, identifier, ...notes } = said;
  const isMasked = secret === true && identifier !== true;
  return {
    // `writeOnly` is the standard's own word for what a form masks.
    property: { title, ...rest, ...(isMasked ? { writeOnly: true } : {}) },
    notes: {
      group: isKeyGroup(group) ? group : usualGroup,
      secret: secret === true,
      identifier: identifier === true,
      notes,
    },
  };
}

/** What a label says of a key that has no title. */
function titleOf(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
