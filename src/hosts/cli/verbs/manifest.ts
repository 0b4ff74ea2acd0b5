import type { Verb } from "../verb.ts";

export const manifest: Verb = {
  summary: "print the manifest that a control plane reads",
  options: {},
  run: async (options, terminal) => (await import("../describe-commands.ts")).manifestCommand(options, terminal),
};
