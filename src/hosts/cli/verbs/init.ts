import { aFolder } from "../suggestions.ts";
import type { Verb } from "../verb.ts";
import { pageOf } from "./shared-notes.ts";

export const init: Verb = {
  summary: "connect an account in this terminal: keys, rights, a try, a config to keep",
  options: {
    folder: {
      type: "string",
      placeholder: "DIR",
      help: "where the config is written; the current folder by default",
      values: aFolder,
    },
  },
  notes: {
    "What it does": `The same steps as \`wizard\`, for machines without a browser. What is typed is not shown and stays in this process's memory
until it ends; it is written to no file but the config that you keep, which is for its owner alone: ${pageOf("wizard.md")}`,
    "Exit codes":
      "0 ended by its own end; 2 no terminal, or no such folder; 130 ended by Ctrl-C, and nothing is left behind",
  },
  run: async (options, terminal) => (await import("../init-command.ts")).initCommand(options, terminal),
};
