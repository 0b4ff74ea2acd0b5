import type { Verb } from "../verb.ts";
import { credentialsNote, pageOf } from "./shared-notes.ts";
import { configOption, jsonOption, providerOption } from "./shared-options.ts";

export const validate: Verb = {
  summary: "check the credentials and configs that are found, key by key; sends nothing",
  options: { provider: providerOption("check this provider alone"), config: configOption, json: jsonOption() },
  notes: {
    Credentials: credentialsNote,
    "What the keys of a config mean": `\`cloud-inventory schema scaleway-config\`, or ${pageOf("configuration.md")}`,
  },
  run: async (options, terminal) => (await import("../validate-command.ts")).validateCommand(options, terminal),
};
