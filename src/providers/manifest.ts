import * as z from "zod";
import { type Family, families } from "../inventory/family.ts";
import { resourceClasses, resourceSubclasses } from "../inventory/resource.ts";
import { localities } from "../inventory/scope.ts";
import type { ProviderDefinition } from "./definition.ts";

const Kind = z.strictObject({
  id: z.string(),
  title: z.string(),
  family: z
    .enum(Object.keys(families) as Family[])
    .describe("What `kinds` may name it by, beside the others of its family."),
  class: z.enum(resourceClasses),
  subclass: z.enum(resourceSubclasses),
  locality: z.enum(localities),
  below: z.string().optional().describe("The kind that it is listed below."),
  rights: z
    .record(z.string(), z.array(z.string()))
    .describe("What a credential needs, in the provider's own words, by what the provider calls them."),
  byDefault: z.boolean().describe("Read by a run that names no kinds."),
  optional: z
    .boolean()
    .describe("Read by a run that names no kinds where it is granted; where it is not, nothing fails."),
  required: z.boolean().describe("A credential that finds none of these is not believed."),
  personal: z.boolean().describe("Its items are people: read only where `kinds` names it by its whole id."),
  requests: z.string().describe("How many requests reading it takes, in words."),
});

const Inventory = z.strictObject({
  id: z.string(),
  title: z.string(),
  executable: z.string().describe("What a control plane starts, from the manifest."),
  transport: z.literal("grpc-stdio").describe("HTTP/2 on standard input and output."),
  protocols: z.array(z.string()).describe("What the connector is called in a control plane; so is its package."),
  configSchema: z.string().describe("Path of the config's JSON Schema, from the manifest."),
  configForm: z.string().describe("Path of what a form needs beside that schema, from the manifest."),
  credentials: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string().describe("What a chooser shows."),
      configSchema: z
        .string()
        .describe("Path of the flat JSON Schema of a config with this credential, from the manifest."),
      fields: z.array(
        z.strictObject({
          key: z.string(),
          secret: z.boolean().describe("Never to be printed, logged or sent back to a browser."),
          masked: z.boolean().describe("Hidden while it is typed. An identifier, such as an access key, is not."),
        }),
      ),
    }),
  ),
  endpoints: z.array(z.string()).describe("What the config's `endpoint` may name; empty where there is one place."),
  kinds: z.array(Kind),
});

/** What a control plane reads first: which inventories there are, what they need, and what they find. */
export const Manifest = z.strictObject({
  $schema: z.string(),
  id: z.string(),
  version: z.string(),
  apiVersion: z.literal("1"),
  module: z.string().describe("The library's entry, from the manifest."),
  command: z.string().describe("The command line's entry, from the manifest."),
  inventories: z.array(Inventory),
});
export type Manifest = z.infer<typeof Manifest>;

export interface PackageFacts {
  readonly name: string;
  readonly version: string;
}

/** The manifest, made of the registry and the tables of kinds; `npm run generate` writes it to plugin.manifest.json. */
export function manifestOf(definitions: readonly ProviderDefinition[], { name, version }: PackageFacts): Manifest {
  return {
    $schema: "./schemas/manifest.schema.json",
    id: name,
    version,
    apiVersion: "1",
    module: "./dist/index.js",
    command: "./dist/bin/cloud-inventory.js",
    inventories: definitions.map((definition) => ({
      id: definition.id,
      title: definition.title,
      executable: `./dist/bin/${definition.id}-inventory.js`,
      transport: "grpc-stdio",
      // Not `scaleway-inventory` and the like, which are names of Plakar's own (PlakarKorp/hub).
      protocols: [`cloud-inventory-${definition.id}`],
      configSchema: `./schemas/${definition.id}-config.schema.json`,
      configForm: `./schemas/${definition.id}-config.form.json`,
      credentials: definition.credentials.map(({ kind, title, keys }) => ({
        kind,
        title,
        configSchema: `./schemas/${kind}-config.schema.json`,
        fields: keys.map((key) => ({
          key,
          secret: definition.secretKeys.includes(key),
          masked: definition.configForm.keys[key]?.masked ?? false,
        })),
      })),
      endpoints: [...definition.endpoints],
      kinds: definition.kinds.map(
        ({
          id,
          title,
          family,
          class: kindClass,
          subclass,
          locality,
          below,
          rights,
          byDefault,
          requests,
          ...flags
        }) => ({
          id,
          title,
          family,
          class: kindClass,
          subclass,
          locality,
          ...(below === undefined ? {} : { below }),
          rights: Object.fromEntries(Object.entries(rights).map(([word, names]) => [word, [...names]])),
          byDefault,
          optional: flags.optional ?? false,
          required: flags.required ?? false,
          personal: flags.personal ?? false,
          requests,
        }),
      ),
    })),
  };
}
