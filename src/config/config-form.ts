import * as z from "zod";
import { type KeyGroup, keyGroups } from "./key-groups.ts";

const Page = z.strictObject({
  title: z.string(),
  url: z.string().describe("May hold `{key}` of the config, such as a project's subdomain."),
  endpoint: z.string().optional().describe("The only value of the config's `endpoint` that it is for; absent for all."),
});

const KeyForm = z.strictObject({
  title: z.string().describe("What a label says."),
  secret: z.boolean().describe("Never to be printed, logged or sent back to a browser: part of a credential."),
  masked: z.boolean().describe("Hidden while it is typed. An identifier, such as an access key, is not."),
  errors: z
    .record(z.string(), z.string())
    .describe(
      "By the schema's keyword that a value breaks: what is wrong, as the end of a sentence that begins with the key.",
    ),
  lookalikes: z
    .array(z.strictObject({ pattern: z.string(), means: z.string().describe("The end of `it looks like`.") }))
    .optional()
    .describe("What a refused value may be instead, by its form."),
  suggestions: z.array(z.string()).optional().describe("Known entries of the list; others may be right too."),
  names: z.array(z.string()).describe("What it is called elsewhere: variables, profiles, the provider's own pages."),
  usualLength: z.int().optional().describe("How many characters all known values have; nothing promises it."),
});

/**
 * What a form needs beside the JSON Schema of a config. It stands beside the schema and not in it, because ajv refuses keywords that it
 * does not know (https://ajv.js.org/strict-mode.html), and a schema has to compile in whatever validator a form brings.
 */
export const ConfigForm = z.strictObject({
  $schema: z.literal("./config-form.schema.json"),
  inventory: z.string(),
  title: z.string().describe("The provider's name."),
  configSchema: z.string().describe("Path of the JSON Schema of the whole config, from this file."),
  credentials: z
    .array(
      z.strictObject({
        kind: z.string(),
        title: z.string().describe("What a chooser shows."),
        purpose: z.string().describe("Who should choose it."),
        configSchema: z
          .string()
          .describe("Path of the flat JSON Schema of a config with this credential, from this file."),
        keys: z.array(z.string()),
        pages: z.array(Page).describe("Where it is made, at the provider's."),
      }),
    )
    .describe("The kinds of credential, of which a config holds one."),
  groups: z
    .array(
      z.strictObject({
        id: z.enum(Object.keys(keyGroups) as KeyGroup[]),
        title: z.string(),
        advanced: z.boolean().describe("To be folded away: every key has a default that fits."),
        keys: z.array(z.string()),
      }),
    )
    .describe("Every key once, in the order that a form shows."),
  keys: z.record(z.string(), KeyForm),
});
export type ConfigForm = z.infer<typeof ConfigForm>;
export type KeyForm = z.infer<typeof KeyForm>;
