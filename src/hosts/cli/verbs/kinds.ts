import type { Verb } from "../verb.ts";
import { jsonOption, providerOption } from "./shared-options.ts";

export const kinds: Verb = {
  summary: "what can be discovered, and the rights it needs",
  options: { provider: providerOption("show this provider alone"), json: jsonOption() },
  run: async (options, terminal) => (await import("../kinds-command.ts")).kindsCommand(options, terminal),
};
