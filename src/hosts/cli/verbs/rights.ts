import { endpoints, grantForms } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";
import { configOption, jsonOption, kindsOption, projectOption, providerOption, scopeOption } from "./shared-options.ts";

export const rights: Verb = {
  summary: "what the chosen kinds need, ready to be granted",
  options: {
    provider: providerOption("for this provider alone"),
    kinds: kindsOption("kinds that shall be read"),
    project: projectOption,
    scope: scopeOption,
    endpoint: { type: "string", placeholder: "E", help: "OVHcloud's endpoint; default ovh-eu", values: endpoints },
    narrow: { type: "boolean", help: "exactly what the kinds need, rather than everything below their products" },
    preflight: { type: "boolean", help: "also what preflight reads about the credential itself" },
    form: {
      type: "string",
      placeholder: "F",
      help: "rules, link, body, policy; json, cli, terraform: that text alone",
      values: grantForms,
    },
    missing: { type: "boolean", help: "only what the credentials that are found lack" },
    config: configOption,
    json: jsonOption(),
  },
  notes: {
    Examples: `cloud-inventory rights --provider scaleway --form cli
cloud-inventory rights --missing --config scaleway=scaleway.json`,
    Reading: `Where to grant what: ${pageOf("rights.md")}`,
  },
  run: async (options, terminal) => (await import("../rights-command.ts")).rightsCommand(options, terminal),
};
