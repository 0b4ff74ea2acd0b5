import type { CredentialFamily } from "./credential-families.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of a config that holds one kind of credential: without any choice, so that a form has no more fields than are to be
 * filled in. What it takes, the whole schema takes too.
 */
export function credentialSchemaOf(
  whole: Json,
  families: readonly CredentialFamily[],
  { kind, title, keys, onlyWith }: CredentialFamily,
): Json {
  const { anyOf: _choice, $id: _id, title: name, properties, required, ...rest } = whole;
  const ofOthers = families.flatMap((family) => family.keys).filter((key) => !keys.includes(key));
  const kept = Object.entries(Object(properties)).filter(([key]) => !ofOthers.includes(key));
  const narrowed = kept.map(([key, property]) =>
    key === onlyWith?.key ? [key, { ...Object(property), enum: onlyWith.values }] : [key, property],
  );
  return {
    $id: `urn:cloud-inventory:schema:${kind}-config`,
    title: `${name}, with: ${title}`,
    ...rest,
    properties: Object.fromEntries(narrowed),
    required: [...new Set([required ?? [], keys].flat())],
  };
}
