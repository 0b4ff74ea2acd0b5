import * as z from "zod";
import { type CredentialFamily, familySchema } from "./credential-families.ts";
import type { Config } from "./read-config.ts";

/**
 * The JSON Schema (draft 2020-12) of a config, for a wizard to build its form from: flat, strings only, unknown keys refused
 * (PlakarKorp/pkg, validator/jsonschema).
 */
export function configSchemaOf(
  config: Config<unknown>,
  families: readonly CredentialFamily[],
  { id, title }: { readonly id: string; readonly title: string },
): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(config, {
    target: "draft-2020-12",
    io: "input",
    // In the standard's own keyword, as a form reads it; the manifest says it too.
    override: ({ jsonSchema }) => {
      if (jsonSchema["secret"] === true) jsonSchema.writeOnly = true;
      delete jsonSchema["secret"];
    },
  });
  return {
    $id: `urn:cloud-inventory:schema:${id}-config`,
    title: `Config of the ${title} inventory`,
    ...schema,
    ...familySchema(families),
    additionalProperties: false,
  };
}

/** The keys that hold a secret: what a form masks and nobody prints. */
export function secretKeysOf(config: Config<unknown>): readonly string[] {
  return Object.entries(config.shape).flatMap(([key, field]) => (field.meta()?.["secret"] === true ? [key] : []));
}
