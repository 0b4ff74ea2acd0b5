import type { Verb } from "../verb.ts";
import { credentialsNote, pageOf } from "./shared-notes.ts";
import { configOption, jsonOption, kindsOption, providerOption, quietOption, scopeOption } from "./shared-options.ts";

export const kinds: Verb = {
  summary: "what can be discovered, what that takes, and the rights it needs",
  options: {
    provider: providerOption("show this provider alone"),
    kinds: kindsOption("show these kinds alone"),
    requests: { type: "boolean", help: "add up what a sweep of an account takes: asks it for its projects and places" },
    config: { ...configOption, help: `with --requests: ${configOption.help}` },
    scope: { ...scopeOption, help: `with --requests: ${scopeOption.help}` },
    quiet: { ...quietOption, help: `with --requests: ${quietOption.help}` },
    json: jsonOption(),
  },
  notes: {
    Kinds: `A kind is named by its id, by a pattern in which * stands for anything, by its family, or by all. Kinds whose items are
people are named by their whole id alone. Without --kinds a run reads the default set.`,
    Requests: `Items are counted as the last run of the account found them; where none has counted, there are as few as there can be.
Without --kinds, --requests is about the default set.`,
    Credentials: credentialsNote,
    Examples: `cloud-inventory kinds --kinds databases,backups
cloud-inventory kinds --requests --provider scaleway --kinds all`,
    Reading: `Each kind with what shows that its list is whole: ${pageOf("kinds.md")}`,
  },
  run: async (options, terminal) =>
    options.has("requests")
      ? (await import("../requests-command.ts")).requestsCommand(options, terminal)
      : (await import("../kinds-command.ts")).kindsCommand(options, terminal),
};
