import { schemaNames } from "../../../providers/names.gen.ts";
import { schemas } from "../suggestions.ts";
import type { Verb } from "../verb.ts";

export const schema: Verb = {
  summary: "print one of the JSON Schemas, such as that of a config's keys",
  options: {},
  argument: { placeholder: "NAME", values: schemas },
  notes: { Names: schemaNames.join("\n") },
  run: async (options, terminal) => (await import("../describe-commands.ts")).schemaCommand(options, terminal),
};
