import * as z from "zod";
import { type CredentialFamily, familySchema } from "./credential-families.ts";
import type { Config } from "./read-config.ts";

/**
 * The JSON Schema of a config, for a wizard to build its form from: flat, strings only, unknown keys refused (PlakarKorp/pkg,
 * validator/jsonschema). It names no draft and holds only what draft 7 and 2020-12 read alike, so that each validator takes
 * it by its own: Plakar's by 2020-12, that of a form of rjsf by draft 7, which knows no other.
 */
export function configSchemaOf(
  config: Config<unknown>,
  families: readonly CredentialFamily[],
  { id, title }: { readonly id: string; readonly title: string },
): Readonly<Record<string, unknown>> {
  const { $schema: _draft, ...schema } = z.toJSONSchema(config, {
    target: "draft-7",
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
